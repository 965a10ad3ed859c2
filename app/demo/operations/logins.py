"""The accounts that visitors of the demo world may use."""

from app.demo.content import World

PASSWORD = "zhongcao"  # noqa: S105 - printed at every start

# handle -> role, and what one sees with it. The first is the one that pictures of the site are taken with.
LOGINS = {
    "tangyuan": ("member", "an ordinary reader with a full home feed"),
    "yuer": ("member", "orange V: a person whom many follow"),
    "museum": ("member", "blue V: a house, verified"),
    "tingyu": ("member", "gold V: widely read"),
    "ayi": ("moderator", "a moderator"),
}


def role_of(handle: str) -> str:
    """Most are members."""
    return LOGINS[handle][0] if handle in LOGINS else "member"


def logins_of(world: World) -> str:
    """One login a line: handle, password, and who that is, parted by tabs."""
    nicknames = {account.handle: account.nickname for account in world.accounts}
    return "".join(
        f"{handle}\t{PASSWORD}\t{nicknames[handle]} · {sight}\n"
        for handle, (_, sight) in LOGINS.items()
        if handle in nicknames
    )
