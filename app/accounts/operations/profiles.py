"""How a person shows herself, and how she wants the site."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.exc import IntegrityError

from app.accounts import events, queries, rules
from app.accounts.models import Account
from app.accounts.operations import pictures
from app.kernel.database import db
from app.kernel.errors import Reason, Refusal
from app.kernel.events import announce
from app.kernel.transactions import locked, operation
from app.screening import operations as screening
from app.screening.models import ReviewItem
from app.screening.operations import Said

THEMES = ("auto", "light", "dark")


class NotEdited(Refusal):
    """The profile stays as it is; `problems` says why, by field."""

    status = 422

    def __init__(self, problems: Mapping[str, Reason]) -> None:
        super().__init__(next(iter(problems.values())))
        self.problems = problems


def edit_profile(
    *, by: Account, nickname: str, bio: str, now: datetime, avatar: bytes | None = None, banner: bytes | None = None
) -> Account:
    """Change nickname, bio and, where given, the pictures; raises NotEdited with everything that is wrong at once.

    Pictures are decoded before the transaction begins: other writers need not wait for it. Names and words that a
    reviewer must see first wait, the pictures are changed all the same; then it raises screening.Held.
    """
    nickname, bio = rules.tidy_nickname(nickname), rules.tidy_bio(bio)
    problems = _problems(by, nickname, bio)
    verdict = None if problems else _judged(by, nickname, bio, problems, now=now)
    images: dict[str, Any] = {}
    for field, content in {"avatar": avatar, "banner": banner}.items():
        if content is None:
            continue
        try:
            images[field] = pictures.stored(content, by=by, now=now)
        except Refusal as refusal:
            problems[field] = refusal.reason
    if problems or verdict is None:
        raise NotEdited(problems)
    if not verdict.must_wait:
        return _edited(by, nickname, verdict.text("bio") if "bio" in verdict.texts else bio, images, now)
    _hold(by, nickname, bio, images, verdict, now=now)
    raise screening.Held


@operation
def change_words(account: Account, *, nickname: str, bio: str, now: datetime) -> Account:
    """Take on a nickname and a bio that a reviewer has let out; raises NotEdited if they cannot be had any more."""
    if problems := _problems(account, nickname, bio):
        raise NotEdited(problems)
    return _edited(account, nickname, bio, {}, now)


@operation
def carry_out(item: ReviewItem, *, now: datetime) -> None:
    """Change the profile as a reviewer has let it be changed; what cannot be had any more says why."""
    account = queries.account_or_none(item.account_id)
    if account is None:
        return
    try:
        with db.session.begin_nested():
            change_words(account, nickname=item.payload["nickname"], bio=item.payload["bio"], now=now)
            screening.settle(item, result_id=account.id)
    except Refusal as refusal:
        screening.fail(item, refusal=refusal, language=account.language)


@operation
def choose(*, by: Account, language: str | None = None, theme: str | None = None) -> Account:
    """Set the language ('' follows the browser) and the theme; None leaves as it is."""
    row = locked(by)
    if language is not None:
        row.language = language
    if theme is not None:
        row.theme = theme
    return row


@operation
def _edited(account: Account, nickname: str, bio: str, images: Mapping[str, Any], now: datetime) -> Account:
    row = locked(account)
    row.nickname, row.nickname_key, row.bio = nickname, nickname.casefold(), bio
    was, row.name_skeleton = row.name_skeleton, rules.skeleton_of(nickname)
    for field, image in images.items():
        old = getattr(row, f"{field}_key")
        setattr(row, f"{field}_key", pictures.replace(old, image, now=now))
    try:
        db.session.flush()
    except IntegrityError as error:
        raise NotEdited({"nickname": rules.NICKNAME_TAKEN}) from error
    if row.name_skeleton != was:
        announce(events.NicknameChanged(row.id))
    return row


def _judged(
    by: Account, nickname: str, bio: str, problems: dict[str, Reason], *, now: datetime
) -> screening.Verdict | None:
    """What stands against the new words; a nickname is not rewritten, so words to be replaced are refused in it."""
    texts = {"nickname": [nickname] if nickname != by.nickname else [], "bio": [bio] if bio != by.bio else []}
    said = Said("profile", {scope: of_scope for scope, of_scope in texts.items() if of_scope})
    try:
        verdict = screening.judge(said, by=by, now=now, is_known=lambda: "nickname" not in said.texts)
    except screening.NotAllowed as refusal:
        problems[refusal.scope or "nickname"] = refusal.reason
        return None
    if "nickname" in verdict.texts and verdict.text("nickname") != nickname:
        problems["nickname"] = rules.NICKNAME_NOT_ALLOWED
        return None
    return verdict


@operation
def _hold(
    by: Account, nickname: str, bio: str, images: Mapping[str, Any], verdict: screening.Verdict, *, now: datetime
) -> None:
    _edited(by, by.nickname, by.bio, images, now)
    payload = {"nickname": nickname, "bio": verdict.text("bio") if "bio" in verdict.texts else bio}
    screening.hold(verdict, by=by, now=now, payload=payload, client_key="profile", takes_place=True)


def _problems(account: Account, nickname: str, bio: str) -> dict[str, Reason]:
    problems = {
        field: reason
        for field, reason in {"nickname": rules.why_not_nickname(nickname), "bio": rules.why_not_bio(bio)}.items()
        if reason is not None
    }
    if nickname != account.nickname and "nickname" not in problems:
        problems |= queries.names_protected(nickname=nickname, beside=account.id)
        problems |= queries.names_taken(nickname=nickname, beside=account.id)
    elif nickname == account.nickname:
        problems.pop("nickname", None)  # a name given by the house (a reserved one) may stay
    return problems
