"""Texts of any kind: offsets point at what they name, folding and comparing lose nothing."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kernel import clock
from app.kernel.text.differences import differences
from app.posts import operations
from app.posts.presenters.folding import folded, halves
from app.posts.presenters.segments import segments
from app.posts.presenters.views import Segment

PIECES = [
    "种草", "好物", "，", "。", " ", "\n", "abc", "word-by-word", "é", "e\u0301", "😀", "👨‍👩‍👧", "👍🏽", "🇨🇳", "❤️",
    "1️⃣", "@爱丽丝", "@鲍勃大V", "@路人", "@",
    "#手冲#", "#😀日常#", "#", "[doge]", "[没有]", "https://shop.example/k?a=1", "http://",
]  # fmt: skip
LIVELY = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
ANY = st.text(max_size=120)


@pytest.fixture
def people(unscored, alice, bob):
    return {one.nickname: one.id for one in (alice, bob)}


def published(text, by):
    try:
        return operations.publish(by=by, text=text, now=clock.now())
    except operations.NotPublishable:
        return None


def check_offsets(post, people):
    end = 0
    for entity in post.entities:
        assert end <= entity["start"] < entity["end"] <= len(post.text)
        end = entity["end"]
        typed = post.text[entity["start"] : end]
        if entity["kind"] == "mention" and entity.get("id"):
            assert people[typed.removeprefix("@")] == int(entity["id"])
        if entity["kind"] == "topic":
            assert (typed[0], typed[-1]) == ("#", "#")


def check_segments(post):
    """What is shown is what was typed; only links are shown in other words."""
    links = [post.text[one["start"] : one["end"]] for one in post.entities if one["kind"] == "link"]
    shown = "".join(links.pop(0) if one.kind == "link" else one.text for one in segments(post.text, post.entities))
    assert shown.replace("\n", "") == post.text.replace("\n", "")
    assert links == []


@pytest.mark.parametrize("texts", [LIVELY, ANY], ids=["lively", "any"])
def test_offsets_of_published_texts(people, alice, texts):
    @settings(max_examples=60, deadline=None)
    @given(texts)
    def check(text):
        if post := published(text, alice):
            check_offsets(post, people)
            check_segments(post)

    check()


@pytest.mark.parametrize("texts", [LIVELY, ANY], ids=["lively", "any"])
def test_offsets_after_an_edit(people, alice, texts):
    @settings(max_examples=30, deadline=None)
    @given(texts, texts)
    def check(before, after):
        post = published(before, alice)
        if post is None:
            return
        try:
            operations.edit(post, by=alice, text=after, now=clock.now())
        except operations.NotEditable:
            return
        check_offsets(post, people)
        check_segments(post)

    check()


RUNS = st.lists(
    st.one_of(
        LIVELY.map(lambda text: Segment("text", text)),
        st.just(Segment("link", "网页链接", url="https://shop.example")),
        st.just(Segment("mention", "@爱丽丝", url="/u/1")),
    ),
    max_size=12,
)


@settings(deadline=None)
@given(RUNS, st.integers(1, 60))
def test_folding_loses_nothing_and_cuts_nothing_apart(runs, at):
    head, rest = folded(runs, at=at)
    assert "".join(one.text for one in [*head, *rest]) == "".join(one.text for one in runs)
    assert [one for one in [*head, *rest] if one.kind != "text"] == [one for one in runs if one.kind != "text"]
    if rest:
        assert sum(map(halves, head)) <= 2 * at
        if head and head[-1].kind == "text" and rest[0].kind == "text" and head[-1].text:
            last, first = head[-1].text[-1], rest[0].text[:1]
            assert "\u200d" not in (last, first)
            assert not (first and unicodedata.combining(first))


@settings(deadline=None)
@given(st.one_of(LIVELY, ANY), st.one_of(LIVELY, ANY))
def test_a_difference_holds_both_texts(before, after):
    changes = differences(before, after)
    assert "".join(one.text for one in changes if one.kind != "added") == before
    assert "".join(one.text for one in changes if one.kind != "removed") == after
    if before == after:
        assert all(one.kind not in ("added", "removed") for one in changes)
