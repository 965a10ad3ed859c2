"""Whatever people do, in whatever order, every counter agrees with the rows it counts."""

import contextlib
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.engagement import operations as engagement
from app.engagement import queries as engagement_knows
from app.kernel import clock
from app.kernel.database import db
from app.kernel.errors import Refusal
from app.posts import operations as posts
from app.posts import queries as posts_know
from app.posts.models import OptionWriting, PollWriting
from app.relationships import operations as relationships
from app.relationships import queries as relationships_know

TEXTS = ["", "好", "#话题# @鲍勃大V", "#话题##别的#", "看这个"]
ACTS = [
    "publish", "ask", "repost", "repost", "edit", "delete", "restore", "purge", "like", "unlike", "comment", "reply",
    "uncomment", "like_comment", "favourite", "vote", "follow", "unfollow", "block", "unblock", "want", "narrow",
]  # fmt: skip
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 2**32)), max_size=40)


class Town:
    """Three people, a product, and all that they have made."""

    def __init__(self, people, product):
        self.people, self.product = people, product
        self.posts, self.comments = [], []

    def step(self, act, seed):
        """Do it with whatever `seed` picks; what the site refuses is no matter."""
        pick = random.Random(seed)
        by, other = pick.sample(self.people, 2)
        with contextlib.suppress(Refusal):
            getattr(self, act)(by, other, pick)

    def publish(self, by, _other, pick):
        cards = [self.product.id] if pick.random() < 0.5 else []
        audience = pick.choice(["public", "public", "fans", "self"])
        text = pick.choice(TEXTS) or "字"
        self.posts.append(posts.publish(by=by, text=text, now=clock.now(), product_ids=cards, audience=audience))

    def ask(self, by, _other, _pick):
        poll = PollWriting([OptionWriting("一"), OptionWriting("二")])
        self.posts.append(posts.publish(by=by, text="选", now=clock.now(), poll=poll))

    def repost(self, by, _other, pick):
        if self.posts:
            original = pick.choice(self.posts)
            ticked = [original.id] if pick.random() < 0.3 else []
            self.posts.append(
                posts.repost(original, by=by, text=pick.choice(TEXTS), now=clock.now(), comment_on=ticked)
            )

    def edit(self, by, _other, pick):
        if mine := [post for post in self.posts if post.author_id == by.id]:
            posts.edit(pick.choice(mine), by=by, text=pick.choice(TEXTS), now=clock.now())

    def delete(self, by, _other, pick):
        if mine := [post for post in self.posts if post.author_id == by.id]:
            posts.delete(pick.choice(mine), by=by, now=clock.now())

    def restore(self, by, _other, pick):
        if mine := [post for post in self.posts if post.author_id == by.id]:
            posts.restore(pick.choice(mine), by=by, now=clock.now())

    def purge(self, _by, _other, pick):
        if gone := [post for post in self.posts if post.is_deleted]:
            posts.purge(pick.choice(gone).id, clock.now().replace(year=2100))

    def narrow(self, by, _other, pick):
        if mine := [post for post in self.posts if post.author_id == by.id]:
            posts.narrow(pick.choice(mine), by=by, audience="self")

    def like(self, by, _other, pick):
        if self.posts:
            engagement.like(pick.choice(self.posts), by=by, now=clock.now())

    def unlike(self, by, _other, pick):
        if self.posts:
            engagement.unlike(pick.choice(self.posts), by=by)

    def favourite(self, by, _other, pick):
        if self.posts:
            engagement.favourite(pick.choice(self.posts), by=by, now=clock.now())

    def comment(self, by, _other, pick):
        if self.posts:
            also = pick.random() < 0.3
            post = pick.choice(self.posts)
            self.comments.append(engagement.comment(post, by=by, text="评", now=clock.now(), also_repost=also))

    def reply(self, by, _other, pick):
        if self.comments:
            above = pick.choice(self.comments)
            post = next(one for one in self.posts if one.id == above.post_id)
            self.comments.append(engagement.comment(post, by=by, text="答", now=clock.now(), reply_to=above))

    def uncomment(self, by, _other, pick):
        if mine := [one for one in self.comments if one.author_id == by.id]:
            engagement.delete_comment(pick.choice(mine), by=by, now=clock.now())

    def like_comment(self, by, _other, pick):
        if self.comments:
            engagement.like_comment(pick.choice(self.comments), by=by, now=clock.now())

    def vote(self, by, _other, pick):
        if asked := [post for post in self.posts if post.has_poll]:
            posts.vote(pick.choice(asked), by=by, choices=[pick.randrange(2)], now=clock.now())

    def follow(self, by, other, _pick):
        relationships.follow(other, by=by, now=clock.now())

    def unfollow(self, by, other, _pick):
        relationships.unfollow(other, by=by, now=clock.now())

    def block(self, by, other, _pick):
        relationships.block(other, by=by, now=clock.now())

    def unblock(self, by, other, _pick):
        relationships.unblock(other, by=by, now=clock.now())

    def want(self, by, _other, _pick):
        engagement.want(self.product, by=by, now=clock.now())


def test_counters_agree_after_anything(app, alice, bob, carol, make_product):
    product = make_product()

    @settings(max_examples=60, deadline=None)
    @given(STEPS)
    def check(steps):
        town = Town([alice, bob, carol], product)
        for act, seed in steps:
            town.step(act, seed)
        db.session.expire_all()
        assert posts_know.miscounts() == []
        assert engagement_knows.miscounts() == []
        assert relationships_know.miscounts() == []

    check()
