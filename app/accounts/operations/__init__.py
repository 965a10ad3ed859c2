"""What a person can do with an account."""

from app.accounts.operations.badges import set_badge
from app.accounts.operations.log_ins import forget_log_ins, note_log_in
from app.accounts.operations.opening import NotOpened, open_account
from app.accounts.operations.passwords import hash_password
from app.accounts.operations.pictures import set_pictures
from app.accounts.operations.profiles import NotEdited, choose, edit_profile
from app.accounts.operations.roles import RoleKept, set_role
from app.accounts.operations.sessions import NotChanged, NotLoggedIn, change_password, log_in
from app.accounts.operations.states import ban, unban

__all__ = [
    "NotChanged",
    "NotEdited",
    "NotLoggedIn",
    "NotOpened",
    "RoleKept",
    "ban",
    "change_password",
    "choose",
    "edit_profile",
    "forget_log_ins",
    "hash_password",
    "log_in",
    "note_log_in",
    "open_account",
    "set_badge",
    "set_pictures",
    "set_role",
    "unban",
]
