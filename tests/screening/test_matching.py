"""Where words of the filter are found, and what stands in for them."""

import gzip
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.screening.rules.matching import Hit, Matcher, pattern, replaced, strictest
from tests.screening.naive import naive_hits
from tests.support.wordlists import ten_thousand_words

FOUND = [
    ("微信", "加微信聊", "微信"), ("微信", "加微.信聊", "微.信"), ("微信", "微\u200b信", "微\u200b信"),
    ("微信", "ＷＸ微 信", "微 信"),
    ("發財", "发~财", "发~财"), ("傻瓜", "傻\n瓜", "傻\n瓜"), ("ass", "you ass", "ass"), ("ass", "你ASS好", "ASS"),
    ("ass", "ass2", "ass"), ("ass", "my_ass!", "ass"), ("fuck", "f.u.c.k", "f.u.c.k"), ("fuck", "f u c k", "f u c k"),
    ("fuck", "fu*ck", "fu*ck"), ("fuck", "f\u200bu\u00adck", "f\u200bu\u00adck"), ("fuck", "http://f.u.c.k", "f.u.c.k"),
    ("f.u.c.k", "fuck", "fuck"), ("buy fans", "Buy  Fans", "Buy  Fans"), ("buy fans", "buyfans", "buyfans"),
    ("加v", "加v12345", "加v"), ("加v", "加 V 吧", "加 V"), ("v信", "我的v信是", "v信"), ("qq", "qq123456", "qq"),
    ("13800000000", "138-0000 0000", "138-0000 0000"), ("qq12345678", "QQ 1234 5678", "QQ 1234 5678"),
    ("hell", "go to hell.", "hell"), ("пиво", "ПИВО", "ПИВО"), ("cafe", "cafe\u0301s cafe\u0301", "cafe\u0301"),
]  # fmt: skip
NOT_FOUND = [
    ("ass", "class"), ("ass", "as sold"), ("ass", "as s"), ("ass", "c.l.a.s.s"), ("ass", "c l a s s"), ("ass", "asses"),
    ("ass", "c\u200blass"), ("ass", "assé"), ("hell", "he'll"), ("hell", "he’ll do"), ("hell", "shell"),
    ("加v", "加vip"),
    ("abc", "a b c d"), ("1024", "10 24"), ("1024", "10:24"), ("1024", "910241"), ("fuck", "fu ck"), ("微信", "微博信"),
    ("fine", "ﬁnes"), ("ire", "ﬁre"), ("therapist", "the rapist"), ("online", "on line"), ("пив", "пиво"),
]  # fmt: skip


def a_matcher(*words: str) -> Matcher:
    return Matcher([pattern(number, word, "mark", ["post"]) for number, word in enumerate(words)])


def found(words: list[str], text: str) -> set[tuple[str, int, int]]:
    return {(hit.word, hit.start, hit.end) for hit in a_matcher(*words).hits(text, "post")}


@pytest.mark.parametrize(("word", "text", "place"), FOUND)
def test_words_are_found(word, text, place):
    assert [text[start:end] for _, start, end in found([word], text)] == [place]
    assert found([word], text) == naive_hits(text, [word])


@pytest.mark.parametrize(("word", "text"), NOT_FOUND)
def test_parts_of_other_words_are_not_found(word, text):
    assert found([word], text) == naive_hits(text, [word]) == set()


def test_a_rule_looks_only_where_it_is_meant_to():
    rules = Matcher([pattern(1, "微信", "refuse", ["nickname", "bio"]), pattern(2, "微信群", "mark", ["post"])])
    assert [hit.rule_id for hit in rules.hits("微信群", "post")] == [2]
    assert [hit.rule_id for hit in rules.hits("微信群", "bio", 3)] == [1]
    assert rules.hits("微信群", "bio", 3)[0].index == 3
    assert rules.hits("微信群", "message") == []


def test_without_rules_nothing_is_found():
    assert Matcher([]).hits("微信", "post") == []
    assert a_matcher("傻瓜").hits("", "post") == []


def test_no_rule_makes_another_one_weaker():
    rules = Matcher([pattern(1, "傻瓜相机", "mark", ["post"]), pattern(2, "傻瓜", "refuse", ["post"])])
    assert strictest(rules.hits("我的傻瓜相机", "post")) == "refuse"
    assert strictest([]) == ""


def test_words_are_replaced_and_nothing_else():
    rules = Matcher(
        [
            pattern(1, "微信", "replace", ["post"], "那个"),
            pattern(2, "傻瓜", "replace", ["post"]),
            pattern(3, "傻瓜蛋", "replace", ["post"]),
            pattern(4, "种草", "mark", ["post"]),
        ]
    )
    text = "#种草# 加 微.信 ！傻 瓜蛋，Ｈｉ @傻瓜 👍🏽"
    assert replaced(text, rules.hits(text, "post")) == "#种草# 加 那个 ！＊＊＊＊，Ｈｉ @＊＊ 👍🏽"
    assert replaced("没有", []) == "没有"


def test_an_accent_goes_with_its_letter():
    text = "un cafe\u0301, ok"
    hit = Hit(1, "cafe", "replace", "post", *next(iter(found(["cafe"], text)))[1:])
    assert replaced(text, [hit]) == "un ＊＊＊＊＊, ok"


LETTERS = st.text(alphabet="asAＳ微信微信12. '-_\u200b\u0301é臺台ﬁ①", max_size=14)


@settings(max_examples=400)
@given(LETTERS, st.lists(LETTERS, max_size=8, unique=True))
@example("a.s s", ["as s"])
@example("s a1.2s", ["a12"])
def test_the_automaton_finds_what_the_naive_check_finds(text, words):
    assert found(words, text) == naive_hits(text, [word for word in words if a_matcher(word).patterns[0].key])


@settings(max_examples=200)
@given(st.text(max_size=30), st.integers(0, 30), st.integers(1, 6))
def test_any_piece_without_letters_of_a_text_is_found_in_it(text, start, size):
    word = text[start : start + size]
    if any(one.isalnum() and ord(one) < 0x2000 for one in a_matcher(word).patterns[0].key) or not word.strip():
        return
    places = {(hit[1], hit[2]) for hit in found([word], text)}
    key = a_matcher(word).patterns[0].key
    assert not key or any(a_matcher(text[first:last]).patterns[0].key.find(key) >= 0 for first, last in places)


def test_ten_thousand_words_in_real_posts(shared_data):
    words = ten_thousand_words(shared_data)
    rules = a_matcher(*words)
    with gzip.open(shared_data / "posts" / "weibo_posts.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(next(lines))["text"] for _ in range(5_000)]
    hits = 0
    for text in texts:
        quick = {(hit.word, hit.start, hit.end) for hit in rules.hits(text, "post")}
        assert quick == naive_hits(text, words)
        hits += len(quick)
    assert hits > 1_000
