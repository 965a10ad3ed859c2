"""What a person can do with an account."""

from app.accounts.operations.arriving import settle
from app.accounts.operations.badges import set_badge
from app.accounts.operations.closing import NotClosable, ask_to_close, close, stay
from app.accounts.operations.effort import new_effort, why_not_spend
from app.accounts.operations.factors import (
    FactorKept,
    add_passkey,
    confirm_app,
    give_app,
    remove_factor,
    rename_factor,
    reset_second_factors,
    reveal_code,
    secret_of,
    start_app,
)
from app.accounts.operations.guarding import flag_lookalikes
from app.accounts.operations.log_ins import forget_log_ins, look_at_log_ins, note_log_in
from app.accounts.operations.opening import NotOpened, open_account
from app.accounts.operations.passkeys import NotProven, Party, options_to_prove, options_to_register
from app.accounts.operations.passwords import NotChanged, hash_password
from app.accounts.operations.pictures import set_pictures
from app.accounts.operations.profiles import NotEdited, carry_out, choose, edit_profile
from app.accounts.operations.proving import prove_by_code, prove_by_passkey
from app.accounts.operations.recovery import renew_recovery_codes
from app.accounts.operations.resetting import put_profile_back, reset_profile
from app.accounts.operations.roles import RoleKept, set_role
from app.accounts.operations.sessions import NotLoggedIn, change_password, end_other_sessions, end_sessions, log_in
from app.accounts.operations.states import ban, unban

__all__ = [
    "FactorKept",
    "NotChanged",
    "NotClosable",
    "NotEdited",
    "NotLoggedIn",
    "NotOpened",
    "NotProven",
    "Party",
    "RoleKept",
    "add_passkey",
    "ask_to_close",
    "ban",
    "carry_out",
    "change_password",
    "choose",
    "close",
    "confirm_app",
    "edit_profile",
    "end_other_sessions",
    "end_sessions",
    "flag_lookalikes",
    "forget_log_ins",
    "give_app",
    "hash_password",
    "log_in",
    "look_at_log_ins",
    "new_effort",
    "note_log_in",
    "open_account",
    "options_to_prove",
    "options_to_register",
    "prove_by_code",
    "prove_by_passkey",
    "put_profile_back",
    "remove_factor",
    "rename_factor",
    "renew_recovery_codes",
    "reset_profile",
    "reset_second_factors",
    "reveal_code",
    "secret_of",
    "set_badge",
    "set_pictures",
    "set_role",
    "settle",
    "start_app",
    "stay",
    "unban",
    "why_not_spend",
]
