"""The bell's notices as the page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.accounts.models import Account
from app.accounts.presenters import AccountView, account_view
from app.engagement import presenters as engagement
from app.engagement import queries as under_posts
from app.engagement.models import Comment
from app.engagement.presenters import CommentView
from app.notifications import queries
from app.notifications.models import Notice
from app.notifications.presenters import wording
from app.posts import queries as posts
from app.posts.models import Post
from app.posts.presenters import PostView
from app.relationships import presenters as relations
from app.relationships.presenters import PersonView

MUTED_SHOWN = 20


@dataclass(frozen=True, slots=True)
class NoticeView:
    """One grouped notice; kind is mention, comment, like, repost, fan or system; `actors` are the newest three.

    `said` is what they did, or what the site itself has to say.
    `people` are the actors of a fan notice with the viewer's relation to each; `code` names what the site says.
    `detail`, `button` and `icon` are for what the site says (presenters.wording).
    `is_heard`: the thread it belongs to is not muted.
    """

    id: str
    kind: str
    said: str
    actors: list[AccountView]
    actor_count: int
    at: datetime
    is_unread: bool
    url: str
    code: str = ""
    detail: str = ""
    button: str = ""
    icon: str = ""
    post: PostView | None = None
    comment: CommentView | None = None
    people: list[PersonView] | None = None
    is_heard: bool = True


@dataclass(frozen=True, slots=True)
class NoticePage:
    """One page of notices; `newest` is the latest news on it, up to which reading it marks as read."""

    items: list[NoticeView]
    next_cursor: str | None
    kind: str
    newest: str


@dataclass(frozen=True, slots=True)
class _Batch:
    """All that the views of a page are made of."""

    viewer: Account
    actors: dict[int, list[Account]]
    posts: dict[int, PostView]
    comments: dict[int, CommentView]
    fans: dict[str, PersonView]
    muted: frozenset[int]


def notice_page(account: Account, *, kind: str | None, before: int | None) -> NoticePage:
    """A page of an account's notices as things stand now.

    What was read and is about something deleted shows the tombstone; what is about something or someone that the
    account may no longer see is left out.
    """
    page = queries.notices_of(account, kind=kind, before=before)
    newest = str(page.items[0].latest_id) if page.items else "0"
    return NoticePage(notice_views(page.items, account), page.next_cursor, kind or "", newest)


def muted_posts(account: Account) -> list[PostView]:
    """The last MUTED_SHOWN posts of which an account has asked to hear no more, as far as they are shown to it."""
    ids = queries.muted_threads_page(account, size=MUTED_SHOWN)
    found = posts.posts_by_ids(ids, viewer=account)
    views = {int(view.id): view for view in engagement.post_views(found, viewer=account)}
    return [views[one] for one in ids if one in views]


def notice_views(notices: Sequence[Notice], viewer: Account) -> list[NoticeView]:
    """Notices as their owner may see them now, in one batch; some may be left out."""
    batch = _batch(notices, viewer)
    return [_view(notice, batch) for notice in notices if _is_shown(notice, batch)]


def _batch(notices: Sequence[Notice], viewer: Account) -> _Batch:
    actors = queries.newest_actors([notice.id for notice in notices if notice.kind != "system"], viewer=viewer)
    shown_posts = _posts({notice.post_id for notice in notices if notice.post_id}, viewer)
    fans = {account.id: account for notice in notices if notice.kind == "fan" for account in actors.get(notice.id, [])}
    return _Batch(
        viewer=viewer,
        actors=actors,
        posts=shown_posts,
        comments=_comments({notice.comment_id for notice in notices if notice.comment_id}, shown_posts, viewer),
        fans={person.account.id: person for person in relations.person_views(list(fans.values()), viewer)},
        muted=queries.threads_muted_by(viewer) if shown_posts else frozenset(),
    )


def _posts(post_ids: set[int], viewer: Account) -> dict[int, PostView]:
    """Visible posts and tombstones, by id."""
    found: list[Post] = posts.posts_by_ids(sorted(post_ids), viewer=viewer)
    found += queries.tombstones(post_ids - {post.id for post in found})
    return {int(view.id): view for view in engagement.post_views(found, viewer=viewer)}


def _comments(comment_ids: set[int], shown_posts: dict[int, PostView], viewer: Account) -> dict[int, CommentView]:
    rows = under_posts.comments_by_ids(sorted(comment_ids), viewer=viewer).values()
    found: list[Comment] = [comment for comment in rows if comment.post_id in shown_posts]
    authors = {post_id: int(view.author.id) for post_id, view in shown_posts.items() if view.author}
    views = engagement.comment_views(found, post_author_ids=authors, viewer=viewer)
    return {int(view.id): view for view in views}


def _is_shown(notice: Notice, batch: _Batch) -> bool:
    if not wording.is_known(notice):
        return False
    if notice.kind != "system" and not batch.actors.get(notice.id):
        return False
    if notice.post_id and notice.post_id not in batch.posts:
        return False
    return not notice.comment_id or notice.comment_id in batch.comments


def _view(notice: Notice, batch: _Batch) -> NoticeView:
    actors = [account_view(actor) for actor in batch.actors.get(notice.id, [])]
    post = batch.posts.get(notice.post_id or 0)
    is_own = post is not None and post.marks.is_own
    return NoticeView(
        id=str(notice.id),
        kind=notice.kind,
        said=wording.said(notice, is_own=is_own),
        code=notice.code,
        detail=wording.detail(notice, is_own=is_own),
        button=wording.button(notice),
        icon=wording.icon(notice),
        actors=actors,
        actor_count=notice.actor_count,
        at=notice.updated_at,
        is_unread=notice.is_unread,
        url=_url(notice, batch.viewer),
        post=post,
        comment=batch.comments.get(notice.comment_id or 0),
        people=[batch.fans[actor.id] for actor in actors] if notice.kind == "fan" else None,
        is_heard=post is None or int(post.root.id if post.root else post.id) not in batch.muted,
    )


def _url(notice: Notice, viewer: Account) -> str:
    if address := wording.page(notice):
        return address
    if notice.post_id is None:
        return f"/u/{viewer.id}/fans"
    page = f"/posts/{notice.post_id}"
    if notice.comment_id is not None:
        return f"{page}?comment={notice.comment_id}#comment-{notice.comment_id}"
    return page + {"repost": "?tab=reposts", "like": "?tab=likes"}.get(notice.kind, "")
