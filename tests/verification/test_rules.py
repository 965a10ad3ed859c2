"""Which files and words are taken."""

import pytest

from app.verification import rules
from app.verification.rules import Reach
from tests.media.pictures import moving, picture
from tests.verification.conftest import PDF, wish


@pytest.mark.parametrize(
    ("typed", "mimetype", "kept"),
    [
        ("证书.jpeg", "image/jpeg", "证书.jpg"),
        ("C:\\Users\\me\\工作证.png", "image/png", "工作证.png"),
        ("../../etc/passwd", "image/webp", "passwd.webp"),
        ("身份证\u202egnp.exe", "image/png", "身份证gnp.png"),
        ('a"b<c>\r\nSet-Cookie: x.pdf', "application/pdf", "a b c Set-Cookie x.pdf"),
        ("", "application/pdf", "proof.pdf"),
        ("...", "image/png", "proof.png"),
        ("长" * 300 + ".jpg", "image/jpeg", "长" * 80 + ".jpg"),
    ],
)
def test_filenames_are_tidied(typed, mimetype, kept):
    assert rules.tidy_filename(typed, mimetype) == kept


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"<html><script>alert(1)</script>", "not_a_proof"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_proof"),
        (moving(2), "not_a_proof"),
        (b"MZ\x90\x00", "not_a_proof"),
        (b"%PDF-1.7\nhalf of it", "broken"),
        (b"%PDF-" + b"0" * rules.BYTES_MAX, "too_large"),
    ],
)
def test_what_is_no_proof(content, code):
    assert rules.why_not_proof(content).code == code


@pytest.mark.parametrize("content", [picture("JPEG"), picture("PNG"), picture("WEBP"), PDF])
def test_what_is_one(content):
    assert rules.why_not_proof(content) is None


@pytest.mark.parametrize(
    ("values", "files", "fields"),
    [
        ({}, 1, set()),
        ({"kind": "gold"}, 1, {"kind"}),
        ({"kind": "blue"}, 1, {"organisation"}),
        ({"kind": "blue", "organisation": "school"}, 6, set()),
        ({"name": "陈"}, 1, {"name"}),
        ({"field": ""}, 1, {"field"}),
        ({"statement": "短"}, 1, {"statement"}),
        ({"consents": False}, 1, {"consent"}),
        ({}, 0, {"files"}),
        ({}, 7, {"files"}),
    ],
)
def test_what_is_wrong_with_a_wish(values, files, fields):
    assert set(rules.wrong_with(wish(**values), files=files)) == fields


@pytest.mark.parametrize(
    ("kind", "reach", "level"),
    [
        ("orange", Reach(100, 100, 100), "gold"),
        ("orange", Reach(100, 100, 99), "orange"),
        ("gold", Reach(100, 100, 99), "gold"),
        ("gold", Reach(70, 70, 70), "gold"),
        ("gold", Reach(1000, 1000, 69), "orange"),
    ],
)
def test_levels_do_not_go_to_and_fro(kind, reach, level):
    assert rules.level_for(kind, reach, needed=Reach(100, 100, 100), keeps=70) == level
