"""Counting and finding the parts of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.text import tokens, urls, weight

MIXED = st.text(alphabet=st.sampled_from("种草微博abc #@[]d/:.，。😀é\n1"), max_size=80)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("微博", 2),
        ("ab", 1),
        ("abc", 2),
        ("微a", 2),
        ("https://shop.example/a/very/long/path?with=parameters", 10),
        ("看 https://shop.example/x。", 1 + 1 + 10 + 1),
        ("😀", 1),
    ],
)
def test_weight(text, expected):
    assert weight(text) == expected


@given(MIXED)
def test_weight_lies_between_half_and_whole_length(text):
    if "http" not in text:
        assert (len(text) + 1) // 2 <= weight(text) <= len(text)


def kinds(text):
    return [(token.kind, token.value) for token in tokens(text)]


def test_tokens_of_a_lively_post():
    text = "#手冲咖啡# 和 @爱丽丝 在 https://shop.example/k?a=1，真好[doge]"
    assert kinds(text) == [
        ("topic", "手冲咖啡"),
        ("mention", "爱丽丝"),
        ("link", "https://shop.example/k?a=1"),
        ("emoticon", "[doge]"),
    ]


@pytest.mark.parametrize(
    "text", ["mail me@example.com", "##", "#只有一个井号", "[这不是表情]", "@", "# #", "ftp://x.example", "#a\nb#"]
)
def test_what_only_looks_like_a_token(text):
    assert kinds(text) == []


def test_the_sentence_around_a_link_is_not_part_of_it():
    assert urls("(see https://shop.example/x).") == ["https://shop.example/x"]


@given(MIXED)
def test_offsets_point_at_what_they_name_and_never_overlap(text):
    end = 0
    for token in tokens(text):
        assert token.start >= end
        assert token.value in text[token.start : token.end]
        end = token.end


def test_offsets_count_code_points_not_bytes():
    (token,) = tokens("😀😀 @爱丽丝")
    assert (token.start, token.end) == (3, 7)
