"""Whoever's account is opened in another way now hears of it."""

from app.accounts.events import LoggedOutByStaff, RecoveryCodeUsed, SecondFactorAdded, SecondFactorRemoved
from app.kernel import clock
from app.notifications import operations


def tell_about_new_factor(event: SecondFactorAdded) -> None:
    """A second factor was added."""
    operations.give_system(
        "factor_added", to=[event.account_id], now=clock.now(), key=str(event.factor_id), data={"kind": event.kind}
    )


def tell_about_lost_factor(event: SecondFactorRemoved) -> None:
    """A second factor was removed, or all were."""
    operations.give_system("factor_removed", to=[event.account_id], now=clock.now(), data={"kind": event.kind})


def tell_about_recovery(event: RecoveryCodeUsed) -> None:
    """A recovery code was used up."""
    operations.give_system(
        "recovery_used", to=[event.account_id], now=clock.now(), key=str(event.code_id), data={"left": event.left}
    )


def tell_about_ended_sessions(event: LoggedOutByStaff) -> None:
    """Staff have logged her out everywhere."""
    operations.give_system("sessions_ended", to=[event.account_id], now=clock.now())
