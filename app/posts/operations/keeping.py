"""What authors change about posts that are out: who sees them, who may answer, which one stands first."""

from datetime import datetime

from sqlalchemy import delete

from app.accounts.models import Account
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import locked, operation
from app.posts import events, rules
from app.posts.models import COMMENTERS, REPOSTERS, PinnedPost, Post
from app.posts.operations import hanging
from app.products import operations as products


class NotChangeable(Refusal):
    """The post stays as it is."""


@operation
def narrow(post: Post, *, by: Account, audience: str, group_id: int | None = None) -> None:
    """Show the post to fewer people from now on; never to others than before. Raises NotChangeable.

    The audience that it has already changes nothing.
    """
    locked(post)
    group_id = group_id if audience == "group" else None
    _unless(rules.why_not_narrow(post, by, audience=audience, group_id=group_id))
    if audience == post.audience:
        return
    _unless(hanging.why_not_group(audience, group_id, by=by))
    post.audience, post.group_id = audience, group_id
    db.session.flush()
    announce(events.AudienceNarrowed(post.id))


@operation
def set_permissions(post: Post, *, by: Account, reposters: str, commenters: str, approves_comments: bool) -> None:
    """Say who may repost and comment from now on, and whether comments are approved first. Raises NotChangeable."""
    locked(post)
    _unless(rules.why_not_change(post, by))
    if reposters not in REPOSTERS or commenters not in COMMENTERS:
        raise NotChangeable(rules.BAD_PERMISSION)
    chosen = (reposters, commenters, approves_comments)
    if chosen == (post.reposters, post.commenters, post.approves_comments):
        return
    post.reposters, post.commenters, post.approves_comments = chosen
    announce(events.PermissionsChanged(post.id))


@operation
def restrict(
    post: Post, *, by: Account, audience: str, group_id: int | None, reposters: str, commenters: str,
    approves_comments: bool,
) -> None:  # fmt: skip
    """Both in one act."""
    narrow(post, by=by, audience=audience, group_id=group_id)
    set_permissions(post, by=by, reposters=reposters, commenters=commenters, approves_comments=approves_comments)


@operation
def pin(post: Post, *, by: Account, now: datetime) -> None:
    """Let the post stand first on its author's page, in the place of the one before. Raises NotChangeable."""
    locked(post)
    locked(by)
    _unless(rules.why_not_pin(post, by))
    db.session.merge(PinnedPost(account_id=by.id, post_id=post.id, created_at=now))


@operation
def unpin(post: Post, *, by: Account) -> None:
    """Let it stand where its time puts it."""
    db.session.execute(delete(PinnedPost).where(PinnedPost.account_id == by.id, PinnedPost.post_id == post.id))


@operation
def remove_preview(post: Post, *, by: Account) -> None:
    """Take the preview of its link off the post; the link in the words stays. Raises NotChangeable."""
    locked(post)
    _unless(rules.why_not_change(post, by))
    if post.link_id is None:
        return
    post.link_id = None
    announce(events.PreviewChanged(post.id))


@operation
def refresh_preview(post: Post, *, by: Account, now: datetime) -> None:
    """Have the page behind the preview read anew. Raises NotChangeable."""
    _unless(rules.why_not_change(post, by))
    if post.link_id is None:
        raise NotChangeable(rules.LINK_GONE)
    products.read_again(post.link_id, now=now)


def _unless(reason: Reason | None) -> None:
    if reason:
        raise NotChangeable(reason)
