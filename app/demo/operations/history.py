"""What happened, moment by moment, each act by the operation that people use."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from app.demo import content, planning
from app.demo.content.timing import DAY
from app.demo.operations import gallery
from app.demo.operations.long_ago import PastLike, like_long_ago
from app.demo.operations.stage import Stage, known_since
from app.engagement import operations as engagement
from app.engagement.models import Comment
from app.notifications import operations as notifications
from app.posts import operations as posts
from app.posts.models import Post
from app.products import operations as products
from app.relationships import operations as relationships

SEEN_AGAIN = (20, 400)  # minutes ago: when the prices were looked at last
LONG_AGO = DAY  # nobody sees any more in which order people liked something before
GONE = (2 * DAY, 5 * DAY)
LEFT_OVER = {"out_of_stock": ("out_of_stock", "live"), "discontinued": ("out_of_stock", "ended")}

Act = Callable[[datetime], object]


@dataclass
class History:
    """The acts of a world; `posts` and `comments` fill up by key while they are performed."""

    world: content.World
    stage: Stage
    seed: int
    now: datetime
    posts: dict[str, Post] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)

    def in_order(self) -> list[tuple[datetime, Act]]:
        """Everything from old to new; what is answered comes before the answer."""
        # Of one moment the things themselves come first: a product before the post about it.
        acts = [(self.moment(age, key), place, act) for place, (age, key, act) in enumerate(self._acts())]
        return [(moment, act) for moment, _, act in sorted(acts, key=lambda one: one[:2])]

    def moment(self, minutes_ago: int, key: str) -> datetime:
        """Within that minute at a second that the key decides; never in the future."""
        return self.now - timedelta(minutes=minutes_ago, milliseconds=zlib.crc32(key.encode()) % 60_000)

    def _acts(self) -> Iterator[tuple[int, str, Act]]:
        world, graph = self.world, planning.follows(self.world, self.seed)
        for product in world.products:
            yield from self._sightings(product)
        for follow in graph:
            yield follow.minutes_ago, follow.by + follow.of, partial(self._follow, follow)
        for post in world.posts:
            yield post.minutes_ago, post.key, partial(self._publish, post)
        for node in world.reposts:
            yield node.minutes_ago, node.key, partial(self._repost, node)
        for comment in world.comments:
            yield comment.minutes_ago, comment.key, partial(self._comment, comment)
        liked = planning.likes(world, graph, self.seed)
        past = [like for like in liked if like.minutes_ago >= LONG_AGO]
        yield LONG_AGO, "", partial(self._like_long_ago, past)
        for like in liked:
            if like.minutes_ago < LONG_AGO:
                yield like.minutes_ago, like.by + like.to, partial(self._like, like)
        for kept in planning.favourites(world, liked, self.seed):
            yield max(0, kept.minutes_ago - 1), kept.by + kept.to, partial(self._keep, kept)
        for want in planning.wants(world, self.seed):
            yield want.minutes_ago, want.by + want.to, partial(self._want, want)
        for visit in planning.visits(world, self.seed):
            yield visit.minutes_ago, visit.by, partial(self._visit, visit)

    def _sightings(self, product: content.Product) -> Iterator[tuple[int, str, Act]]:
        ages = [days * DAY for days, _ in product.history]
        ages[0] = known_since(product, self.world)
        for age, (_, price) in zip(ages, product.history, strict=True):
            yield age, product.key, partial(self._see, product, price)
        number = zlib.crc32(product.key.encode())
        if product.availability in LEFT_OVER:
            yield GONE[0] + number % (GONE[1] - GONE[0]), product.key, partial(self._end, product)
        if LEFT_OVER.get(product.availability, ("", "live"))[1] == "live":
            again = SEEN_AGAIN[0] + number % (SEEN_AGAIN[1] - SEEN_AGAIN[0])
            yield again, product.key, partial(self._see, product, product.price)

    def _see(self, product: content.Product, price: Decimal, now: datetime) -> None:
        products.see_price(self.stage.products[product.key], price, product.currency, at=now)

    def _end(self, product: content.Product, now: datetime) -> None:
        row = self.stage.products[product.key]
        row.availability, row.state = LEFT_OVER[product.availability]

    def _follow(self, follow: planning.Follow, now: datetime) -> None:
        relationships.follow(self.stage.accounts[follow.of], by=self.stage.accounts[follow.by], now=now)

    def _publish(self, post: content.Post, now: datetime) -> None:
        by = self.stage.accounts[post.by]
        images = [self.stage.gallery.hang(gallery.plain(picture), by=by, now=now) for picture in post.pictures]
        alts = {image.id: picture.alt for image, picture in zip(images, post.pictures, strict=True)}
        cards = [self.stage.products[key].id for key in post.cards]
        self.posts[post.key] = posts.publish(
            by=by, text=post.text, now=now, image_ids=list(alts), alts=alts, product_ids=cards
        )

    def _repost(self, node: content.Repost, now: datetime) -> None:
        original, by = self.posts[node.parent], self.stage.accounts[node.by]
        self.posts[node.key] = posts.repost(original, by=by, text=node.text, now=now)

    def _comment(self, said: content.Comment, now: datetime) -> None:
        answered = self.comments[said.reply_to] if said.reply_to else None
        by, post = self.stage.accounts[said.by], self.posts[said.post]
        self.comments[said.key] = engagement.comment(post, by=by, text=said.text, now=now, reply_to=answered)

    def _like_long_ago(self, likes: list[planning.Reaction], now: datetime) -> None:
        done: dict[str, Post | Comment] = {**self.posts, **self.comments}
        like_long_ago(
            PastLike(done[like.to], self.stage.accounts[like.by], self.moment(like.minutes_ago, like.by + like.to))
            for like in likes
        )

    def _like(self, like: planning.Reaction, now: datetime) -> None:
        by = self.stage.accounts[like.by]
        if like.to in self.comments:
            engagement.like_comment(self.comments[like.to], by=by, now=now)
        else:
            engagement.like(self.posts[like.to], by=by, now=now)

    def _keep(self, kept: planning.Reaction, now: datetime) -> None:
        engagement.favourite(self.posts[kept.to], by=self.stage.accounts[kept.by], now=now)

    def _want(self, want: planning.Reaction, now: datetime) -> None:
        engagement.want(self.stage.products[want.to], by=self.stage.accounts[want.by], now=now)

    def _visit(self, visit: planning.Visit, now: datetime) -> None:
        notifications.read(by=self.stage.accounts[visit.by])
