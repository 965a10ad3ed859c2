"""Second factors: set up, shown, used once, removed; and who hears of it."""

from datetime import timedelta

import pyotp
import pytest

from app.accounts import events, operations, queries, rules
from app.accounts.models import Account, SecondFactor
from app.kernel import audit
from app.kernel.database import db
from app.notifications.models import Notice
from tests.support import makers

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
HALF_A_MINUTE = timedelta(seconds=30)


def code_at(moment, secret=SECRET) -> str:
    return pyotp.TOTP(secret).at(moment)


def with_app(account: Account, now) -> SecondFactor:
    return operations.give_app(account, secret=SECRET, now=now)


class TestSettingAnAppUp:
    def test_it_counts_once_it_has_shown_a_right_code(self, alice, announced, frozen_clock):
        factor = operations.start_app(by=alice, password=makers.PASSWORD, now=frozen_clock())
        assert not queries.has_second_factor(alice)
        secret = operations.secret_of(factor)
        assert secret not in factor.secret  # encrypted
        codes = operations.confirm_app(
            factor, by=alice, name=" 我的  手机 ", code=code_at(frozen_clock(), secret), now=frozen_clock()
        )
        assert (queries.has_second_factor(alice), factor.name) == (True, "我的 手机")
        assert len(set(codes)) == 10 == queries.recovery_codes_left(alice)
        assert events.SecondFactorAdded(alice.id, factor.id, "totp") in announced

    def test_a_wrong_code_leaves_it_out_of_use(self, alice, frozen_clock):
        factor = operations.start_app(by=alice, password=makers.PASSWORD, now=frozen_clock())
        with pytest.raises(operations.FactorKept) as refused:
            operations.confirm_app(factor, by=alice, name="", code="000000", now=frozen_clock())
        assert (refused.value.field, queries.has_second_factor(alice)) == ("code", False)

    def test_the_password_is_asked_for(self, alice, frozen_clock):
        with pytest.raises(operations.NotChanged):
            operations.start_app(by=alice, password="wrong horse", now=frozen_clock())

    def test_what_was_not_finished_is_dropped(self, alice, frozen_clock):
        first = operations.start_app(by=alice, password=makers.PASSWORD, now=frozen_clock()).id
        second = operations.start_app(by=alice, password=makers.PASSWORD, now=frozen_clock()).id
        assert first != second
        assert db.session.query(SecondFactor).count() == 1

    def test_a_second_app_brings_no_new_recovery_codes(self, alice, frozen_clock):
        codes = []
        for _ in range(2):
            factor = operations.start_app(by=alice, password=makers.PASSWORD, now=frozen_clock())
            code = code_at(frozen_clock(), operations.secret_of(factor))
            codes.append(operations.confirm_app(factor, by=alice, name="", code=code, now=frozen_clock()))
        assert [len(some) for some in codes] == [10, 0]

    def test_there_is_an_end_to_them(self, alice, frozen_clock):
        for _ in range(rules.MOST_FACTORS):
            makers.make_second_factor(of=alice)
        with pytest.raises(operations.FactorKept):
            operations.start_app(by=alice, password=makers.PASSWORD, now=frozen_clock())


class TestCodes:
    def test_a_code_opens_once(self, alice, frozen_clock):
        with_app(alice, frozen_clock())
        code = code_at(frozen_clock())
        operations.prove_by_code(alice, code=code, now=frozen_clock())
        with pytest.raises(operations.NotProven):
            operations.prove_by_code(alice, code=code, now=frozen_clock())

    def test_nor_does_an_older_one_open_after_it(self, alice, frozen_clock):
        with_app(alice, frozen_clock())
        now = frozen_clock()
        operations.prove_by_code(alice, code=code_at(now), now=now)
        with pytest.raises(operations.NotProven):
            operations.prove_by_code(alice, code=code_at(now - HALF_A_MINUTE), now=now)
        operations.prove_by_code(alice, code=code_at(now + HALF_A_MINUTE), now=now + HALF_A_MINUTE)

    @pytest.mark.parametrize(("steps", "opens"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
    def test_clocks_may_be_half_a_minute_apart(self, alice, frozen_clock, steps, opens):
        with_app(alice, frozen_clock())
        now = frozen_clock()
        code = code_at(now + steps * HALF_A_MINUTE)
        if opens:
            operations.prove_by_code(alice, code=code, now=now)
        else:
            with pytest.raises(operations.NotProven):
                operations.prove_by_code(alice, code=code, now=now)

    def test_they_may_be_typed_as_phones_show_them(self, alice, frozen_clock):
        with_app(alice, frozen_clock())
        code = code_at(frozen_clock())
        operations.prove_by_code(alice, code=f" {code[:3]} {code[3:]} ", now=frozen_clock())

    def test_anothers_code_opens_nothing(self, alice, bob, frozen_clock):
        with_app(bob, frozen_clock())
        with pytest.raises(operations.NotProven):
            operations.prove_by_code(alice, code=code_at(frozen_clock()), now=frozen_clock())

    def test_an_app_that_is_not_confirmed_opens_nothing(self, alice, frozen_clock):
        factor = operations.start_app(by=alice, password=makers.PASSWORD, now=frozen_clock())
        code = code_at(frozen_clock(), operations.secret_of(factor))
        with pytest.raises(operations.NotProven):
            operations.prove_by_code(alice, code=code, now=frozen_clock())

    def test_after_a_change_of_the_sites_key_nothing_opens_and_nothing_breaks(self, app, alice, frozen_clock):
        with_app(alice, frozen_clock())
        kept, app.config["SECRET_KEY"] = app.config["SECRET_KEY"], "another secret altogether, long enough"
        try:
            with pytest.raises(operations.NotProven):
                operations.prove_by_code(alice, code=code_at(frozen_clock()), now=frozen_clock())
        finally:
            app.config["SECRET_KEY"] = kept


class TestRecoveryCodes:
    def test_each_opens_once_however_it_is_typed(self, alice, announced, frozen_clock):
        with_app(alice, frozen_clock())
        codes = operations.renew_recovery_codes(by=alice, password=makers.PASSWORD, now=frozen_clock())
        typed = f"{codes[0][:5].upper()} - {codes[0][5:]}"
        operations.prove_by_code(alice, code=typed, now=frozen_clock())
        assert [event.left for event in announced if isinstance(event, events.RecoveryCodeUsed)] == [9]
        with pytest.raises(operations.NotProven):
            operations.prove_by_code(alice, code=codes[0], now=frozen_clock())

    def test_new_ones_replace_the_old(self, alice, frozen_clock):
        with_app(alice, frozen_clock())
        old = operations.renew_recovery_codes(by=alice, password=makers.PASSWORD, now=frozen_clock())
        operations.renew_recovery_codes(by=alice, password=makers.PASSWORD, now=frozen_clock())
        assert queries.recovery_codes_left(alice) == 10
        with pytest.raises(operations.NotProven):
            operations.prove_by_code(alice, code=old[0], now=frozen_clock())

    def test_they_are_not_kept_in_clear(self, alice, frozen_clock):
        codes = operations.renew_recovery_codes(by=alice, password=makers.PASSWORD, now=frozen_clock())
        kept = set(db.session.scalars(db.text("select code_hash from recovery_codes")))
        assert len(kept) == 10
        assert not kept & set(codes)

    def test_anothers_open_nothing(self, alice, bob, frozen_clock):
        codes = operations.renew_recovery_codes(by=bob, password=makers.PASSWORD, now=frozen_clock())
        with pytest.raises(operations.NotProven):
            operations.prove_by_code(alice, code=codes[0], now=frozen_clock())


class TestRemoving:
    def test_with_the_last_one_the_recovery_codes_go(self, alice, announced, frozen_clock):
        factor = with_app(alice, frozen_clock())
        operations.renew_recovery_codes(by=alice, password=makers.PASSWORD, now=frozen_clock())
        operations.remove_factor(factor, by=alice, password=makers.PASSWORD, now=frozen_clock())
        assert not queries.has_second_factor(alice)
        assert queries.recovery_codes_left(alice) == 0
        assert events.SecondFactorRemoved(alice.id, "totp") in announced

    def test_the_password_is_asked_for(self, alice, frozen_clock):
        factor = with_app(alice, frozen_clock())
        with pytest.raises(operations.NotChanged):
            operations.remove_factor(factor, by=alice, password="wrong horse", now=frozen_clock())
        assert queries.has_second_factor(alice)

    def test_staff_keep_the_last_one(self, mod, frozen_clock):
        first, second = with_app(mod, frozen_clock()), makers.make_second_factor(of=mod)
        operations.remove_factor(first, by=mod, password=makers.PASSWORD, now=frozen_clock())
        with pytest.raises(operations.FactorKept):
            operations.remove_factor(second, by=mod, password=makers.PASSWORD, now=frozen_clock())
        assert queries.factors_of(mod) == [second]

    def test_a_reset_takes_all_and_ends_the_sessions(self, mod, announced, frozen_clock):
        with_app(mod, frozen_clock())
        epoch = mod.session_epoch
        operations.reset_second_factors(mod, by=None, reason="phone lost", now=frozen_clock())
        assert not queries.has_second_factor(mod)
        assert mod.session_epoch == epoch + 1
        assert events.SessionsEnded(mod.id) in announced
        row = audit.last_row()
        assert (row.act, row.actor_id, row.subject_id) == ("accounts.reset_second_factor", None, mod.id)


def test_people_hear_of_what_changes(alice, work_off, frozen_clock, client, login):
    factor = operations.start_app(by=alice, password=makers.PASSWORD, now=frozen_clock())
    code = code_at(frozen_clock(), operations.secret_of(factor))
    codes = operations.confirm_app(factor, by=alice, name="", code=code, now=frozen_clock())
    operations.prove_by_code(alice, code=codes[0], now=frozen_clock())
    operations.remove_factor(factor, by=alice, password=makers.PASSWORD, now=frozen_clock())
    work_off()
    told = list(db.session.scalars(db.select(Notice.code).where(Notice.account_id == alice.id)))
    assert sorted(told) == ["factor_added", "factor_removed", "recovery_used"]
    page = login(client, alice).get("/notifications").get_data(as_text=True)
    assert "验证器应用" in page
    assert "还剩 9 个恢复码" in page
