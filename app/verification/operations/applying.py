"""What applicants do."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from app.accounts.models import Account
from app.kernel import ids
from app.kernel.errors import Reason, Refusal
from app.kernel.transactions import add, locked, operation
from app.verification import queries, rules
from app.verification.models import Application, ProofFile
from app.verification.operations import keeping
from app.verification.operations.keeping import Kept
from app.verification.rules import Proof, Wish


class NotApplied(Refusal):
    """The application stays as it is; `problems` says why, by field."""

    status = 422

    def __init__(self, problems: Mapping[str, Reason]) -> None:
        super().__init__(next(iter(problems.values())))
        self.problems = problems


def apply(wish: Wish, proofs: Sequence[Proof], *, by: Account, now: datetime) -> Application:
    """Ask to be verified, for the first time, anew or for another year. Raises NotApplied, ProofRefused."""
    wish = _tidied(wish)
    if problems := rules.wrong_with(wish, files=len(proofs)):
        raise NotApplied(problems)
    with keeping.kept(proofs) as files:
        return _applied(wish, files, by, now)


def _tidied(wish: Wish) -> Wish:
    return Wish(
        kind=wish.kind,
        organisation=wish.organisation if wish.kind == "blue" else "",
        name=rules.tidy_line(wish.name),
        field=rules.tidy_line(wish.field),
        statement=rules.tidy_words(wish.statement),
        consents=wish.consents,
    )


@operation
def _applied(wish: Wish, files: list[Kept], account: Account, now: datetime) -> Application:
    account = locked(account)  # so that of two applications sent at once the second finds the first
    last = queries.last_application_of(account.id)
    reason = rules.why_not_apply(
        account,
        wish,
        sizes=[file.size for file in files],
        last=last,
        last_sizes=[file.size for file in queries.proofs_of(last)] if last else [],
        verification=queries.verification_of(account.id),
        now=now,
    )
    if reason:
        raise NotApplied({"": reason})
    application = add(
        Application(
            id=ids.new_id(now), account_id=account.id, kind=wish.kind, organisation=wish.organisation,
            name=wish.name, field=wish.field, statement=wish.statement, created_at=now, updated_at=now,
        )
    )  # fmt: skip
    keeping.file_away(files, application, now=now)
    return application


def add_proofs(
    application: Application, *, words: str = "", proofs: Sequence[Proof] = (), by: Account, now: datetime
) -> Application:
    """Hand in what was missing: files, words or both; what waited for the applicant waits for staff again.

    Raises NotApplied, ProofRefused.
    """
    words = rules.tidy_words(words)
    _refuse_adding(application, words, len(proofs))
    with keeping.kept(proofs) as files:
        return _added(application, words, files, now)


@operation
def _added(application: Application, words: str, files: list[Kept], now: datetime) -> Application:
    row = locked(application)
    _refuse_adding(row, words, len(files))
    keeping.file_away(files, row, now=now)
    if words:
        row.statement = f"{row.statement}\n\n{words}"
    row.state, row.updated_at = "waiting", now
    return row


def _refuse_adding(application: Application, words: str, files: int) -> None:
    had = len(queries.proofs_of(application))
    if reason := rules.why_not_add(application, words=words, files=files, had=had):
        raise NotApplied({"": reason})


@operation
def remove_proof(application: Application, file: ProofFile, *, by: Account, now: datetime) -> None:
    """Take back a file that nobody has decided about yet: its bytes and its name are gone. Raises NotApplied."""
    row = locked(application)
    files = queries.proofs_of(row)
    if reason := rules.why_not_remove(row, had=len(files)):
        raise NotApplied({"": reason})
    keeping.wipe([one for one in files if one.id == file.id], now)


@operation
def withdraw(application: Application, *, by: Account, now: datetime) -> None:
    """Take an application back; its papers are purged like those of a decided one. Raises NotApplied."""
    row = locked(application)
    if reason := rules.why_not_withdraw(row):
        raise NotApplied({"": reason})
    row.state, row.decided_at, row.updated_at = "withdrawn", now, now
