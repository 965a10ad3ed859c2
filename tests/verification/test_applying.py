"""What applicants can do."""

from pathlib import Path

import pytest
from sqlalchemy import select

from app.kernel import clock, vault
from app.kernel.database import db
from app.verification import operations, queries
from app.verification.models import ProofFile
from app.verification.rules import Proof
from tests.media.pictures import picture
from tests.verification.conftest import paper, pdf, wish


def stored(app):
    return [file for file in Path(app.config["PRIVATE_DIR"]).rglob("*") if file.is_file()]


def test_an_application_waits_with_its_papers_in_the_vault(app, alice, apply_for):
    application = apply_for(alice, name="  陈  茶 ")
    files = queries.proofs_of(application)
    assert (application.state, application.name, application.kind) == ("waiting", "陈 茶", "orange")
    assert [(file.filename, file.mimetype) for file in files] == [
        ("证书.jpg", "image/jpeg"),
        ("合同.pdf", "application/pdf"),
    ]
    assert vault.path_of(files[1].key).read_bytes() == pdf().content


def test_what_is_wrong_is_said_by_field_and_nothing_is_kept(app, alice):
    before = len(stored(app))
    with pytest.raises(operations.NotApplied) as refused:
        operations.apply(wish(name="", consents=False), [], by=alice, now=clock.now())
    assert set(refused.value.problems) == {"name", "files", "consent"}
    assert len(stored(app)) == before


@pytest.mark.parametrize("content", [picture()[:300], b"\x89PNG\r\n\x1a\n" + b"0" * 100], ids=["cut off", "no picture"])
def test_a_picture_that_cannot_be_decoded_is_refused_with_all_the_others(app, alice, content):
    before = len(stored(app))
    with pytest.raises(operations.ProofRefused):
        operations.apply(wish(), [paper(), Proof("x.png", content)], by=alice, now=clock.now())
    assert len(stored(app)) == before
    assert queries.last_application_of(alice.id) is None


def test_each_paper_is_written_down_before_its_bytes_are_kept(alice, apply_for, monkeypatch):
    """A crash in between leaves a row without a file, never a file that no purge would find."""
    keep, known = vault.keep, []

    def look(content, key=""):
        known.append(db.session.scalar(select(ProofFile.key).where(ProofFile.key == key)) == key)
        return keep(content, key)

    monkeypatch.setattr(vault, "keep", look)
    apply_for(alice)
    assert known == [True, True]


def test_when_the_disk_is_full_nothing_is_half_there(app, alice, apply_for, monkeypatch):
    keep, before = vault.keep, len(stored(app))

    def full(content, key=""):
        if content.startswith(b"%PDF"):
            raise OSError("no space left")
        return keep(content, key)

    monkeypatch.setattr(vault, "keep", full)
    with pytest.raises(OSError, match="no space"):
        apply_for(alice)
    assert len(stored(app)) == before
    assert queries.proofs_of(queries.last_application_of(alice.id)) == []


def test_only_one_application_is_open_and_the_files_of_the_second_are_not_kept(app, alice, apply_for):
    apply_for(alice)
    before = len(stored(app))
    with pytest.raises(operations.NotApplied) as refused:
        apply_for(alice, name="另一个名字")
    assert refused.value.reason.code == "already_open"
    assert len(stored(app)) == before


def test_what_was_asked_for_is_added(alice, operator, apply_for):
    application = apply_for(alice)
    operations.ask_for_more(application, reason="请补充书的封面", by=operator, now=clock.now())
    operations.add_proofs(application, words="封面在此", proofs=[paper("封面.jpg")], by=alice, now=clock.now())
    assert application.state == "waiting"
    assert application.statement.endswith("\n\n封面在此")
    assert [file.filename for file in queries.proofs_of(application)][-1] == "封面.jpg"


def test_six_files_are_enough(alice, apply_for):
    application = apply_for(alice, proofs=[paper(f"{n}.jpg") for n in range(5)])
    with pytest.raises(operations.NotApplied) as refused:
        operations.add_proofs(application, proofs=[paper(), paper()], by=alice, now=clock.now())
    assert refused.value.reason.code == "too_many_files"
    operations.add_proofs(application, proofs=[paper()], by=alice, now=clock.now())


def test_nothing_is_not_added(alice, apply_for):
    with pytest.raises(operations.NotApplied) as refused:
        operations.add_proofs(apply_for(alice), words="  ", by=alice, now=clock.now())
    assert refused.value.reason.code == "nothing_added"


def test_a_file_is_taken_back_bytes_and_name_but_not_the_last_one(alice, apply_for):
    application = apply_for(alice)
    first, second = queries.proofs_of(application)
    path = vault.path_of(first.key)
    operations.remove_proof(application, first, by=alice, now=clock.now())
    assert not path.exists()
    assert first.filename == ""
    with pytest.raises(operations.NotApplied) as refused:
        operations.remove_proof(application, second, by=alice, now=clock.now())
    assert refused.value.reason.code == "last_file"


def test_a_file_of_another_application_is_left_alone(alice, bob, apply_for):
    mine, other = apply_for(alice), apply_for(bob)
    foreign = queries.proofs_of(other)[0]
    operations.remove_proof(mine, foreign, by=alice, now=clock.now())
    assert vault.path_of(foreign.key).exists()


def test_withdrawn_is_withdrawn(alice, operator, apply_for):
    application = apply_for(alice)
    operations.withdraw(application, by=alice, now=clock.now())
    assert application.state == "withdrawn"
    with pytest.raises(operations.NotDecided):
        operations.approve(application, line="茶艺师", by=operator, now=clock.now())
    with pytest.raises(operations.NotApplied):
        operations.withdraw(application, by=alice, now=clock.now())
    assert apply_for(alice).state == "waiting"


def test_what_was_turned_down_comes_again_changed_at_once_or_the_same_after_a_week(
    alice, operator, apply_for, frozen_clock
):
    operations.reject(apply_for(alice), reason="看不清", by=operator, now=clock.now())
    with pytest.raises(operations.NotApplied) as refused:
        apply_for(alice)
    assert refused.value.reason.code == "same_again"
    with_other_papers = apply_for(alice, proofs=[pdf()])
    operations.reject(with_other_papers, reason="仍看不清", by=operator, now=clock.now())
    frozen_clock.forward(days=7)
    assert apply_for(alice, proofs=[pdf()]).state == "waiting"


def test_who_is_verified_applies_for_something_else_at_any_time_for_the_same_in_the_last_60_days(
    alice, verify, apply_for, frozen_clock
):
    verify(alice)
    with pytest.raises(operations.NotApplied) as refused:
        apply_for(alice)
    assert refused.value.reason.code == "not_yet"
    operations.withdraw(apply_for(alice, name="陈茶室"), by=alice, now=clock.now())
    frozen_clock.forward(days=306)
    assert apply_for(alice).state == "waiting"


def test_a_banned_account_does_not_apply(alice, apply_for, make_account):
    banned = make_account(state="banned")
    with pytest.raises(operations.NotApplied) as refused:
        apply_for(banned)
    assert refused.value.reason.code == "not_active"
