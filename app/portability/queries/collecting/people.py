"""Who somebody is here, whom she knows, what she has chosen, and what the site has noted about her."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts.models import Account, LogIn
from app.kernel.database import db
from app.media.models import Image
from app.messages.models import MessageSetting
from app.portability.queries.collecting.posts import files_of_picture
from app.portability.queries.collecting.reading import batches, columns, plain
from app.posts.models import Draft, Topic, TopicFollow
from app.relationships.models import Block, Follow, Group, GroupMember, Mute, RepostMute
from app.screening.models import Limit
from app.timelines.models import FeedSetting, MutedTopic, MutedWord
from app.verification.models import Application, Verification

_WHO = (
    "id", "handle", "nickname", "email", "bio", "language", "theme", "badge", "badge_reason", "role", "created_at",
    "follower_count", "following_count", "post_count",
)  # fmt: skip


_EDGES: tuple[tuple[str, Any, Any, Any], ...] = (
    ("follow", Follow, Follow.follower_id, Follow.followee_id),
    ("fan", Follow, Follow.followee_id, Follow.follower_id),
    ("block", Block, Block.blocker_id, Block.blocked_id),
    ("mute", Mute, Mute.muter_id, Mute.muted_id),
    ("mute_reposts", RepostMute, RepostMute.muter_id, RepostMute.muted_id),
)


def account_of(account: Account) -> Iterator[dict[str, Any]]:
    """Who she is here."""
    keys = [key for key in (account.avatar_key, account.banner_key) if key]
    images = {image.key: image for image in db.session.scalars(select(Image).where(Image.key.in_(keys)))}
    yield {
        **columns(account, *_WHO),
        "avatar": files_of_picture(images.get(account.avatar_key)),
        "banner": files_of_picture(images.get(account.banner_key)),
    }


def relations_of(account: Account) -> Iterator[dict[str, Any]]:
    """Whom she follows, blocks and mutes, who follows her, and her groups; people by their handles."""
    for kind, model, own, other in _EDGES:
        rows = select(model, Account.handle).join(Account, Account.id == other).where(own == account.id)
        for row, handle in db.session.execute(rows.order_by(model.created_at, other)):
            told = {"kind": kind, "handle": handle, **columns(row, "created_at")}
            yield told | ({"is_special": row.is_special} if kind == "follow" else {})
    groups = select(Group).where(Group.owner_id == account.id).order_by(Group.position, Group.id)
    for group in db.session.scalars(groups):
        members = select(Account.handle).join(GroupMember, GroupMember.account_id == Account.id)
        handles = db.session.scalars(members.where(GroupMember.group_id == group.id).order_by(GroupMember.id))
        yield {"kind": "group", "name": group.name, **columns(group, "created_at"), "members": list(handles)}
    topics = select(TopicFollow).where(TopicFollow.account_id == account.id).options(joinedload(TopicFollow.topic))
    for follow in db.session.scalars(topics.order_by(TopicFollow.id)):
        yield {"kind": "topic", "name": follow.topic.name, **columns(follow, "created_at")}


def drafts_of(account: Account) -> Iterator[dict[str, Any]]:
    """What she has begun to write."""
    for rows in batches(select(Draft).where(Draft.account_id == account.id), Draft.id):
        for row in rows:
            yield {**columns(row, "publish_at", "created_at", "updated_at"), "content": plain(row.content)}


def settings_of(account: Account) -> Iterator[dict[str, Any]]:
    """What she has chosen."""
    me = account.id
    yield {"setting": "language", "value": account.language}
    yield {"setting": "theme", "value": account.theme}
    accepts = db.session.scalar(select(MessageSetting.accepts).where(MessageSetting.account_id == me))
    yield {"setting": "messages_from", "value": accepts or "all"}
    hides = db.session.scalar(select(FeedSetting.hides_products).where(FeedSetting.account_id == me))
    yield {"setting": "hides_product_posts", "value": bool(hides)}
    for word in db.session.scalars(select(MutedWord.word).where(MutedWord.account_id == me).order_by(MutedWord.id)):
        yield {"setting": "muted_word", "value": word}
    topics = select(Topic.name).join(MutedTopic, MutedTopic.topic_id == Topic.id).where(MutedTopic.account_id == me)
    for name in db.session.scalars(topics.order_by(Topic.name)):
        yield {"setting": "muted_topic", "value": name}


def log_ins_of(account: Account) -> Iterator[dict[str, Any]]:
    """When and from where she came in."""
    for rows in batches(select(LogIn).where(LogIn.account_id == account.id), LogIn.id):
        for row in rows:
            yield columns(row, "outcome", "address", "browser", "created_at")


def standing_of(account: Account) -> Iterator[dict[str, Any]]:
    """What limits her, and as what she is or wanted to be verified; who of the staff did it is not said."""
    for limit in db.session.scalars(select(Limit).where(Limit.account_id == account.id).order_by(Limit.id)):
        yield {"about": "limit", **columns(limit, "kind", "code", "words", "starts_at", "ends_at", "lifted_at")}
    mine = select(Application).where(Application.account_id == account.id).order_by(Application.id)
    for row in db.session.scalars(mine):
        told = columns(row, "kind", "organisation", "name", "field", "statement", "state", "reason", "created_at")
        yield {"about": "application", **told}
    verified = db.session.get(Verification, account.id)
    if verified is not None:
        yield {"about": "verification", **columns(verified, "kind", "name", "reason", "verified_at", "expires_at")}
