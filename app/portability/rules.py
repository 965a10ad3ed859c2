"""When somebody may ask for her data, how long the file is kept, and what a file must be like to be taken in."""

from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from app.kernel.errors import Reason
from app.portability.models import DataExport

SCHEMA = 1
KEPT_FOR = timedelta(days=7)
ONE_EVERY = timedelta(days=1)
READY_WITHIN = timedelta(hours=24)
UNDER_WAY = ("waiting", "gathering")

ONE_AT_A_TIME = Reason("export_under_way", _l("Your data is being put together already."))
TOMORROW = Reason("export_too_soon", _l("You have asked for your data today already. Come back tomorrow."))
WRONG_PASSWORD = Reason("wrong_password", _l("This is not your present password."))
GONE = Reason("export_gone", _l("This file is not kept any longer. Ask for a new one."))


def why_not_export(latest: DataExport | None, *, now: datetime) -> Reason | None:
    """Why no new export can be asked for; `latest` is the last one. One that failed does not count."""
    if latest is None or latest.state == "failed":
        return None
    if latest.state in UNDER_WAY:
        return ONE_AT_A_TIME
    return TOMORROW if now - latest.created_at < ONE_EVERY else None


def is_kept(export: DataExport, *, now: datetime) -> bool:
    """Whether the file is there to be fetched."""
    return export.state == "ready" and export.expires_at is not None and now < export.expires_at
