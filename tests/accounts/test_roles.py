"""Roles and badges: who gives them, and what follows."""

import pytest

from app.accounts import events, operations, queries
from app.accounts.commands import account as command
from app.kernel import audit
from tests.support import makers


def run(app, *words):
    return app.test_cli_runner().invoke(command, list(words))


class TestRoles:
    def test_a_new_role_ends_the_sessions_and_is_written_down(self, alice, admin, announced, frozen_clock):
        operations.set_role(alice, role="moderator", by=admin, reason="helps", now=frozen_clock())
        assert (alice.role, alice.session_epoch) == ("moderator", 1)
        assert events.RoleChanged(alice.id) in announced
        row = audit.last_row()
        assert (row.act, row.actor_id, row.subject_id) == ("accounts.set_role", admin.id, alice.id)
        assert (row.before, row.after, row.reason) == ({"role": "member"}, {"role": "moderator"}, "helps")

    def test_the_same_role_again_is_nothing_new(self, mod, announced, frozen_clock):
        operations.set_role(mod, role="moderator", by=None, reason="", now=frozen_clock())
        assert announced == []
        assert audit.last_row() is None

    def test_the_last_admin_stays(self, admin, frozen_clock):
        with pytest.raises(operations.RoleKept):
            operations.set_role(admin, role="member", by=admin, reason="tired", now=frozen_clock())
        assert admin.role == "admin"

    def test_a_banned_admin_does_not_count(self, admin, frozen_clock):
        makers.make_account(role="admin", state="banned")
        with pytest.raises(operations.RoleKept):
            operations.set_role(admin, role="operator", by=admin, reason="", now=frozen_clock())

    def test_one_of_two_may_go(self, admin, frozen_clock):
        makers.make_account(role="admin")
        operations.set_role(admin, role="operator", by=admin, reason="", now=frozen_clock())
        assert admin.role == "operator"

    def test_there_are_no_other_roles(self, alice, frozen_clock):
        with pytest.raises(ValueError, match="no role"):
            operations.set_role(alice, role="king", by=None, reason="", now=frozen_clock())


class TestBadges:
    def test_a_badge_is_put_on_and_taken_away(self, alice, announced, frozen_clock):
        operations.set_badge(alice, kind="gold", reason="作家", now=frozen_clock())
        assert (alice.badge, alice.badge_reason) == ("gold", "作家")
        operations.set_badge(alice, kind="", reason="nothing", now=frozen_clock())
        assert (alice.badge, alice.badge_reason) == ("", "")
        assert announced == [events.BadgeChanged(alice.id)] * 2

    def test_the_same_badge_again_is_nothing_new(self, bob, announced, frozen_clock):
        operations.set_badge(bob, kind=bob.badge, reason=bob.badge_reason, now=frozen_clock())
        assert announced == []


class TestTheCommandLine:
    def test_it_gives_roles(self, app, alice):
        answer = run(app, "set-role", "@Alice", "admin")
        assert answer.exit_code == 0
        assert "second factor" in answer.output
        assert alice.role == "admin"
        assert (audit.last_row().actor_id, audit.last_row().reason) == (None, "command line")

    def test_it_keeps_the_last_admin(self, app, admin):
        answer = run(app, "set-role", "admin", "member")
        assert (answer.exit_code, admin.role) == (1, "admin")

    def test_it_says_whom_it_does_not_know(self, app):
        answer = run(app, "set-role", "nobody", "admin")
        assert (answer.exit_code, "@nobody" in answer.output) == (1, True)

    def test_it_takes_second_factors_off(self, app, mod):
        makers.make_second_factor(of=mod)
        assert run(app, "reset-second-factor", "mod", "--reason", "lost").exit_code == 0
        assert not queries.has_second_factor(mod)
        assert audit.last_row().reason == "lost"

    def test_it_shows_a_code_that_opens_also_twice_in_a_row(self, app, mod, frozen_clock):
        operations.give_app(mod, secret="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", now=frozen_clock())
        for _ in range(2):
            code = run(app, "code", "mod").output.strip()
            operations.prove_by_code(mod, code=code, now=frozen_clock())
        assert audit.last_row().act == "accounts.reveal_code"

    def test_not_in_production(self, app, mod, monkeypatch, frozen_clock):
        operations.give_app(mod, secret="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", now=frozen_clock())
        monkeypatch.setitem(app.config, "APP_ENV", "production")
        assert run(app, "code", "mod").exit_code == 1

    def test_nor_for_whom_has_no_app(self, app, alice):
        assert run(app, "code", "alice").exit_code == 1
