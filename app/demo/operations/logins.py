"""The accounts that visitors of the demo world may use."""

import base64
import hashlib

from app.demo.content import World

CODE = " (second factor: .venv/bin/flask --app app account code {handle})"
PASSWORD = "zhongcao"  # noqa: S105 - printed at every start

# handle -> role, and what one sees with it. The first is the one that pictures of the site are taken with.
LOGINS = {
    "tangyuan": ("member", "an ordinary reader with a full home feed"),
    "yuer": ("member", "orange V: a person whom many follow"),
    "museum": ("member", "blue V: a house, verified"),
    "tingyu": ("member", "gold V: widely read"),
    "ayi": ("moderator", "a moderator"),
    "gongjiao": ("moderator", "another moderator, for second opinions"),
    "nanfeng": ("operator", "an operator: verification, topics, announcements"),
    "zhaojie": ("commerce", "commerce: products, domains, ads"),
    "laozhou": ("admin", "an admin: everything"),
    "yizhan": ("member", "a post taken down, a strike, and an appeal that waits"),
    "paopao": ("member", "limited for a week: comments are reviewed first"),
}


def role_of(handle: str) -> str:
    """Most are members."""
    return LOGINS[handle][0] if handle in LOGINS else "member"


def secret_of(handle: str) -> str:
    """The secret of the authenticator app that a member of the staff has in the demo world."""
    return base64.b32encode(hashlib.sha256(f"zhongcao demo {handle}".encode()).digest()[:20]).decode()


def logins_of(world: World) -> str:
    """One login a line: handle, password, and who that is, parted by tabs."""
    nicknames = {account.handle: account.nickname for account in world.accounts}
    nicknames |= {guest.handle: guest.nickname for guest in world.desk.guests}
    return "".join(
        f"{handle}\t{PASSWORD}\t{nicknames[handle]} · {sight}{CODE.format(handle=handle) if role != 'member' else ''}\n"
        for handle, (role, sight) in LOGINS.items()
        if handle in nicknames
    )
