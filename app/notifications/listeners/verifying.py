"""Who is verified, or wants to be, hears what becomes of it."""

from app.kernel import clock
from app.notifications import operations
from app.verification.events import ApplicationAnswered, VerificationEnded, VerificationEnding, VerificationGranted


def tell_about_verification(event: VerificationGranted) -> None:
    """The account hears that it is verified, for the first time, anew or at another level."""
    data = {"kind": event.kind, "cause": event.cause}
    operations.give_system("verification_granted", to=[event.account_id], now=clock.now(), data=data)


def tell_about_answer(event: ApplicationAnswered) -> None:
    """The applicant hears that something is missing, or that the answer is no; the page of verification says why."""
    operations.give_system(f"verification_{event.state}", to=[event.account_id], now=clock.now())


def tell_about_ending(event: VerificationEnding) -> None:
    """Whose year is nearly over hears of it, once a year."""
    about = {"key": event.expires_at[:10], "data": {"expires_at": event.expires_at}}
    operations.give_system("verification_ending", to=[event.account_id], now=clock.now(), **about)


def tell_about_end(event: VerificationEnded) -> None:
    """Whose V is gone hears of it."""
    data = {"cause": event.cause}
    operations.give_system("verification_ended", to=[event.account_id], now=clock.now(), data=data)
