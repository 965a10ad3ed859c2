"""What the staff finds on its desk: words to look for, things held for review, reports, decisions and appeals."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from app.accounts import operations as accounts
from app.accounts.models import Account
from app.announcements import operations as announcements
from app.demo.content import World
from app.demo.content.desk import Answer, Complaint, Desk, FilterWord, Grievance, Guest, Objection, Ruling, Saying
from app.demo.content.desk import DomainVerdict as Verdict
from app.demo.operations.history import History
from app.demo.operations.logins import secret_of
from app.engagement import operations as engagement
from app.engagement.models import Comment
from app.kernel.database import db
from app.moderation import operations as moderation
from app.moderation.models import Appeal, Case, Decision
from app.posts import operations as posts
from app.posts import queries
from app.posts.models import Post
from app.products import operations as products
from app.screening import operations as screening
from app.screening.rules.wordlists import Wording

KEEPS_WORDS, TENDS_GOODS, SPEAKS = "ayi", "zhaojie", "nanfeng"
WORDS_SINCE = timedelta(days=3)
LINE_FROM, LINE_UNTIL = timedelta(hours=6), timedelta(days=5)
LINE = {
    "text_zh": "周六夜里两点到三点，楼下换电表，小站打个盹。写了一半的先存草稿，醒来接着种。",
    "text_en": "Saturday, 2 to 3 a.m.: the meter downstairs is replaced and the site takes a nap. Save your drafts.",
}

Act = Callable[[datetime], object]


def acts_of(world: World, history: History, *, now: datetime) -> Iterator[tuple[datetime, Act]]:
    """What came to the desk lately; the history has been told before."""
    return _Shift(world.desk, history, now).acts()


@dataclass
class _Shift:
    """The acts of a desk; people, what they said, cases, decisions and appeals are found again by key."""

    desk: Desk
    history: History
    now: datetime
    guests: dict[str, Account] = field(default_factory=dict)
    said: dict[str, Post | Comment] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    decisions: dict[str, Decision] = field(default_factory=dict)
    appeals: dict[str, Appeal] = field(default_factory=dict)

    def acts(self) -> Iterator[tuple[datetime, Act]]:
        for place, word in enumerate(self.desk.words):
            yield self.now - WORDS_SINCE + timedelta(minutes=place), partial(self._look_for, word)
        for ruled in self.desk.domains:
            yield self._at(ruled.minutes_ago), partial(self._rule_domain, ruled)
        yield self.now - LINE_FROM, self._put_up_line
        for guest in self.desk.guests:
            yield self._at(guest.minutes_ago), partial(self._welcome, guest)
        for saying in self.desk.sayings:
            yield self._at(saying.minutes_ago), partial(self._say, saying)
        for grievance in self.desk.grievances:
            yield from self._proceedings(grievance)

    def _proceedings(self, of: Grievance) -> Iterator[tuple[datetime, Act]]:
        for complaint in of.reports:
            yield self._at(complaint.minutes_ago), partial(self._report, of, complaint)
        if of.ruling:
            yield self._at(of.ruling.minutes_ago), partial(self._decide, of, of.ruling)
        if of.objection:
            yield self._at(of.objection.minutes_ago), partial(self._appeal, of, of.objection)
            if answer := of.objection.answer:
                yield self._at(answer.minutes_ago), partial(self._answer, of, answer)

    def _at(self, minutes_ago: int) -> datetime:
        return self.now - timedelta(minutes=minutes_ago)

    def _person(self, handle: str) -> Account:
        return self.guests.get(handle) or self.history.stage.accounts[handle]

    def _words(self, key: str) -> Post | Comment:
        return self.said.get(key) or self.history.posts.get(key) or self.history.comments[key]

    def _look_for(self, word: FilterWord, now: datetime) -> None:
        wording = Wording(word.word, word.action, word.scopes, word.replacement, word.note)
        screening.add_rule(wording, by=self._person(KEEPS_WORDS), now=now)

    def _rule_domain(self, ruled: Verdict, now: datetime) -> None:
        by = self._person(TENDS_GOODS)
        products.rule_domain(ruled.domain, verdict=ruled.verdict, reason=ruled.reason, by=by, now=now)

    def _put_up_line(self, now: datetime) -> None:
        by = self._person(SPEAKS)
        announcements.put_up(**LINE, link="", starts_at=now, ends_at=self.now + LINE_UNTIL, by=by, now=now)

    def _welcome(self, guest: Guest, now: datetime) -> None:
        email = f"{guest.handle}@demo.example"
        account = accounts.open_account(
            handle=guest.handle, nickname=guest.nickname, email=email, password=secret_of(guest.handle), now=now
        )
        # The site would not take the password of the demo world: it is much too common.
        account.password_hash = self._person(KEEPS_WORDS).password_hash
        self.guests[guest.handle] = accounts.settle(account, bio=guest.bio, language="", theme="", now=now)

    def _say(self, saying: Saying, now: datetime) -> None:
        by = self._person(saying.by)
        with suppress(screening.Held, screening.NotAllowed):
            if saying.on:
                post = self.history.posts[saying.on]
                self.said[saying.key] = engagement.comment(post, by=by, text=saying.text, now=now)
            else:
                self.said[saying.key] = posts.publish(by=by, now=now, text=saying.text)

    def _report(self, of: Grievance, complaint: Complaint, now: datetime) -> None:
        by = self._person(complaint.by)
        filed = moderation.report(
            of.kind, self._subject_id(of), by=by, reason=complaint.reason, words=complaint.words, now=now
        )
        self.cases[of.key] = db.session.get_one(Case, filed.case_id)

    def _subject_id(self, of: Grievance) -> int:
        if of.kind == "account":
            return self._person(of.on).id
        if of.kind == "product":
            return self.history.stage.products[of.on].id
        if of.kind == "topic":
            topic = queries.topic_or_none(of.on)
            return topic.id if topic else 0
        return self._words(of.on).id

    def _decide(self, of: Grievance, ruling: Ruling, now: datetime) -> None:
        made = moderation.decide(
            self.cases[of.key], kind=ruling.kind, reason="", words=ruling.words, by=self._person(ruling.by), now=now,
            days=ruling.days, limits=ruling.limits,
        )  # fmt: skip
        if isinstance(made, Decision):
            self.decisions[of.key] = made

    def _appeal(self, of: Grievance, objection: Objection, now: datetime) -> None:
        decision = self.decisions[of.key]
        by = db.session.get_one(Account, decision.account_id)
        self.appeals[of.key] = moderation.appeal(decision, by=by, words=objection.words, now=now)

    def _answer(self, of: Grievance, answer: Answer, now: datetime) -> None:
        by = self._person(answer.by)
        moderation.answer_appeal(self.appeals[of.key], by=by, overturns=answer.overturns, answer=answer.words, now=now)
