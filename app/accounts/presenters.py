"""Accounts as the pages show them."""

from dataclasses import dataclass

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
    """The view of an account."""
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
