"""What authenticators sign (WebAuthn level 2): the questions put to them, and whether the answer holds."""

from collections.abc import Sequence
from dataclasses import dataclass

import webauthn
from flask_babel import lazy_gettext as _l
from webauthn.helpers import parse_authentication_credential_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from app.accounts.models import Account, SecondFactor
from app.kernel.errors import Reason, Refusal

_NOT_RIGHT = Reason("passkey", _l("This passkey could not be checked. Please try again."))
_TOO_LATE = Reason("passkey_late", _l("That took too long. Please try again."))
_WRONG = (WebAuthnException, ValueError, KeyError, TypeError, RecursionError)
"""What the library raises for answers that are none, nested without end among them."""
KNOWN_ALREADY = Reason("passkey_known", _l("This passkey is in use already."))


class NotProven(Refusal):
    """The second factor was not shown."""

    status = 422


@dataclass(frozen=True, slots=True)
class Party:
    """For whom passkeys are made: the name of the host, and the address that pages come from."""

    host: str
    origin: str
    name: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is kept of a new passkey."""

    credential_id: bytes
    public_key: bytes
    sign_count: int


def options_to_register(account: Account, factors: Sequence[SecondFactor], challenge: bytes, party: Party) -> str:
    """What the browser is asked when a passkey is made, as JSON."""
    options = webauthn.generate_registration_options(
        rp_id=party.host,
        rp_name=party.name,
        user_id=str(account.id).encode(),
        user_name=account.handle,
        user_display_name=account.nickname,
        challenge=challenge,
        exclude_credentials=_descriptors(factors),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED, user_verification=UserVerificationRequirement.PREFERRED
        ),
    )
    return webauthn.options_to_json(options)


def options_to_prove(factors: Sequence[SecondFactor], challenge: bytes, party: Party) -> str:
    """What the browser is asked at log-in, as JSON."""
    options = webauthn.generate_authentication_options(
        rp_id=party.host, challenge=challenge, allow_credentials=_descriptors(factors)
    )
    return webauthn.options_to_json(options)


def registered(credential: str, *, challenge: bytes, party: Party) -> Known:
    """What a new passkey has answered; raises NotProven, also where there is no challenge."""
    if not challenge:
        raise NotProven(_TOO_LATE)
    try:
        answer = webauthn.verify_registration_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=party.host,
            expected_origin=party.origin,
        )
    except _WRONG as error:
        raise NotProven(_NOT_RIGHT) from error
    return Known(answer.credential_id, answer.credential_public_key, answer.sign_count)


def credential_id_of(credential: str) -> bytes:
    """Which passkey says that it has signed; raises NotProven."""
    try:
        return parse_authentication_credential_json(credential).raw_id
    except _WRONG as error:
        raise NotProven(_NOT_RIGHT) from error


def count_proven(factor: SecondFactor, credential: str, *, challenge: bytes, party: Party) -> int:
    """How often the passkey has signed by now, if it has signed this challenge; raises NotProven."""
    if not challenge:
        raise NotProven(_TOO_LATE)
    try:
        answer = webauthn.verify_authentication_response(
            credential=credential,
            expected_challenge=challenge,
            expected_rp_id=party.host,
            expected_origin=party.origin,
            credential_public_key=factor.public_key or b"",
            credential_current_sign_count=factor.sign_count,
        )
    except _WRONG as error:
        raise NotProven(_NOT_RIGHT) from error
    return int(answer.new_sign_count)


def unproven() -> NotProven:
    """The refusal for a passkey that is not of this account."""
    return NotProven(_NOT_RIGHT)


def _descriptors(factors: Sequence[SecondFactor]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=factor.credential_id) for factor in factors if factor.credential_id]
