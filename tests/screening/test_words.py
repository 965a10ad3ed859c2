"""Looking after the word filter, and what it finds from then on."""

from datetime import timedelta

import pytest

from app.kernel import cache
from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.transactions import operation
from app.screening import operations, queries
from app.screening.models import SCOPES, WordRule
from app.screening.rules.wordlists import Wording, as_list, read_list, wording_of


@pytest.fixture
def add(mod, frozen_clock):
    def add_one(word, action="refuse", scopes=("post",), **values):
        return operations.add_rule(Wording(word, action, tuple(scopes), **values), by=mod, now=frozen_clock())

    return add_one


def words_of(text, scope="post"):
    return [hit.word for hit in queries.hits({scope: text})]


def acts():
    return [row.act for row in db.session.query(AuditRow).order_by(AuditRow.number)]


def test_a_word_is_looked_for_from_now_on(add):
    assert words_of("加微 信") == []
    rule = add("  微信 ", scopes=["message", "post"])
    assert (rule.word, rule.key, rule.scopes) == ("微信", "微信", ["post", "message"])
    assert words_of("加微 信") == ["微信"]
    assert words_of("加微信", "bio") == []
    assert acts() == ["words.add"]


def test_texts_are_told_apart_by_scope_and_place(add):
    add("傻瓜", scopes=["post", "alt"])
    found = queries.hits({"post": "傻瓜", "alt": ["", "一个傻 瓜"], "poll": ["傻瓜"]})
    assert [(hit.scope, hit.index, hit.start, hit.end) for hit in found] == [("post", 0, 0, 2), ("alt", 1, 2, 5)]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"word": "a."}, "too_short"), ({"word": "……"}, "too_short"), ({"word": "长" * 61}, "too_long"),
        ({"word": "微信", "action": "burn"}, "no_action"), ({"word": "微信", "scopes": []}, "no_scope"),
        ({"word": "微信", "scopes": ["moon"]}, "unknown_scope"), ({"word": "微信", "note": "x" * 201}, "note_too_long"),
        ({"word": "微信", "action": "replace", "replacement": "我的微 信"}, "replacement_holds_word"),
        ({"word": "微信", "action": "replace", "replacement": "x" * 61}, "replacement_too_long"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_rule(add, values, code):
    with pytest.raises(operations.NotAWord) as refusal:
        add(**values)
    assert refusal.value.reason.code == code
    assert acts() == []


def test_the_same_word_in_disguise_is_there_already(add):
    add("微信")
    with pytest.raises(operations.NotAWord) as refusal:
        add("Ｖ 信".replace("Ｖ ", "微-"))
    assert refusal.value.reason.code == "there_already"
    assert "微信" in str(refusal.value.reason)


def test_an_edited_rule_counts_at_once_and_is_written_down(add, mod, frozen_clock):
    rule = add("微信")
    operations.edit_rule(rule, Wording("薇信", "mark", ("post",)), by=mod, now=frozen_clock())
    assert words_of("微信薇信") == ["薇信"]
    assert acts() == ["words.add", "words.edit"]
    operations.edit_rule(rule, wording_of(rule), by=mod, now=frozen_clock())
    assert acts() == ["words.add", "words.edit"]


def test_a_clock_that_goes_back_hides_no_edit(add, mod, frozen_clock):
    rule, now = add("微信"), frozen_clock()
    assert words_of("微信") == ["微信"]
    operations.edit_rule(rule, Wording("薇信", "mark", ("post",)), by=mod, now=now - timedelta(days=1))
    assert words_of("微信薇信") == ["薇信"]


def test_a_removed_word_is_let_through(add, mod, frozen_clock):
    operations.remove_rule(add("微信"), by=mod, now=frozen_clock())
    assert words_of("微信") == []
    assert acts() == ["words.add", "words.remove"]


def test_another_process_notices_within_seconds(add, app):
    add("微信")
    assert words_of("微信薇信") == ["微信"]
    at = db.session.query(WordRule).one().created_at + timedelta(seconds=1)
    there = {"word": "薇信", "key": "薇信", "action": "mark", "scopes": ["post"], "created_at": at, "updated_at": at}
    db.session.execute(db.insert(WordRule), [there])
    db.session.commit()
    assert words_of("微信薇信") == ["微信"]
    cache.forget("words:version")  # it is kept for three seconds
    assert words_of("微信薇信") == ["微信", "薇信"]


def test_texts_without_hits_cost_no_statement(add, budget):
    add("微信")
    words_of("好")
    with budget(0):
        assert words_of("今天天气好") == []


def test_hits_are_counted_once_a_text(add, frozen_clock):
    rule, other = add("微信", scopes=SCOPES), add("没有")
    found = queries.hits({"post": "微信微信", "alt": ["微信", "好"]})
    operations.count_hits(found, now=frozen_clock())
    db.session.expire_all()
    assert (rule.hit_count, other.hit_count) == (2, 0)
    assert rule.last_hit_at is not None
    assert other.last_hit_at is None


def test_hits_of_a_refused_act_are_counted_all_the_same(add, frozen_clock):
    rule, at = add("微信"), frozen_clock()

    @operation
    def write():
        operations.count_hits(queries.hits({"post": "微信"}), now=at)
        raise Refusal(Reason("word", ""))

    with pytest.raises(Refusal):
        write()
    db.session.expire_all()
    assert rule.hit_count == 1


def test_a_list_is_taken_in_line_by_line(add, mod, frozen_clock):
    add("微信")
    add("旧词", action="mark")
    text = """word,action,scopes,replacement,note
微信,refuse,post
旧词,replace,post comment,新词,"a, note"
赌场
,,
x
赌 場
群,burn,all
加群,替换,微博 评论,**,后面,还有
"""
    lines = read_list(text, action="review", scopes=("bio",))
    outcome = operations.import_rules(lines, by=mod, now=frozen_clock())
    assert (outcome.added, outcome.changed, outcome.unchanged) == (2, 1, 1)
    assert [(wrong.line.number, wrong.reason.code) for wrong in outcome.wrong] == [
        (6, "too_short"), (7, "twice"), (8, "too_short")
    ]  # fmt: skip
    rules = {rule.word: wording_of(rule) for rule in queries.all_word_rules()}
    assert rules["赌场"] == Wording("赌场", "review", ("bio",))
    assert rules["旧词"] == Wording("旧词", "replace", ("post", "comment"), "新词", "a, note")
    assert rules["加群"] == Wording("加群", "replace", ("post", "comment"), "**", "后面，还有")
    assert acts()[-1] == "words.import"
    assert words_of("去赌場", "bio") == ["赌场"]


def test_what_is_exported_can_be_taken_in_again(add, mod, frozen_clock):
    kept = [
        Wording("=微信", "replace", ("post", "message"), "@,\"那个\"", "-见案例"), Wording("加 v", "mark", SCOPES),
        Wording("'quoted'", "refuse", ("bio",)),
    ]  # fmt: skip
    for one in kept:
        operations.add_rule(one, by=mod, now=frozen_clock())
    text = as_list(wording_of(rule) for rule in queries.all_word_rules())
    assert "\n=" not in text
    assert [line.wording for line in read_list(text, action="mark", scopes=())] == kept
    outcome = operations.import_rules(read_list(text, action="mark", scopes=()), by=mod, now=frozen_clock())
    assert outcome.unchanged == 3


def test_a_list_that_is_too_long_is_refused_whole(mod, frozen_clock):
    lines = read_list("\n".join(f"词{number}号" for number in range(20_001)), action="mark", scopes=SCOPES)
    with pytest.raises(operations.NotAWord):
        operations.import_rules(lines, by=mod, now=frozen_clock())
    outcome = operations.import_rules(lines[:20_000], by=mod, now=frozen_clock())
    assert outcome.added == 20_000
    assert words_of("词777号") == ["词777号"]


def test_rules_are_listed_narrowed_and_ordered(add, frozen_clock):
    add("微信", note="站外引流")
    add("傻瓜", action="mark", scopes=("comment",))
    add("加v", scopes=("bio", "comment"))
    operations.count_hits(queries.hits({"post": "微信"}), now=frozen_clock())

    def listed(**values):
        return [rule.word for rule in queries.word_rules(before=None, **values).items]

    assert listed() == ["加v", "傻瓜", "微信"]
    assert listed(by_hits=True)[0] == "微信"
    assert listed(words="引流") == ["微信"]
    assert listed(words="加 V") == ["加v"]
    assert listed(scope="comment") == ["加v", "傻瓜"]
    assert listed(action="mark", scope="comment") == ["傻瓜"]
    assert queries.word_rule_count(scope="comment") == 2
