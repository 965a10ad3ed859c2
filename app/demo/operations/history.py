"""What happened, moment by moment, each act by the operation that people use."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial

from app.accounts.models import Account
from app.demo import content, planning
from app.demo.content.timing import DAY, DAYS
from app.demo.operations import gallery
from app.demo.operations.long_ago import PastLike, like_long_ago
from app.demo.operations.stage import Stage, known_since
from app.engagement import operations as engagement
from app.engagement.models import Comment
from app.kernel import ids, jobs, outbox
from app.messages import operations as messages
from app.messages.queries import conversation_or_none
from app.notifications import operations as notifications
from app.posts import operations as posts
from app.posts import queries
from app.posts.models import OptionWriting, PollWriting, Post, Writing
from app.products import operations as products
from app.relationships import operations as relationships
from app.relationships.models import Group

SEEN_AGAIN = (20, 400)  # minutes ago: when the prices were looked at last
LONG_AGO = DAY  # nobody sees any more in which order people liked something before
GONE = (2 * DAY, 5 * DAY)
EDITED_AFTER = 240  # minutes
OPENED, FILLED = DAYS * DAY, 5  # minutes ago: groups, before anything is said in them; and all who belong there
HOSTED = 90
LEFT_OVER = {"out_of_stock": ("out_of_stock", "live"), "discontinued": ("out_of_stock", "ended")}

Act = Callable[[datetime], object]


@dataclass
class History:
    """The acts of a world; `posts`, `comments` and `groups` fill up by key while they are performed."""

    world: content.World
    stage: Stage
    seed: int
    now: datetime
    posts: dict[str, Post] = field(default_factory=dict)
    comments: dict[str, Comment] = field(default_factory=dict)
    groups: dict[tuple[str, str], Group] = field(default_factory=dict)

    def in_order(self) -> list[tuple[datetime, Act]]:
        """Everything from old to new; what is answered comes before the answer."""
        # Of one moment the things themselves come first: a product before the post about it.
        acts = [(self.moment(age, key), place, act) for place, (age, key, act) in enumerate(self._acts())]
        return [(moment, act) for moment, _, act in sorted(acts, key=lambda one: one[:2])]

    def moment(self, minutes_ago: int, key: str) -> datetime:
        """Within that minute at a second that the key decides; never in the future."""
        return self.now - timedelta(minutes=minutes_ago, milliseconds=zlib.crc32(key.encode()) % 60_000)

    def _acts(self) -> Iterator[tuple[int, str, Act]]:
        graph = planning.follows(self.world, self.seed)
        for product in self.world.products:
            yield from self._sightings(product)
        for follow in graph:
            yield follow.minutes_ago, follow.by + follow.of, partial(self._follow, follow)
        yield from self._words()
        yield from self._reactions(graph)
        for post in self.world.posts:
            yield from self._afterwards(post)
        for circle in self.world.circles:
            yield OPENED, circle.by, partial(self._open_groups, circle)
            yield FILLED, circle.by, partial(self._fill_groups, circle)
        for hosting in self.world.hostings:
            yield HOSTED, hosting.name, partial(self._host, hosting)
        for visit in planning.visits(self.world, self.seed):
            yield visit.minutes_ago, visit.by, partial(self._visit, visit)

    def _words(self) -> Iterator[tuple[int, str, Act]]:
        """Everything that is said, in public and between two."""
        for post in self.world.posts:
            yield post.minutes_ago, post.key, partial(self._publish, post)
        for node in self.world.reposts:
            yield node.minutes_ago, node.key, partial(self._repost, node)
        for comment in self.world.comments:
            yield comment.minutes_ago, comment.key, partial(self._comment, comment)
        for message in self.world.messages:
            yield message.minutes_ago, message.by + message.to, partial(self._write, message)

    def _reactions(self, graph: list[planning.Follow]) -> Iterator[tuple[int, str, Act]]:
        """Everything that is done without a word."""
        liked = planning.likes(self.world, graph, self.seed)
        past = [like for like in liked if like.minutes_ago >= LONG_AGO]
        yield LONG_AGO, "", partial(self._like_long_ago, past)
        for like in liked:
            if like.minutes_ago < LONG_AGO:
                yield like.minutes_ago, like.by + like.to, partial(self._like, like)
        for kept in planning.favourites(self.world, liked, self.seed):
            yield max(0, kept.minutes_ago - 1), kept.by + kept.to, partial(self._keep, kept)
        for want in planning.wants(self.world, self.seed):
            yield want.minutes_ago, want.by + want.to, partial(self._want, want)
        for vote in planning.votes(self.world, graph, self.seed):
            yield vote.minutes_ago, vote.by + vote.to, partial(self._vote, vote)

    def _afterwards(self, post: content.Post) -> Iterator[tuple[int, str, Act]]:
        """What becomes of a post when it is out."""
        if post.before:
            yield max(post.minutes_ago // 2, post.minutes_ago - EDITED_AFTER), post.key, partial(self._edit, post)
        if post.is_pinned:
            yield post.minutes_ago // 2, post.key, partial(self._pin, post)
        if post.question and (age := post.minutes_ago - post.question.minutes - 1) >= 0:
            yield age, post.key, self.deliver_reminders

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
        poll = self._poll(post.question, by, now) if post.question else None
        writing = Writing(
            text=post.before or post.text, image_ids=list(alts), alts=alts, product_ids=cards, poll=poll,
            is_folded=bool(post.fold), fold_note=post.fold, is_ai_made=post.is_ai_made, audience=post.audience,
            group_id=self.groups[post.by, post.group].id if post.group else None,
        )  # fmt: skip
        self.posts[post.key] = posts.publish_at_once(posts.tidied(writing), by=by, now=now, client_key=None)

    def _poll(self, question: content.Question, by: Account, now: datetime) -> PollWriting:
        options = [
            OptionWriting(
                one.text,
                self.stage.gallery.hang(gallery.plain(one.picture), by=by, now=now).id if one.picture else None,
                self.stage.products[one.card].id if one.card else None,
            )
            for one in question.options
        ]
        return PollWriting(options, most=question.most, open_for=question.minutes)

    def _vote(self, vote: planning.Vote, now: datetime) -> None:
        posts.vote(self.posts[vote.to], by=self.stage.accounts[vote.by], choices=vote.choices, now=now)

    def deliver_reminders(self, now: datetime) -> None:
        """Let everybody hear what was to be heard by now."""
        while due := outbox.due(now):
            for row_id in due:
                jobs.deliver(row_id)

    def _edit(self, post: content.Post, now: datetime) -> None:
        row = self.posts[post.key]
        alts = {one.image_id: one.alt for one in queries.images_of([row.id]).get(row.id, [])}
        posts.edit_at_once(row, by=self.stage.accounts[post.by], text=post.text, said=alts, now=now)

    def _pin(self, post: content.Post, now: datetime) -> None:
        posts.pin(self.posts[post.key], by=self.stage.accounts[post.by], now=now)

    def _repost(self, node: content.Repost, now: datetime) -> None:
        original, by = self.posts[node.parent], self.stage.accounts[node.by]
        wanted = posts.Repost(original.id, node.text)
        self.posts[node.key] = posts.repost_at_once(wanted, by=by, now=now, client_key=None)

    def _comment(self, said: content.Comment, now: datetime) -> None:
        answered = self.comments[said.reply_to] if said.reply_to else None
        by, post = self.stage.accounts[said.by], self.posts[said.post]
        self.comments[said.key] = engagement.comment_at_once(post, by=by, text=said.text, now=now, reply_to=answered)

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

    def _open_groups(self, circle: content.Circle, now: datetime) -> None:
        by = self.stage.accounts[circle.by]
        for name, _ in circle.groups:
            self.groups[circle.by, name] = relationships.create_group(name, by=by, now=now)

    def _fill_groups(self, circle: content.Circle, now: datetime) -> None:
        by = self.stage.accounts[circle.by]
        for name, members in circle.groups:
            for member in members:
                group = self.groups[circle.by, name]
                relationships.add_to_group(group, self.stage.accounts[member], by=by, now=now)
        for one in circle.special:
            relationships.mark_special(self.stage.accounts[one], by=by)

    def _host(self, hosting: content.Hosting, now: datetime) -> None:
        if (topic := queries.topic_or_none(hosting.name)) is None:
            return
        staff = next(account for account in self.stage.accounts.values() if account.is_staff)
        posts.tend(topic, lead=hosting.lead, host=self.stage.accounts[hosting.host], names_host=True, by=staff)
        for fan in hosting.fans:
            posts.follow_topic(topic, by=self.stage.accounts[fan], now=now)

    def _write(self, message: content.Message, now: datetime) -> None:
        to, by = self.stage.accounts[message.to], self.stage.accounts[message.by]
        if conversation := conversation_or_none(by, to.id):  # who answers has read
            messages.read(conversation, by=by, up_to=ids.new_id(now))
        messages.send_at_once(
            to, by=by, text=message.text, now=now,
            product_id=self.stage.products[message.card].id if message.card else None,
            post_id=self.posts[message.post].id if message.post else None,
        )  # fmt: skip

    def _visit(self, visit: planning.Visit, now: datetime) -> None:
        notifications.read(by=self.stage.accounts[visit.by])
