"""What staff answers: one decision, its effect, its news, its row in the audit log."""

import pytest
from sqlalchemy import select

from app.accounts.events import BadgeChanged
from app.kernel import clock
from app.kernel.audit import AuditRow
from app.kernel.database import db
from app.notifications.models import Notice
from app.notifications.presenters import wording
from app.verification import operations, queries
from app.verification.events import ApplicationAnswered, VerificationGranted


def acts():
    return [
        (row.act, row.actor_id, row.reason) for row in db.session.scalars(select(AuditRow).order_by(AuditRow.number))
    ]


def notices_of(account):
    return list(db.session.scalars(select(Notice).where(Notice.account_id == account.id).order_by(Notice.id)))


def test_approved(alice, operator, apply_for, announced, work_off, frozen_clock):
    application = apply_for(alice)
    verification = operations.approve(application, line="茶艺师，《一壶》作者", by=operator, now=clock.now())
    assert (alice.badge, alice.badge_reason) == ("orange", "茶艺师，《一壶》作者")
    assert (verification.expires_at - verification.verified_at).days == 365
    assert (application.state, application.decided_by) == ("approved", operator.id)
    assert acts() == [("applications.approve", operator.id, "")]
    assert BadgeChanged(alice.id) in announced
    assert VerificationGranted(alice.id, "orange", "application") in announced
    work_off()
    assert [notice.code for notice in notices_of(alice)] == ["verification_granted"]


def test_an_organisation_gets_a_blue_v(alice, verify):
    verification = verify(alice, line="云溪博物馆官方账号", kind="blue", organisation="school", name="云溪博物馆")
    assert (alice.badge, verification.organisation) == ("blue", "school")


def test_turned_down(alice, operator, apply_for, announced, work_off):
    application = apply_for(alice)
    operations.reject(application, reason="证书与姓名不符", by=operator, now=clock.now())
    assert (application.state, application.reason, alice.badge) == ("rejected", "证书与姓名不符", "")
    assert acts() == [("applications.reject", operator.id, "证书与姓名不符")]
    assert ApplicationAnswered(application.id, alice.id, "rejected") in announced
    work_off()
    assert [notice.code for notice in notices_of(alice)] == ["verification_rejected"]


def test_asked_for_more_twice_is_told_twice(alice, operator, apply_for, work_off):
    application = apply_for(alice)
    operations.ask_for_more(application, reason="请补充证书背面", by=operator, now=clock.now())
    assert (application.state, application.decided_at) == ("needs_more", None)
    with pytest.raises(operations.NotDecided):
        operations.ask_for_more(application, reason="还有", by=operator, now=clock.now())
    operations.add_proofs(application, words="证书只有一面", by=alice, now=clock.now())
    operations.ask_for_more(application, reason="那就补充工作证", by=operator, now=clock.now())
    assert [act for act, _, _ in acts()] == ["applications.ask_for_more"] * 2
    work_off()
    assert {notice.code for notice in notices_of(alice)} == {"verification_needs_more"}


@pytest.mark.parametrize("line", ["", "茶", "很" * 61])
def test_a_line_that_says_nothing_or_too_much(alice, operator, apply_for, line):
    with pytest.raises(operations.NotDecided) as refused:
        operations.approve(apply_for(alice), line=line, by=operator, now=clock.now())
    assert refused.value.reason.code == "line"
    assert alice.badge == ""


@pytest.mark.parametrize("act", [operations.reject, operations.ask_for_more])
def test_no_answer_without_a_reason(alice, operator, apply_for, act):
    with pytest.raises(operations.NotDecided) as refused:
        act(apply_for(alice), reason=" ", by=operator, now=clock.now())
    assert refused.value.reason.code == "no_reason"
    assert acts() == []


def test_the_second_answer_does_not_count(alice, operator, admin, apply_for):
    application = apply_for(alice)
    operations.reject(application, reason="材料不足", by=operator, now=clock.now())
    with pytest.raises(operations.NotDecided) as refused:
        operations.approve(application, line="茶艺师", by=admin, now=clock.now())
    assert refused.value.reason.code == "already_decided"
    assert alice.badge == ""


def test_nobody_decides_about_herself(operator, apply_for):
    with pytest.raises(operations.NotDecided) as refused:
        operations.approve(apply_for(operator), line="运营", by=operator, now=clock.now())
    assert refused.value.reason.code == "own"


def test_an_account_that_was_banned_meanwhile_is_not_verified(alice, operator, apply_for):
    application = apply_for(alice)
    alice.state = "banned"
    db.session.flush()
    db.session.commit()
    with pytest.raises(operations.NotDecided) as refused:
        operations.approve(application, line="茶艺师", by=operator, now=clock.now())
    assert refused.value.reason.code == "account_not_active"


def test_renewing_early_loses_no_day(alice, operator, verify, apply_for, frozen_clock):
    first = verify(alice).expires_at
    frozen_clock.forward(days=320)
    verification = operations.approve(apply_for(alice), line="茶艺师", by=operator, now=clock.now())
    assert (verification.expires_at - first).days == 365
    assert verification.reminded_at is None


def test_a_change_begins_a_year_of_its_own(alice, operator, verify, apply_for, frozen_clock):
    verify(alice)
    frozen_clock.forward(days=100)
    application = apply_for(alice, kind="blue", organisation="business", name="一壶茶室")
    verification = operations.approve(application, line="一壶茶室官方账号", by=operator, now=clock.now())
    assert (verification.expires_at - clock.now()).days in (364, 365)
    assert alice.badge == "blue"


def test_a_person_with_gold_keeps_it_when_she_renews(alice, operator, verify, apply_for, frozen_clock):
    verification = verify(alice)
    operations.change_level(verification, kind="gold", reason="读者众多", by=operator, now=clock.now())
    frozen_clock.forward(days=330)
    operations.approve(apply_for(alice), line="茶艺师", by=operator, now=clock.now())
    assert alice.badge == "gold"


def test_taken_away_with_a_reason(alice, operator, verify, work_off):
    verification = verify(alice)
    operations.revoke(verification, reason="证书系伪造", by=operator, now=clock.now())
    assert (alice.badge, alice.badge_reason) == ("", "")
    assert (verification.end_cause, verification.end_reason) == ("revoked", "证书系伪造")
    assert queries.verification_of(alice.id) is None
    assert acts()[-1] == ("verifications.revoke", operator.id, "证书系伪造")
    with pytest.raises(operations.NotDecided):
        operations.revoke(verification, reason="再来一次", by=operator, now=clock.now())
    work_off()
    assert notices_of(alice)[-1].code == "verification_ended"


def test_every_notice_has_words_in_both_languages(app, alice):
    told = {
        "verification_granted": [{"kind": "gold", "cause": "level"}, {"kind": "orange", "cause": "application"}],
        "verification_needs_more": [{}],
        "verification_rejected": [{}],
        "verification_ending": [{"expires_at": "2027-05-12T04:03:00+00:00"}],
        "verification_ended": [{"cause": "expired"}, {"cause": "revoked"}],
    }
    with app.test_request_context():
        for code, datas in told.items():
            for data in datas:
                notice = Notice(kind="system", code=code, data=data)
                assert wording.said(notice, is_own=False)
                assert wording.page(notice) == "/verification"
