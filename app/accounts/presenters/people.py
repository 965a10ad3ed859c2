"""Accounts as the pages show them."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.accounts.models import Account


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account as every page shows it; `badge` is '', 'orange', 'gold' or 'blue'."""

    id: str
    handle: str
    nickname: str
    url: str
    avatar_url: str
    badge: str = ""
    badge_reason: str = ""
    bio: str = ""
    follower_count: int = 0
    following_count: int = 0
    post_count: int = 0


def account_view(account: Account) -> AccountView:
    """The view of an account; a closed one has neither name nor handle any more."""
    if account.state == "closed":
        return AccountView(
            id=str(account.id),
            handle="",
            nickname=str(_("Closed account")),
            url=f"/u/{account.id}",
            avatar_url=avatar_url(account),
        )
    return AccountView(
        id=str(account.id),
        handle=account.handle,
        nickname=account.nickname,
        url=f"/u/{account.id}",
        avatar_url=avatar_url(account),
        badge=account.badge,
        badge_reason=account.badge_reason,
        bio=account.bio,
        follower_count=account.follower_count,
        following_count=account.following_count,
        post_count=account.post_count,
    )


def avatar_url(account: Account) -> str:
    """Where the avatar lies: the uploaded one, else one drawn from the nickname."""
    if account.avatar_key:
        return f"/media/{account.avatar_key}-thumb.webp"
    return f"/avatars/{account.id}.svg"


def banner_url(account: Account) -> str | None:
    """Where the picture at the head of the profile lies, if there is one."""
    return f"/media/{account.banner_key}-large.webp" if account.banner_key else None


@dataclass(frozen=True, slots=True)
class InitialView:
    """An avatar drawn from the nickname: its first character, in a calm colour that stays with the account."""

    letter: str
    hue: int


def initial_view(account: Account) -> InitialView:
    """The drawn avatar of an account; the hue comes from the id, in steps that the eye can tell apart."""
    return InitialView(letter=account.nickname[:1].upper(), hue=(account.id ^ account.id >> 22) * 7 % 15 * 24)


def why_away(account: Account) -> str:
    """Why nothing of an account is shown; '' for an active one."""
    reasons = {
        "banned": _("This account has been banned because it broke the community rules."),
        "closing": _("This account is being closed."),
        "closed": _("This account has been closed."),
    }
    return str(reasons.get(account.state, ""))
