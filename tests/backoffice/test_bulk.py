"""The pages of acts on many accounts."""

import re

import pytest

from app.kernel import clock
from app.kernel.database import db
from app.moderation import operations, queries
from tests.support.bulk import make_crowd, start, steps

BAN = {"kind": "ban", "reason": "machine", "words": "批量注册"}


@pytest.fixture
def as_mod(client, staff_login, mod):
    return staff_login(client, mod)


def test_a_list_is_previewed_with_whom_it_means_and_what_is_wrong_with_it(as_mod, alice, bob, operator):
    page = as_mod.post("/admin/bulk/preview", data={"who": f"alice\n{bob.id}\nnobody\noperator"})
    assert page.status_code == 200
    assert re.findall(r'name="account_ids" value="(\d+)"', page.text) == [str(alice.id), str(bob.id)]
    assert "nobody" in page.text
    assert page.text.count("left-out") == 1


def test_an_empty_list_and_one_that_is_too_long_are_refused(as_mod, app):
    assert as_mod.post("/admin/bulk/preview", data={"who": " \n"}).status_code == 422
    make_crowd(1001)
    who = "\n".join(f"crowd{number}" for number in range(1001))
    assert as_mod.post("/admin/bulk/preview", data={"who": who}).status_code == 422


def test_what_was_selected_in_the_list_of_accounts_is_previewed(as_mod, alice, bob):
    page = as_mod.post("/admin/bulk/preview", data={"account_ids": [str(alice.id), str(bob.id)]}).text
    assert re.findall(r'name="account_ids" value="(\d+)"', page) == [str(alice.id), str(bob.id)]


def test_it_is_begun_watched_cancelled_and_undone(as_mod, mod):
    crowd = make_crowd(45)
    answer = as_mod.post("/admin/bulk", data={**BAN, "account_ids": [str(one) for one in crowd]})
    assert answer.status_code == 303
    place = answer.headers["Location"]
    job = queries.bulk_or_404(int(place.rpartition("/")[2]))
    steps(job, 1)
    part = as_mod.get(place, headers={"X-Fragment": "1"}).text
    assert not part.startswith("<!doctype")
    assert 'value="20"' in part
    assert as_mod.post(f"{place}/undoing", data={"reason": "误伤"}).status_code == 303  # too early: says so
    assert as_mod.post(f"{place}/cancellation").status_code == 303
    db.session.refresh(job)
    assert (job.state, job.done_count) == ("cancelled", 20)
    assert as_mod.post(f"{place}/undoing", data={"reason": "误伤"}).status_code == 303
    steps(job)
    assert (job.state, job.undone_count) == ("undone", 20)
    page = as_mod.get(f"{place}?state=undone").text
    assert page.count("person-cell__name") == 20
    assert "误伤" in page
    assert place in as_mod.get("/admin/bulk").text


def test_what_makes_no_sense_is_shown_again_with_the_list(as_mod, alice):
    answer = as_mod.post("/admin/bulk", data={**BAN, "reason": "", "account_ids": str(alice.id)})
    assert answer.status_code == 422
    assert f'name="account_ids" value="{alice.id}"' in answer.text
    assert "批量注册" in answer.text


def test_the_page_says_why_somebody_was_refused(as_mod, mod, operator):
    job = start([operator.id], mod)
    steps(job)
    page = as_mod.get(f"/admin/bulk/{job.id}?state=refused")
    assert str(operations.bulk.rules.refusal_named("about_staff")) in page.text


def test_whose_role_does_not_include_it_is_kept_out(client, staff_login, operator, mod, alice):
    job = start([alice.id], mod)
    theirs = staff_login(client, operator)
    assert theirs.get("/admin/bulk", headers={"Accept": "application/json"}).status_code == 403
    theirs.post(f"/admin/bulk/{job.id}/cancellation", headers={"Accept": "application/json"})
    theirs.post("/admin/bulk", data={**BAN, "account_ids": str(alice.id)}, headers={"Accept": "application/json"})
    assert operations.work_off_bulk(job.id, now=clock.now()) is False
    db.session.refresh(job)
    assert (job.state, len(queries.bulk_jobs(before=None).items)) == ("done", 1)
