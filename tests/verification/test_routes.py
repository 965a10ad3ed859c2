"""The applicant's doors."""

import io

import pytest
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from app.kernel import clock
from app.verification import operations, queries
from app.verification.rules import FILES_MAX
from tests.media.pictures import picture
from tests.verification.conftest import PDF

FORM = {"kind": "orange", "name": "陈茶", "field": "茶艺师", "statement": "做茶九年，在云溪开茶室。", "consent": "1"}


def files(*names):
    contents = {"jpg": picture(size=(60, 40)), "pdf": PDF}
    return [(io.BytesIO(contents.get(name.rpartition(".")[2], b"plain words")), name) for name in names]


def hand_in(client, *names, **values):
    form = {**FORM, **values}
    return client.post(
        "/verification/applications", data={**form, "files": files(*names)}, content_type="multipart/form-data"
    )


def test_the_page_asks_to_log_in(client):
    assert client.get("/verification").headers["Location"].startswith("/login")


def test_who_has_not_applied_finds_the_kinds_and_two_ways_in(client, login, alice):
    page = login(client, alice).get("/verification").text
    assert "/verification/applications/new?kind=orange" in page
    assert "/verification/applications/new?kind=blue" in page
    assert "金V" in page


def test_handed_in_it_waits_and_shows_names_but_no_address_of_files(client, login, alice):
    answer = hand_in(login(client, alice), "证书.jpg", "合同.pdf")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/verification")
    page = client.get("/verification").text
    assert "证书.jpg" in page
    assert "审核中" in page
    application = queries.last_application_of(alice.id)
    for file in queries.proofs_of(application):
        assert file.key not in page
        assert f"/files/{file.id}" not in page


def test_what_is_wrong_stands_at_its_field_and_the_words_are_kept(client, login, alice):
    answer = hand_in(login(client, alice), "notes.txt", name="")
    assert answer.status_code == 422
    assert "名称为2到30个字" in answer.text
    assert "做茶九年" in answer.text
    answer = hand_in(client, "notes.txt")
    assert answer.status_code == 422
    assert "只能上传JPEG、PNG、WebP图片和PDF文件" in answer.text


def test_who_waits_cannot_apply_again(client, login, alice, apply_for):
    apply_for(alice)
    assert login(client, alice).get("/verification/applications/new").headers["Location"] == "/verification"
    answer = hand_in(client, "证书.jpg", name="另一个")
    assert answer.status_code == 422
    assert "你已提交过申请" in answer.text


def test_six_files_of_ten_megabytes_fit_into_one_request(client, login, alice):
    content = PDF + b" " * (9 * 1024 * 1024) + b"%%EOF"
    large = [FileStorage(io.BytesIO(content), filename=f"{n}.pdf", name="files") for n in range(FILES_MAX)]
    boundary, body = encode_multipart({**FORM, "files": large})
    answer = login(client, alice).post(
        "/verification/applications", data=body, content_type=f"multipart/form-data; boundary={boundary}"
    )
    assert answer.status_code == 303


def test_what_is_missing_is_shown_and_added(client, login, alice, operator, apply_for):
    application = apply_for(alice)
    operations.ask_for_more(application, reason="请补充书的封面", by=operator, now=clock.now())
    page = login(client, alice).get("/verification").text
    assert "请补充书的封面" in page
    address = f"/verification/applications/{application.id}/proofs"
    assert client.post(address, data={"words": ""}).status_code == 422
    data = {"words": "封面在此", "files": files("封面.jpg")}
    assert client.post(address, data=data, content_type="multipart/form-data").status_code == 303
    assert application.state == "waiting"


def test_others_cannot_touch_an_application(client, login, alice, bob, apply_for):
    application = apply_for(alice)
    file = queries.proofs_of(application)[0]
    login(client, bob)
    base = f"/verification/applications/{application.id}"
    assert client.post(f"{base}/proofs", data={"words": "你好"}).status_code == 404
    assert client.delete(f"{base}/proofs/{file.id}").status_code == 404
    assert client.delete(base).status_code == 404
    assert (application.state, len(queries.proofs_of(application))) == ("waiting", 2)


def test_a_file_and_the_whole_are_taken_back(client, login, alice, apply_for):
    application = apply_for(alice)
    file = queries.proofs_of(application)[0]
    base = f"/verification/applications/{application.id}"
    login(client, alice)
    assert client.post(f"{base}/proofs/{file.id}?_method=DELETE").status_code == 303
    assert len(queries.proofs_of(application)) == 1
    assert client.post(f"{base}?_method=DELETE").status_code == 303
    assert "已撤回" in client.get("/verification").text


def test_turned_down_one_reads_why_and_may_try_again(client, login, alice, operator, apply_for):
    operations.reject(apply_for(alice), reason="证书看不清", by=operator, now=clock.now())
    page = login(client, alice).get("/verification").text
    assert "证书看不清" in page
    assert "/verification/applications/new?kind=orange" in page


def test_the_profile_says_what_is_verified_by_whom_since_when(client, alice, verify, frozen_clock):
    verify(alice, kind="blue", organisation="school", name="云溪大学", line="云溪大学官方账号")
    page = client.get(f"/u/{alice.id}").text
    assert "种草认证：云溪大学官方账号" in page
    assert "校园认证 · 由种草于2026年5月认证" in page


def test_the_line_of_a_verified_person_shows_how_far_gold_is(client, login, alice, verify):
    verify(alice)
    page = login(client, alice).get("/verification").text
    assert "离金V还有多远" in page
    assert page.count('class="vfigures__value"') == 3


@pytest.mark.parametrize("kind", ["orange", "blue"])
def test_a_v_is_said_as_well_as_drawn(client, login, alice, verify, make_post, kind):
    verify(alice, kind=kind, organisation="media" if kind == "blue" else "", line="云溪日报")
    make_post(by=alice)
    for path in ("/public", f"/u/{alice.id}"):
        page = client.get(path).text
        marks = page.count(f'class="v v--{kind}"')
        said = page.count('data-role="badge-said"') + page.count("profile__badge")
        assert 0 < marks <= said + page.count('class="avatar avatar--24"')


def test_an_open_page_asks_for_the_badge_as_its_viewer(client, alice, operator, verify):
    empty = client.get(f"/accounts/{alice.id}/badge").text
    assert "v--orange" not in empty
    verification = verify(alice)
    fresh = client.get(f"/accounts/{alice.id}/badge").text
    assert "v v--orange" in fresh
    assert "种草认证：茶艺师，《一壶》作者" in fresh
    operations.revoke(verification, reason="伪造", by=operator, now=clock.now())
    assert "v--orange" not in client.get(f"/accounts/{alice.id}/badge").text


def test_a_new_badge_stands_at_once_on_posts_that_were_shown_before(client, alice, verify, make_post):
    make_post(by=alice)
    assert "v--orange" not in client.get("/public").text
    verify(alice)
    assert "v--orange" in client.get("/public").text


def test_nothing_is_told_of_accounts_that_are_away(client, make_account):
    banned = make_account(state="banned", badge="orange")
    assert client.get(f"/accounts/{banned.id}/badge").status_code == 404
    assert client.get("/accounts/1/badge").status_code == 404
