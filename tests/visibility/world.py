"""One author with a post for each audience, everything hanging on them, and one viewer with all traces of the past."""

from dataclasses import dataclass, field

from app.accounts.models import Account
from app.engagement.models import Favourite, PostLike
from app.kernel import clock, storage
from app.kernel.database import db
from app.kernel.transactions import add, operation
from app.messages.models import Conversation, Message, Participant
from app.notifications.models import Notice, NoticeActor
from app.posts.models import (
    Poll,
    PollOption,
    Post,
    PostImage,
    PostMention,
    PostTopic,
    PostVersion,
    Topic,
)
from app.products.models import Product
from app.relationships.models import Block, Group, GroupMember, Mute
from app.timelines.models import HomeEntry
from tests.support import makers
from tests.visibility.table import AUDIENCES

WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00/\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00"


@dataclass
class World:
    """`viewer` is None for someone logged out; the dictionaries are by audience."""

    author: Account
    viewer: Account | None
    friend: Account
    group: Group
    topic: Topic
    product: Product
    posts: dict[str, Post] = field(default_factory=dict)
    reposts: dict[str, Post] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)

    def told_in(self, page: str) -> set[str]:
        """The audiences whose secret words stand in a text."""
        return {audience for audience in AUDIENCES if secret(audience) in page}


def secret(audience: str) -> str:
    """The words of the post for an audience, found nowhere else."""
    return f"暗语{audience}只说给该听的人"


@operation
def build(relation: str) -> World:
    """The world in which the viewer stands so to the author."""
    author, friend = makers.make_account("author", "作者"), makers.make_account("friend", "传话人")
    viewer = _viewer(relation, author)
    group = add(Group(owner_id=author.id, name="密友", created_at=clock.now()))
    topic = add(Topic(name="暗号", key="暗号", created_at=clock.now()))
    world = World(author, viewer, friend, group, topic, makers.make_product())
    if viewer is not None and viewer is not author:
        _relate(world, relation, viewer)
    for audience in AUDIENCES:
        _write(world, audience)
    return world


def _viewer(relation: str, author: Account) -> Account | None:
    if relation in ("self", "logged_out"):
        return author if relation == "self" else None
    return makers.make_account("viewer", "看客", role="moderator" if relation == "staff" else "member")


def _relate(world: World, relation: str, viewer: Account) -> None:
    author = world.author
    if relation in ("mutual", "fan", "muter"):
        makers.make_follow(by=viewer, of=author)
    if relation == "mutual":
        makers.make_follow(by=author, of=viewer)
    if relation == "muter":
        add(Mute(muter_id=viewer.id, muted_id=author.id, created_at=clock.now()))
    if relation in ("member", "blocked", "blocker"):
        add(GroupMember(group_id=world.group.id, account_id=viewer.id, created_at=clock.now()))
    if relation in ("blocked", "blocker"):
        blocker, blocked = (author, viewer) if relation == "blocked" else (viewer, author)
        add(Block(blocker_id=blocker.id, blocked_id=blocked.id, created_at=clock.now()))


def _write(world: World, audience: str) -> None:
    author, now = world.author, clock.now()
    post = makers.make_post(
        by=author, text=secret(audience), cards=[world.product], audience=audience, has_poll=True, version=2,
        edited_at=now, group_id=world.group.id if audience == "group" else None,
    )  # fmt: skip
    world.posts[audience] = post
    add(PostTopic(post_id=post.id, topic_id=world.topic.id))
    add(PostVersion(post_id=post.id, number=1, text=secret(audience), entities=[], images=[], created_at=now))
    add(Poll(post_id=post.id, most=1, closes_at=now.replace(year=now.year + 1)))
    for position in range(2):
        add(PollOption(post_id=post.id, position=position, text=f"{secret(audience)}{position}"))
    world.pictures[audience] = _picture(post)
    world.reposts[audience] = makers.make_repost(post, by=world.friend, text=f"传话{audience}")
    if world.viewer is not None:
        _leave_traces(world, post, world.viewer)


def _picture(post: Post) -> str:
    image = makers.make_image(by=post.author)
    image.guard, image.attached_to, image.attached_at = "post", post.id, clock.now()
    add(PostImage(post_id=post.id, position=0, image=image, alt=""))
    post.has_images = True
    storage.save(f"{image.key}-large.webp", WEBP)
    return f"/media/{image.key}-large.webp"


def _leave_traces(world: World, post: Post, viewer: Account) -> None:
    """What the past has stored for the viewer, whether or not she may see it today."""
    now = clock.now()
    add(HomeEntry(account_id=viewer.id, post_id=post.id, author_id=post.author_id))
    add(PostMention(post_id=post.id, account_id=viewer.id))
    add(Favourite(account_id=viewer.id, post_id=post.id, created_at=now))
    add(PostLike(account_id=viewer.id, post_id=post.id, created_at=now))
    post.like_count += 1
    notice = add(Notice(account_id=viewer.id, kind="mention", group_key=f"mention:post:{post.id}", post_id=post.id,
                        latest_id=post.id, actor_count=1, updated_at=now))  # fmt: skip
    add(NoticeActor(notice_id=notice.id, account_id=world.friend.id, id=post.id))
    _share(world.friend, viewer, post)


def _share(friend: Account, viewer: Account, post: Post) -> None:
    """A friend has sent the post in a message."""
    pair = "-".join(map(str, sorted((friend.id, viewer.id))))
    talk = db.session.scalar(db.select(Conversation).filter_by(pair=pair))
    if talk is None:
        talk = add(Conversation(pair=pair, created_at=clock.now()))
        for one, other in ((friend, viewer), (viewer, friend)):
            add(Participant(conversation_id=talk.id, account_id=one.id, other_id=other.id))
    message = add(Message(conversation_id=talk.id, author_id=friend.id, post_id=post.id, created_at=clock.now()))
    for one in (friend, viewer):
        db.session.get_one(Participant, (talk.id, one.id)).latest_id = message.id
