"""Names that look like those of verified accounts: refused, pointed out, or rightly let be."""

import pytest
from sqlalchemy import select

from app.accounts import operations, queries, rules
from app.accounts.events import BadgeChanged
from app.kernel.database import db
from app.screening.models import ReviewItem
from tests.support import makers

# verified name, what somebody else wants to be called
REFUSED = [
    ("Alice_Wong", "Аlice_Wong"),  # Cyrillic А
    ("Alice_Wong", "Alіce_Wong"),  # Cyrillic і
    ("Alice_Wong", "AliceWong"),
    ("Alice_Wong", "alice-wong"),
    ("Alice_Wong", "ALICE·WONG"),
    ("Alice_Wong", "A1ice_Wong"),
    ("Alice_Wong", "AIice_Wong"),  # capital I for l
    ("Alice_Wong", "Alicė_Wong"),
    ("Alice_Wong", "Álïcé_Wöng"),
    ("Alice_Wong", "Alice_W0ng"),
    ("Alice_Wong", "Alice_Wοng"),  # Greek omicron
    ("Alice_Wong", "Ａｌｉｃｅ＿Ｗｏｎｇ"),
    ("Alice_Wong", "𝐀𝐥𝐢𝐜𝐞_𝐖𝐨𝐧𝐠"),
    ("Alice_Wong", "𝒜𝓁𝒾𝒸ℯ_𝒲ℴ𝓃ℊ"),
    ("Alice_Wong", "𝔸𝕝𝕚𝕔𝕖_𝕎𝕠𝕟𝕘"),
    ("Alice_Wong", "Ⓐⓛⓘⓒⓔ_Ⓦⓞⓝⓖ"),
    ("Alice_Wong", "Alice\u200b_Wong"),  # zero width space
    ("Alice_Wong", "Alice\u2060Wong"),  # word joiner
    ("Alice_Wong", "Ali\u00adce_Wong"),  # soft hyphen
    ("Alice_Wong", "Alice_VVong"),
    ("modern_home", "rnodern_home"),
    ("modern_home", "modem_home"),
    ("modern_home", "мodern_home"),
    ("BOBTEA", "ВОВТЕА"),  # Cyrillic throughout
    ("BOBTEA", "ΒΟΒΤΕΑ"),  # Greek throughout
    ("bobtea", "воbtеа"),
    ("bobtea", "8obtea"),
    ("bobtea", "b0btea"),
    ("paypal", "раураl"),
    ("lily2024", "1i1y2024"),
    ("lily2024", "IiIy2024"),
    ("scope", "ѕсоре"),
    ("爱丽丝", "愛麗絲"),  # traditional
    ("爱丽丝", "爱丽丝\u3164"),  # a letter without a picture
    ("爱丽丝", "爱_丽_丝"),
    ("爱丽丝", "爱·丽·丝"),
    ("阿夏的茶桌", "阿夏的荼桌"),  # one stroke more
    ("云溪博物馆", "雲溪博物館"),
    ("微光手作", "徽光手作"),
    ("未名书店", "末名书店"),
    ("己亥杂货", "已亥杂货"),
    ("口口香", "ロロ香"),  # katakana
    ("力学笔记", "カ学笔记"),
    ("听雨的耳机", "听雨的耳机\u200d"),
]

# verified name, a name that is nobody else's
LET_BE = [
    ("Alice_Wong", "Alice_Wang"),
    ("Alice_Wong", "Bella_Wong"),
    ("爱丽丝", "爱丽思"),
    ("小米", "小麦"),
    ("modern_home", "model_home"),
    ("paypal", "payday"),
    ("Maya", "Mayo"),
    ("アリス", "アリサ"),
    ("ガラス屋", "カラス屋"),  # the voicing mark makes another sound
    ("김치", "김지"),
    ("阿夏的茶桌", "阿冬的茶桌"),
    ("听雨的耳机", "听雪的音箱"),
    ("Анна", "Алла"),
    ("scope", "slope"),
    ("lily2024", "lily2025"),
    ("老刘的胶片盒", "小刘的胶片"),
]

# verified name, one that a reviewer should see
POINTED_OUT = [
    ("阿夏的茶桌", "阿夏的茶桌官方"),
    ("阿夏的茶桌", "阿夏的茶桌_客服"),
    ("阿夏的茶桌", "阿夏的茶桌小号"),
    ("阿夏的茶桌", "官方阿夏的茶桌"),
    ("阿夏的茶桌", "阿夏的茶卓"),
    ("爱丽丝", "愛麗絲官方"),
    ("爱丽丝", "爱丽丝工作室"),
    ("Alice_Wong", "Alice_Wongg"),
    ("Alice_Wong", "Alcie_Wong"),
    ("Alice_Wong", "Alice_Wong_official"),
    ("Alice_Wong", "real_Alice_Wong"),
    ("云溪博物馆", "云溪博物院"),
]

# verified name, one that is merely related
NOT_POINTED_OUT = [
    ("爱丽丝", "爱丽"),
    ("爱丽丝", "爱丽丝梦游仙境"),
    ("小米", "小米粥"),
    ("小米", "小麦"),
    ("Maya", "Mila"),
    ("阿夏的茶桌", "阿冬的书桌"),
    ("Alice_Wong", "Alice_in_Wonderland"),
]

NEW = {"handle": "somebody_new", "email": "new@example.com", "password": "correct horse"}


@pytest.mark.parametrize(("verified", "wanted"), REFUSED)
def test_one_look(verified, wanted):
    assert rules.skeleton_of(wanted) == rules.skeleton_of(verified) != ""


@pytest.mark.parametrize(("verified", "wanted"), LET_BE)
def test_another_look(verified, wanted):
    assert rules.skeleton_of(wanted) != rules.skeleton_of(verified)


@pytest.mark.parametrize(("verified", "wanted"), POINTED_OUT)
def test_nearly_one_look(verified, wanted):
    assert rules.is_near(rules.skeleton_of(wanted), rules.skeleton_of(verified))


@pytest.mark.parametrize(("verified", "wanted"), NOT_POINTED_OUT)
def test_not_even_nearly(verified, wanted):
    assert not rules.is_near(rules.skeleton_of(wanted), rules.skeleton_of(verified))


@pytest.mark.parametrize("unseen", ["\u200b\u200b", "_-·", "\u3164"])
def test_what_cannot_be_seen_looks_like_nothing(unseen, frozen_clock):
    assert rules.skeleton_of(unseen) == ""
    assert not rules.is_near("", "")


def test_a_skeleton_fits_its_column():
    assert all(len(rules.skeleton_of(name)) <= 80 for name in ("ﷺ" * 20, "㎞" * 20, "m" * 20))


class TestSigningUp:
    def test_a_name_like_a_verified_one_is_refused_with_the_reason(self, bob, frozen_clock):
        with pytest.raises(operations.NotOpened) as refused:
            operations.open_account(nickname="鮑勃大Ｖ", now=frozen_clock(), **NEW)
        assert refused.value.problems["nickname"].code == "name_lookalike"
        assert bob.nickname in str(refused.value.problems["nickname"])

    def test_so_is_a_handle(self, bob, frozen_clock):
        makers.make_account(handle="teahouse", badge="blue")
        with pytest.raises(operations.NotOpened) as refused:
            operations.open_account(nickname="茶客", now=frozen_clock(), **NEW | {"handle": "tea_h0use"})
        assert refused.value.problems["handle"].code == "name_lookalike"

    def test_a_handle_may_not_look_like_a_verified_nickname(self, app, frozen_clock):
        makers.make_account(nickname="TeaHouse", badge="orange")
        with pytest.raises(operations.NotOpened):
            operations.open_account(nickname="茶客", now=frozen_clock(), **NEW | {"handle": "teah0use"})

    def test_people_without_a_v_are_not_guarded(self, alice, frozen_clock):
        account = operations.open_account(nickname="愛麗絲", now=frozen_clock(), **NEW)
        assert account.name_skeleton == alice.name_skeleton == "爱丽丝"

    def test_a_near_name_is_let_in_and_found(self, bob, frozen_clock):
        account = operations.open_account(nickname="鲍勃大V客服", now=frozen_clock(), **NEW)
        assert queries.verified_like(account) == [bob]
        assert queries.lookalikes_of(bob) == [account]


class TestChangingOnesName:
    def test_it_is_refused_too(self, alice, bob, frozen_clock):
        with pytest.raises(operations.NotEdited) as refused:
            operations.edit_profile(by=alice, nickname="鮑勃大V", bio="", now=frozen_clock())
        assert refused.value.problems["nickname"].code == "name_lookalike"

    def test_one_may_look_like_oneself(self, bob, frozen_clock):
        operations.edit_profile(by=bob, nickname="鮑勃大V", bio="", now=frozen_clock())
        assert (bob.nickname, bob.name_skeleton) == ("鮑勃大V", "鲍勃大v")

    def test_the_skeleton_follows_the_name(self, alice, frozen_clock):
        operations.edit_profile(by=alice, nickname="愛麗絲2", bio="", now=frozen_clock())
        assert alice.name_skeleton == "爱丽丝2"


class TestWhoeverWasThereBefore:
    def test_keeps_her_name_when_somebody_is_verified_and_is_pointed_out(self, alice, announced, frozen_clock):
        twin = makers.make_account(nickname="愛麗絲")
        near = makers.make_account(nickname="爱丽丝官方")
        closed = makers.make_account(nickname="爱-丽-丝", state="closed")
        makers.make_account(nickname="爱丽舍宫")
        operations.set_badge(alice, kind="orange", reason="作家", now=frozen_clock())
        assert BadgeChanged(alice.id) in announced
        assert set(queries.lookalikes_of(alice)) == {twin, near}
        assert closed not in queries.lookalikes_of(alice)
        operations.edit_profile(by=twin, nickname="愛麗絲", bio="早就叫这个", now=frozen_clock())
        assert twin.bio == "早就叫这个"

    def test_a_name_full_of_wildcards_finds_nobody(self, app, frozen_clock):
        account = makers.make_account(nickname="__", badge="orange")
        makers.make_account(nickname="谁")
        assert queries.lookalikes_of(account) == queries.verified_like(account) == []


class TestPointingOut:
    """What reviewers see of it, at /admin/review."""

    def flags(self) -> set[tuple[str, str]]:
        items = db.session.scalars(select(ReviewItem).where(ReviewItem.kind == "profile", ReviewItem.is_out))
        return {(item.words, item.causes[0]["name"]) for item in items}

    def test_a_new_account_with_a_near_name(self, bob, work_off, frozen_clock):
        operations.open_account(nickname="鲍勃大V客服", now=frozen_clock(), **NEW)
        work_off()
        assert self.flags() == {("鲍勃大V客服", "bob")}

    def test_a_changed_name(self, alice, bob, work_off, frozen_clock):
        operations.edit_profile(by=alice, nickname="官方鲍勃大V", bio="", now=frozen_clock())
        work_off()
        assert self.flags() == {("官方鲍勃大V", "bob")}

    def test_those_who_were_there_when_somebody_is_verified(self, alice, carol, work_off, frozen_clock):
        makers.make_account(nickname="愛麗絲")
        makers.make_account(nickname="爱丽丝小号")
        operations.set_badge(alice, kind="blue", reason="某机构", now=frozen_clock())
        work_off()
        assert self.flags() == {("愛麗絲", "alice"), ("爱丽丝小号", "alice")}

    def test_each_once_and_for_reviewers_to_read(self, client, staff_login, mod, alice, bob, frozen_clock):
        operations.edit_profile(by=alice, nickname="鲍勃大V小号", bio="", now=frozen_clock())
        assert [operations.flag_lookalikes(one, now=frozen_clock()) for one in (alice, bob, alice)] == [1, 0, 0]
        page = staff_login(client, mod).get("/admin/review").get_data(as_text=True)
        assert "鲍勃大V小号" in page
        assert "与 @bob 相似" in page
        item = db.session.scalars(select(ReviewItem)).one()
        assert "与 @bob 相似" in client.get(f"/admin/review/{item.id}").get_data(as_text=True)

    def test_nobody_is_pointed_out_for_nothing(self, alice, bob, carol, work_off, frozen_clock):
        operations.edit_profile(by=alice, nickname="爱丽丝梦游仙境", bio="新的一天", now=frozen_clock())
        work_off()
        assert self.flags() == set()
