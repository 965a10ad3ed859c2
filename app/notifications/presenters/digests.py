"""What came since the last letter, as the next one tells it.

A letter lies in other people's machines: it names who did what, and repeats words from public posts alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import Account
from app.kernel import formats, mail
from app.kernel.security import signed
from app.notifications import queries
from app.notifications.presenters.noticing import NoticeView, notice_views
from app.posts.presenters import PostView, Segment

SHOWN = 10
_LOOKED_AT = 40
_EXCERPT = 80
PURPOSE = "digest"


@dataclass(frozen=True, slots=True)
class DigestLine:
    """Who did what, the words it is about where they are public, and where it leads."""

    who: str
    said: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class DigestView:
    """One letter. `newest` is the latest news it tells of; `stop_url` ends the letters without logging in."""

    nickname: str
    subject: str
    lines: list[DigestLine]
    more: int
    url: str
    settings_url: str
    stop_url: str
    newest: int


def digest_view(account: Account, *, since: int) -> DigestView | None:
    """The unread notices with news after the id `since`; None when there is nothing to tell."""
    notices = queries.unread_since(account, since=since, limit=_LOOKED_AT)
    views = notice_views(notices, account)
    if not views:
        return None
    return DigestView(
        nickname=account.nickname,
        subject=_subject(len(views), is_all=len(notices) < _LOOKED_AT),
        lines=[_line(view) for view in views[:SHOWN]],
        more=max(len(views) - SHOWN, 0),
        url=mail.link("/notifications"),
        settings_url=mail.link("/settings/notifications"),
        stop_url=mail.link(f"/digests/{signed(PURPOSE, account.id)}"),
        newest=max(notice.latest_id for notice in notices),
    )


def _subject(number: int, *, is_all: bool) -> str:
    if not is_all:
        return _("More than %(num)s things happened while you were away", num=number)
    return ngettext("%(num)s thing happened while you were away", "%(num)s things happened while you were away", number)


def _line(view: NoticeView) -> DigestLine:
    return DigestLine(_who(view), view.said, _words(view), mail.link(view.url))


def _who(view: NoticeView) -> str:
    names = _(", ").join(actor.nickname for actor in view.actors[:2])
    if view.actor_count > 2:
        return f"{names} {_('and others (%(num)s people)', num=formats.count(view.actor_count))}"
    return names


def _words(view: NoticeView) -> str:
    post = view.post
    if post is None or not _is_for_all(post):
        return ""
    if view.comment is not None:
        return "" if view.comment.is_deleted or view.comment.is_waiting else _plain(view.comment.segments)
    return _plain(post.head)


def _is_for_all(post: PostView) -> bool:
    """Whether anyone may read these words, unasked."""
    return post.audience == "public" and not post.is_deleted and not post.is_folded


def _plain(segments: Iterable[Segment]) -> str:
    words = "".join(" " if part.kind == "break" else part.emoji or part.text for part in segments).strip()
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…"
