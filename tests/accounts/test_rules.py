"""What names, addresses, passwords and bios must be like."""

import pytest

from app.accounts import rules


def _code(reason):
    return reason.code if reason else None


@pytest.mark.parametrize(
    ("handle", "code"),
    [
        ("li", "handle_length"),
        ("a" * 21, "handle_length"),
        ("li-ming", "handle_characters"),
        ("李小明", "handle_characters"),
        ("___", "handle_characters"),
        ("admin", "name_reserved"),
        ("adm1n_", "name_reserved"),
        ("zh0ngcao_help", "name_reserved"),
        ("li_ming", None),
        ("a1_", None),
        ("system_of_a_pear", None),
    ],
)
def test_handles(handle, code):
    assert _code(rules.why_not_handle(handle)) == code


@pytest.mark.parametrize(
    ("nickname", "code"),
    [
        ("李", "nickname_length"),
        ("很" * 21, "nickname_length"),
        ("ß" * 20, "nickname_length"),
        ("小 明", "nickname_characters"),
        ("小明!", "nickname_characters"),
        ("-·-", "nickname_characters"),
        ("<b>x</b>", "nickname_characters"),
        ("小\u200b明", "nickname_characters"),
        ("管理员", "name_reserved"),
        ("官·方", "name_reserved"),
        ("Аdmin", "name_reserved"),
        ("种草官方客服", "name_reserved"),
        ("种草小王", None),
        ("阿尔贝·加缪", None),
        ("Tea-lover_9", None),
        ("山田みどり", None),
    ],
)
def test_nicknames(nickname, code):
    assert _code(rules.why_not_nickname(rules.tidy_nickname(nickname))) == code


def test_full_width_letters_are_ordinary_ones():
    assert rules.tidy_nickname(" ＡＢＣ小明 ") == "ABC小明"


@pytest.mark.parametrize(
    ("typed", "tidy", "code"),
    [
        ("Li@Example.COM ", "li@example.com", None),
        ("li@例子.中国", "li@例子.中国", None),
        ("li", "li", "email"),
        ("li@localhost", "li@localhost", "email"),
        ("li@@example.com", "li@@example.com", "email"),
        ("", "", "email"),
    ],
)
def test_addresses(typed, tidy, code):
    assert rules.tidy_email(typed) == tidy
    assert _code(rules.why_not_email(tidy)) == code


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short77", "password_short"),
        ("x" * 201, "password_long"),
        ("Password1", "password_common"),
        ("aaaaaaaaaa", "password_common"),
        ("23456789", "password_common"),
        ("lixiaoming", "password_name"),
        ("LiXiaoMing", "password_name"),
        ("li.xiaoming@example.com", "password_name"),
        ("li.xiaoming", "password_name"),
        ("correct horse", None),
        ("一只猫和八条鱼", "password_short"),
        ("一只猫和八条小鱼", None),
    ],
)
def test_passwords(password, code):
    names = ("lixiaoming", "李小明", "li.xiaoming@example.com")
    assert _code(rules.why_not_password(password, names=names)) == code


def test_a_bio_is_weighed():
    assert rules.why_not_bio("好" * 140) is None
    assert rules.why_not_bio("a" * 280) is None
    assert _code(rules.why_not_bio("好" * 141)) == "bio_long"
    assert _code(rules.why_not_bio("https://example.com/" + "x" * 600)) == "bio_long"
    assert rules.tidy_bio(" 喝茶\n\n 看书 ") == "喝茶 看书"
