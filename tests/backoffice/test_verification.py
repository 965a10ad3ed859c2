"""The pages on which staff decides who is verified. Who may open them is tested in test_permissions."""

import pytest

from app.kernel import clock
from app.kernel.transactions import add, operation
from app.verification import operations
from app.verification.models import LevelProposal
from tests.verification.conftest import apply_for, verify  # noqa: F401 - fixtures

REASON = {"reason": "证书与姓名不符"}


@pytest.fixture
def staff(client, staff_login, operator):
    return staff_login(client, operator)


@operation
def propose(account):
    return add(LevelProposal(account_id=account.id, from_kind="orange", to_kind="gold", followers=20_000,
                             interactions=9_000, loyal_fans=300, created_at=clock.now()))  # fmt: skip


@pytest.mark.parametrize("tab", ["waiting", "needs_more", "decided", "verified", "levels", "nonsense"])
def test_every_list_is_drawn_empty_and_full(staff, alice, bob, carol, operator, apply_for, verify, tab):  # noqa: F811
    assert staff.get(f"/admin/verification?tab={tab}").status_code == 200
    apply_for(alice)
    operations.ask_for_more(apply_for(carol), reason="补件", by=operator, now=clock.now())
    verify(bob)
    propose(bob)
    page = staff.get(f"/admin/verification?tab={tab}").text
    who = {"needs_more": carol, "decided": bob, "verified": bob, "levels": bob}.get(tab, alice)
    assert who.nickname in page


def test_an_application_shows_who_it_is_and_names_that_look_alike(staff, alice, make_account, apply_for):  # noqa: F811
    application = apply_for(alice)
    page = staff.get(f"/admin/verification/{application.id}").text
    for known in ("证书.jpg", "合同.pdf", alice.email, "茶艺师", "没有相似的昵称"):
        assert known in page


def test_approved_and_on_to_the_next(staff, alice, bob, apply_for):  # noqa: F811
    first, second = apply_for(alice), apply_for(bob)
    answer = staff.post(f"/admin/verification/{first.id}/approval", data={"line": "茶艺师，《一壶》作者"})
    assert answer.headers["Location"] == f"/admin/verification/{second.id}"
    assert (alice.badge, alice.badge_reason) == ("orange", "茶艺师，《一壶》作者")
    answer = staff.post(f"/admin/verification/{second.id}/rejection", data=REASON)
    assert answer.headers["Location"] == "/admin/verification"
    assert second.state == "rejected"
    assert "证书与姓名不符" in staff.get(f"/admin/verification/{second.id}").text


def test_asked_for_more(staff, alice, apply_for):  # noqa: F811
    application = apply_for(alice)
    staff.post(f"/admin/verification/{application.id}/request", data=REASON)
    assert (application.state, application.reason) == ("needs_more", REASON["reason"])


@pytest.mark.parametrize("act", ["approval", "rejection", "request"])
def test_an_answer_that_lacks_its_words_is_refused(staff, alice, apply_for, act):  # noqa: F811
    application = apply_for(alice)
    answer = staff.post(f"/admin/verification/{application.id}/{act}", headers={"X-Fragment": "1"})
    assert (answer.status_code, application.state) == (409, "waiting")


def test_taken_away_and_raised(staff, alice, verify):  # noqa: F811
    verify(alice)
    base = f"/admin/verification/accounts/{alice.id}"
    assert "茶艺师" in staff.get(base).text
    staff.post(f"{base}/level", data={"kind": "gold", "reason": "读者众多"})
    assert alice.badge == "gold"
    staff.post(f"{base}/revocation", data={"reason": "证书系伪造"})
    assert alice.badge == ""
    assert "证书系伪造" in staff.get(base).text


def test_an_account_that_was_never_verified_has_nothing_to_lose(staff, alice):
    base = f"/admin/verification/accounts/{alice.id}"
    assert staff.get(base).status_code == 200
    assert staff.post(f"{base}/revocation", data=REASON).status_code == 404


@pytest.mark.parametrize(("agrees", "badge"), [("yes", "gold"), ("no", "orange")])
def test_a_proposed_level(staff, alice, verify, agrees, badge):  # noqa: F811
    verify(alice)
    proposal = propose(alice)
    staff.post(f"/admin/verification/levels/{proposal.id}", data={"agrees": agrees})
    assert alice.badge == badge
    assert proposal.state == ("taken" if agrees == "yes" else "declined")


def test_pages_of_a_long_queue(staff, make_account, apply_for):  # noqa: F811
    for _number in range(23):
        apply_for(make_account())
    page = staff.get("/admin/verification").text
    assert page.count("/admin/verification/") >= 20
    cursor = page.partition("cursor=")[2].partition('"')[0]
    assert staff.get(f"/admin/verification?tab=waiting&cursor={cursor}").text.count("<tr>") == 1 + 3
