"""A demo world that is built in seconds: a part of the real one in which something of everything happens."""

import dataclasses

from app.demo import content, operations

SEED = 11
ON_THE_DESK = ("pangpang", "shanyecha")  # one whose case was dismissed, one whose ban is proposed


def small_world() -> content.World:
    """The logins and those who take part in one story; what they say to each other, and the last days' posts."""
    world = content.load(SEED)
    root = next(node.root for node in reversed(world.reposts) if node.depth >= 4)
    people = {*operations.LOGINS, *ON_THE_DESK, *(node.by for node in world.reposts if node.root == root)}
    people |= {post.by for post in world.posts if post.key == root}
    kept = {post.key: post for post in world.posts if post.by in people and post.minutes_ago < 5000}
    kept |= {post.key: post for post in world.posts if post.key == root or post.question or post.before}
    people |= {post.by for post in kept.values()} | {message.by for message in world.messages}
    nodes = [node for node in world.reposts if node.root == root]
    comments: dict[str, content.Comment] = {}
    for said in world.comments:
        if said.by in people and said.post in kept and (said.reply_to is None or said.reply_to in comments):
            comments[said.key] = said
    return dataclasses.replace(
        world,
        accounts=tuple(account for account in world.accounts if account.handle in people),
        posts=tuple(sorted(kept.values(), key=lambda post: -post.minutes_ago)),
        reposts=tuple(nodes),
        comments=tuple(comments.values()),
        circles=tuple(among(circle, people) for circle in world.circles if circle.by in people),
        hostings=(),
        desk=of_those(world.desk, people, {*kept, *comments}),
        messages=tuple(
            one for one in world.messages if {one.by, one.to} <= people and (one.post is None or one.post in kept)
        ),
    )


def of_those(desk: content.Desk, people: set[str], keys: set[str]) -> content.Desk:
    """The desk as far as those who are there have something to do with it."""
    people = people | {guest.handle for guest in desk.guests}
    sayings = [one for one in desk.sayings if one.by in people and (not one.on or one.on in keys)]
    keys = keys | {one.key for one in sayings}
    there = {"post": keys, "comment": keys, "account": people, "topic": set()}
    return dataclasses.replace(
        desk,
        sayings=tuple(sayings),
        grievances=tuple(
            dataclasses.replace(one, reports=tuple(report for report in one.reports if report.by in people))
            for one in desk.grievances
            if one.on in there.get(one.kind, {one.on}) and any(report.by in people for report in one.reports)
        ),
    )


def among(circle: content.Circle, people: set[str]) -> content.Circle:
    """The circle without those who are not there."""
    return dataclasses.replace(
        circle,
        groups=tuple((name, tuple(one for one in members if one in people)) for name, members in circle.groups),
        special=tuple(one for one in circle.special if one in people),
    )
