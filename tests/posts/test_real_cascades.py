"""20 real repost trees rebuilt through the operation: as many nodes, as deep, every counter and chain right."""

import gzip
import json

import pytest
from sqlalchemy import func, select

from app.kernel.database import db
from app.kernel.text import weight
from app.kernel.transactions import operation
from app.posts import operations, presenters, queries
from app.posts.models import Post, Writing
from app.posts.rules import WORDS_MAX

TREES = 20
pytestmark = pytest.mark.slow


@pytest.fixture
def trees(shared_data):
    """The deepest tree of all, with its 59 levels, and the smallest of the others."""
    with gzip.open(shared_data / "cascades" / "weibo_repost_trees.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = sorted(map(json.loads, lines), key=lambda row: row["size"])
    deepest = max(rows, key=lambda row: row["depth"])
    return [deepest, *(row for row in rows if row is not deepest)][:TREES]


def test_20_real_cascades(trees, make_account, frozen_clock):
    people = [make_account() for _ in range(30)]

    @operation
    def rebuild_all():
        return [rebuild(tree, people, frozen_clock) for tree in trees]

    assert len(trees) == TREES
    roots = rebuild_all()
    for tree, root in zip(trees, roots, strict=True):
        size, depth = db.session.execute(
            select(func.count(), func.max(Post.depth)).where((Post.root_id == root.id) | (Post.id == root.id))
        ).one()
        assert (size, depth) == (tree["size"], tree["depth"])
        assert root.repost_count == tree["size"] - 1
    assert queries.miscounts() == []
    check_longest_chain(trees[0], roots[0])


def check_longest_chain(tree, root):
    """The chain of the deepest leaf is its way to the root."""
    query = select(Post).where(Post.root_id == root.id).order_by(Post.depth.desc(), Post.id).limit(1)
    leaf = db.session.scalar(query)
    view = presenters.post_view(leaf, viewer=None, full=True)
    assert len(view.chain) == tree["depth"] - 1 == 58
    way = []
    while (leaf := db.session.get(Post, leaf.parent_id)) is not root:
        way.append(leaf)
    assert [link.author.id for link in view.chain] == [str(post.author_id) for post in way]


def rebuild(tree, people, clock):
    """Nodes in the order of the tree, not of their ids: a few of them come before their parent in time."""
    nodes = {node["id"]: node for node in tree["nodes"]}
    first = next(node for node in tree["nodes"] if node["parent"] is None or node["parent"] not in nodes)
    built = {first["id"]: published(first["text"] or "…", people[0], clock())}
    waiting = [node for node in tree["nodes"] if node is not first]
    while waiting:
        later = []
        for number, node in enumerate(waiting):
            if (parent := built.get(node["parent"])) is None:
                later.append(node)
                continue
            words = cut(node["text"])
            wanted = operations.Repost(parent.id, operations.tidied(Writing(text=words)).text)
            built[node["id"]] = operations.repost_at_once(wanted, by=people[number % 30], now=clock(), client_key=None)
        assert len(later) < len(waiting)
        waiting = later
    return built[first["id"]]


def published(text, by, now):
    return operations.publish_at_once(operations.tidied(Writing(text=text)), by=by, now=now, client_key=None)


def cut(text):
    """The words as far as they fit on a repost."""
    while weight(text) > WORDS_MAX:
        text = text[: len(text) - max(1, weight(text) - WORDS_MAX)]
    return text
