"""Which writings of a word are one and the same to the filter, and which are not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.screening.rules.folding import compact, folded

FOLDED = [
    # width
    ("ＡＢＣ", "abc"), ("ｗｅｉｘｉｎ", "weixin"), ("１２３", "123"), ("ｶﾀｶﾅ", "カタカナ"), ("＃加群＃", "加群"),
    ("㎏", "kg"),
    ("ﬁn", "fin"), ("½", "12"), ("№1", "no1"), ("㍿", "株式会社"), ("Ⅳ", "iv"), ("①②③", "123"), ("㊙", "秘"),
    ("⑴", "1"), ("２０㎡", "20m2"), ("x²", "x2"), ("℃", "°c"),
    # case, letters in dress, accents
    ("WeChat", "wechat"), ("STRASSE", "strasse"), ("straße", "strasse"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
    ("İstanbul", "istanbul"),
    ("𝓯𝓾𝓬𝓴", "fuck"), ("𝕨𝕖𝕚", "wei"), ("🄵🅄", "fu"), ("ⓦⓧ", "wx"), ("Ｖ信", "v信"), ("café", "cafe"),
    ("cafe\u0301", "cafe"), ("ñandú", "nandu"), ("f\u0336u\u0336", "fu"), ("Z̷̢a̵l", "zal"), ("Ёлка", "елка"),
    # traditional and simplified
    ("臺灣", "台湾"), ("發財", "发财"), ("頭髮", "头发"), ("後門", "后门"), ("裏面", "里面"), ("裡面", "里面"),
    ("繁體", "繁体"),
    ("賣貨", "卖货"), ("賭場", "赌场"), ("買單", "买单"), ("淘寶", "淘宝"), ("鬥魚", "斗鱼"), ("優惠券", "优惠券"),
    ("乾隆", "干隆"),  # character by character: the phrase would have stayed
    ("金", "金"),  # U+F90A, a compatibility ideograph
    # separators
    ("微 信", "微信"), ("微　信", "微信"), ("微.信", "微信"), ("微·信", "微信"), ("微•信", "微信"), ("微-信", "微信"),
    ("微_信", "微信"), ("微*信", "微信"), ("微|信", "微信"), ("微/信", "微信"), ("微，信", "微信"), ("微。信", "微信"),
    ("微【】信", "微信"), ("微~信", "微信"), ("微～信", "微信"), ("微+信", "微信"), ("微→信", "微信"),
    ("微★信", "微信"),
    ("微■信", "微信"), ("微\n信", "微信"), ("微\t信", "微信"), ("微¥信", "微信"), ("微^信", "微信"), ("@微#信", "微信"),
    # what cannot be seen
    ("微\u200b信", "微信"), ("微\u200d信", "微信"), ("微\ufeff信", "微信"), ("微\u00ad信", "微信"),
    ("微\u2060信", "微信"),
    ("微\ufe0f信", "微信"), ("微\u202e信", "微信"), ("微\u3164信", "微信"), ("微\u2800信", "微信"),
    ("微\u034f信", "微信"),
    # what stays
    ("👍好", "👍好"), ("❤️", "❤"), ("가각", "가각"), ("한국어", "한국어"), ("", ""), ("……", ""), ("草", "草"),
]  # fmt: skip
NOT_THE_SAME = [
    ("微信", "薇信"), ("发", "髪"), ("a", "а"), ("l", "1"), ("o", "0"), ("👍", "👎"), ("가", "각"), ("着", "著"),
    ("n", "m"),
]  # fmt: skip


def test_the_table_is_long_enough() -> None:
    assert len(FOLDED) >= 60
    assert len({written for written, _ in FOLDED}) == len(FOLDED)


@pytest.mark.parametrize(("written", "compared"), FOLDED)
def test_what_a_text_is_compared_as(written, compared):
    assert folded(written).text == compared


@pytest.mark.parametrize(("one", "other"), NOT_THE_SAME)
def test_what_looks_alike_is_not_the_same(one, other):
    assert compact(one) != compact(other)


@given(st.text())
def test_every_character_knows_where_it_came_from(text):
    form = folded(text)
    assert len(form.places) == len(form.text)
    assert list(form.places) == sorted(form.places)
    assert "".join(compact(text[place]) for place in dict.fromkeys(form.places)) == form.text
    assert all(compact(one) == "" for place, one in enumerate(text) if place not in form.places)


@given(st.text(), st.text())
def test_texts_are_folded_piece_by_piece(first, second):
    assert compact(first + second) == compact(first) + compact(second)


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert compact(compact(text)) == compact(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Lo", "Cs"])))
def test_composed_and_decomposed_letters_are_the_same(text):
    assert compact(unicodedata.normalize("NFD", text)) == compact(unicodedata.normalize("NFC", text))
