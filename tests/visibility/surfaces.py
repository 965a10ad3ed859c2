"""Every way to a post: a page that shows it, a file that hangs on it, an act upon it, a socket that speaks of it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from flask import Flask
from flask.testing import FlaskClient

from app.kernel.database import db
from app.kernel.realtime import socketio
from app.live import operations as live
from app.posts.models import Post
from tests.visibility.table import AUDIENCES, READERS, RELATIONS, seen
from tests.visibility.world import World

FRAGMENT = {"X-Fragment": "1"}
OUTSIDERS = {"logged_out"}


@dataclass(frozen=True)
class Visit:
    """A viewer with her browser, looking at a world."""

    app: Flask
    client: FlaskClient
    world: World

    def page(self, path: str, **headers: str) -> str:
        """What stands on a page; of an answer that refuses, too: words may leak there as well."""
        return self.client.get(path, headers=headers).get_data(as_text=True)

    def told(self, path: str) -> set[str]:
        """The audiences whose words stand on one page that may show all."""
        return self.world.told_in(self.page(path)) | self.world.told_in(self.page(path, **FRAGMENT))

    def each(self, path: str, posts: dict[str, Post] | None = None) -> set[str]:
        """The audiences whose words stand on the page of their own post; no other post's words may stand there."""
        shown = set()
        for audience, post in (posts or self.world.posts).items():
            for headers in ({}, FRAGMENT):
                found = self.world.told_in(self.page(path.format(post.id), **headers))
                assert found <= {audience}
                shown |= found
        return shown

    def done(self, path: str, method: str = "POST", **form: str) -> set[str]:
        """The audiences upon whose posts an act succeeds."""
        answers = {
            audience: self.client.open(path.format(post.id), method=method, data=form, headers=FRAGMENT)
            for audience, post in self.world.posts.items()
        }
        return {audience for audience, answer in answers.items() if answer.status_code < 300}


@dataclass(frozen=True)
class Surface:
    """`look` tells the audiences that were met there; `narrows` what may be met of those that may be seen at all."""

    look: Callable[[Visit], set[str]]
    narrows: Callable[[str], set[str]] = lambda relation: set(AUDIENCES)
    may_hide: Collection[str] = ()

    def expected(self, relation: str) -> set[str]:
        """What this viewer meets here at most; and at least, unless the surface `may_hide` it from such a viewer."""
        return seen(relation) & self.narrows(relation)


def in_feeds(relation: str) -> set[str]:
    """Feeds show those whom one follows, but for those one has muted."""
    return set(AUDIENCES) if relation in READERS else set()


def on_the_square(relation: str) -> set[str]:
    """广场 shows what is public, but for those one has muted."""
    return set() if relation == "muter" else {"public"}


def logged_in(relation: str) -> set[str]:
    """Acts and lists of one's own are for people with an account."""
    return set() if relation in OUTSIDERS else set(AUDIENCES)


def reposting(relation: str) -> set[str]:
    """Only what is public can be passed on."""
    return logged_in(relation) & {"public"}


def is_own(relation: str) -> set[str]:
    """What the author alone may do."""
    return set(AUDIENCES) if relation == "self" else set()


def files(visit: Visit) -> set[str]:
    """Pictures by their address; never kept by others' caches unless everybody may see them."""
    shown = set()
    for audience, address in visit.world.pictures.items():
        answer = visit.client.get(address)
        if answer.status_code == 200:
            shown.add(audience)
            assert ("public" in answer.headers["Cache-Control"]) == (audience == "public")
        answer.close()
    return shown


def rooms(visit: Visit) -> set[str]:
    """Counts are told to those who watch a post: who may not see it is not let into its room."""
    socket = socketio.test_client(visit.app, flask_test_client=visit.client)
    ids = {str(post.id): audience for audience, post in visit.world.posts.items()}
    socket.emit("post:watch", {"ids": list(ids)})
    for post_id in ids:
        socket.emit("thread:watch", {"id": post_id})
    for post_id in ids:
        live.tell_counts(db.session.get_one(Post, int(post_id)))
        live.tell_comment(int(post_id), 1)
    heard = socket.get_received()
    socket.disconnect()
    return {ids[message["args"][0].get("post_id") or message["args"][0]["id"]] for message in heard}


def which(visit: Visit, path: str) -> set[str]:
    """The audiences whose posts are named by their ids alone."""
    named = (visit.client.get(path, headers=FRAGMENT).get_json(silent=True) or {}).get("ids", ())
    return {audience for audience, post in visit.world.posts.items() if str(post.id) in named}


def reposts(visit: Visit) -> set[str]:
    """The quoted root in a public repost by somebody else."""
    return visit.each("/posts/{}", visit.world.reposts)


def sending_on(visit: Visit) -> set[str]:
    """Sending a post to a friend; what she then reads is the surface `a message`."""
    return visit.done("/posts/{}/messages", to=str(visit.world.friend.id))


SURFACES = {
    "its page": Surface(lambda visit: visit.each("/posts/{}")),
    "its fragment": Surface(lambda visit: visit.each("/posts/{}/fragment")),
    "its comments": Surface(lambda visit: visit.each("/posts/{}?tab=comments")),
    "its reposts": Surface(lambda visit: visit.each("/posts/{}?tab=reposts")),
    "its likes": Surface(lambda visit: visit.each("/posts/{}?tab=likes")),
    "its history": Surface(lambda visit: visit.each("/posts/{}/history")),
    "its poll": Surface(lambda visit: visit.each("/posts/{}/poll")),
    "its permissions": Surface(lambda visit: visit.each("/posts/{}/permissions"), is_own, may_hide=RELATIONS),
    "its edit form": Surface(lambda visit: visit.each("/posts/{}/edit"), is_own),
    "a repost of it": Surface(reposts),
    "the repost dialog": Surface(lambda visit: visit.each("/posts/{}/reposts/new"), reposting),
    "the message dialog": Surface(lambda visit: visit.each("/posts/{}/messages/new"), logged_in),
    "a friend's page": Surface(lambda visit: visit.told(f"/u/{visit.world.friend.id}")),
    "the profile": Surface(lambda visit: visit.told(f"/u/{visit.world.author.id}")),
    "the profile's originals": Surface(lambda visit: visit.told(f"/u/{visit.world.author.id}?tab=original")),
    "the profile's pictures": Surface(lambda visit: visit.told(f"/u/{visit.world.author.id}?tab=images")),
    "the topic, live": Surface(lambda visit: visit.told("/topic/暗号?tab=live"), may_hide={"muter"}),
    "the topic, hot": Surface(lambda visit: visit.told("/topic/暗号?tab=hot"), may_hide={"muter"}),
    "the topic, products": Surface(lambda visit: visit.told("/topic/暗号?tab=products"), may_hide={"muter"}),
    "the product": Surface(lambda visit: visit.told(f"/p/{visit.world.product.id}"), may_hide={"muter"}),
    "home": Surface(lambda visit: visit.told("/"), in_feeds),
    "home, friends": Surface(lambda visit: visit.told("/?feed=friends"), in_feeds, may_hide=RELATIONS),
    "home, special": Surface(lambda visit: visit.told("/?feed=special"), in_feeds, may_hide=RELATIONS),
    "home, news": Surface(lambda visit: visit.told("/timeline/new?since=0"), in_feeds),
    "home, which news": Surface(lambda visit: which(visit, "/timeline/new/ids?since=0"), in_feeds),
    "the square": Surface(lambda visit: visit.told("/public"), on_the_square),
    "the square, news": Surface(lambda visit: visit.told("/timeline/new?since=0&feed=public"), on_the_square),
    "the square, which news": Surface(
        lambda visit: which(visit, "/timeline/new/ids?since=0&feed=public"), on_the_square
    ),
    "favourites": Surface(lambda visit: visit.told("/favourites"), logged_in),
    "notices": Surface(lambda visit: visit.told("/notifications"), logged_in),
    "notices, mentions": Surface(lambda visit: visit.told("/notifications?kind=mention"), logged_in),
    "a message": Surface(lambda visit: visit.told(f"/messages/{visit.world.friend.id}"), logged_in),
    "the messages": Surface(lambda visit: visit.told("/messages"), logged_in, may_hide=RELATIONS),
    "search": Surface(lambda visit: visit.told("/search?q=暗"), may_hide=RELATIONS),
    "its pictures": Surface(files),
    "its socket rooms": Surface(rooms),
    "liking": Surface(lambda visit: visit.done("/posts/{}/like"), logged_in),
    "keeping": Surface(lambda visit: visit.done("/posts/{}/favourite"), logged_in),
    "commenting": Surface(lambda visit: visit.done("/posts/{}/comments", text="说一句"), logged_in),
    "voting": Surface(lambda visit: visit.done("/posts/{}/votes", choice="0"), logged_in),
    "reposting": Surface(lambda visit: visit.done("/posts/{}/reposts", text="传"), reposting),
    "pinning": Surface(lambda visit: visit.done("/posts/{}/pin"), is_own),
    "editing": Surface(lambda visit: visit.done("/posts/{}/versions", text="改过"), is_own),
    "sending it on": Surface(sending_on, logged_in),
}
