"""Digests: what waits to be read, by e-mail, for those who wish it."""

from datetime import datetime

import structlog
from flask import current_app

from app.accounts import queries as accounts
from app.accounts.models import Account
from app.kernel import i18n, mail
from app.notifications import operations, queries
from app.notifications.presenters import DigestView, digest_view

AT_ONCE = 500
log = structlog.get_logger("digests")


def send_digests(now: datetime) -> None:
    """Send the digests that are due; nothing where the site has no mail server."""
    if not mail.is_on():
        return
    for account_id in queries.digests_due(now, limit=AT_ONCE):
        since = operations.claim_digest(account_id, now=now)
        account = accounts.account_or_none(account_id)
        if since is not None and account is not None:
            _send(account, since, now)


def _send(account: Account, since: int, now: datetime) -> None:
    with i18n.force_locale(account.language or i18n.LANGUAGES[0]):
        digest = digest_view(account, since=since)
        if digest is None:
            return
        try:
            _post(digest, to=account.email)
        except mail.NotSent as failure:
            log.warning("digest not sent", account_id=account.id, error=str(failure))
            if not failure.is_final:
                operations.put_off_digest(account.id, now=now)
            return
    operations.settle_digest(account.id, up_to=digest.newest)


def _post(digest: DigestView, *, to: str) -> None:
    # Straight from the environment: no context processor asks for a session.
    template = current_app.jinja_env.get_template
    mail.send(
        to=to,
        subject=digest.subject,
        text=template("notifications/digest_mail.txt").render(digest=digest),
        html=template("notifications/digest_mail.html").render(digest=digest),
        headers={
            "List-Unsubscribe": f"<{digest.stop_url}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )
