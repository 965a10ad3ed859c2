"""Rows for the arguments that the addresses of the back office take."""

from datetime import timedelta
from typing import Any

from app.announcements.models import Announcement
from app.kernel import clock, settings, vault
from app.kernel.outbox import OutboxRow
from app.kernel.transactions import add, operation
from app.moderation.models import Appeal, BulkJob, Case, Decision, Proposal, Report
from app.posts.models import Topic
from app.products.models import DomainRule
from app.screening.models import ReviewItem, WordRule
from app.verification.models import Application, LevelProposal, ProofFile
from tests.support import makers


@operation
def make_samples() -> dict[str, Any]:
    """Argument -> id of a row that is there: "may" should mean a page, not 404."""
    now = clock.now()
    due = now + timedelta(hours=24)
    author, reporter, decider = makers.make_account(), makers.make_account(), makers.make_account(role="moderator")
    product = makers.make_product()
    post = makers.make_post(by=author, cards=[product])
    snapshot = {"pictures": [{"key": vault.keep(b"a picture"), "alt": ""}]}
    case = add(Case(subject_kind="post", subject_id=post.id, open_key=f"post:{post.id}", account_id=author.id,
                    reason="spam", report_count=1, snapshot=snapshot, created_at=now, due_at=due))  # fmt: skip
    add(Report(case_id=case.id, reporter_id=reporter.id, reason="spam", created_at=now))
    decision = add(Decision(kind="warn", account_id=author.id, subject_kind="account", subject_id=author.id,
                            reason="spam", by_id=decider.id, created_at=now, snapshot=snapshot))  # fmt: skip
    appeal = add(Appeal(decision_id=decision.id, account_id=author.id, words="不是我", created_at=now, due_at=due))
    proposal = add(Proposal(account_id=author.id, values={}, reason="spam", by_id=decider.id, created_at=now))
    item = add(ReviewItem(account_id=author.id, kind="post", words="一段话", created_at=now))
    application = add(Application(account_id=author.id, kind="orange", name="某人", created_at=now, updated_at=now))
    proof = add(ProofFile(application_id=application.id, key=vault.keep(b"a proof"), filename="a.png",
                          mimetype="image/png", size=1, created_at=now))  # fmt: skip
    act = {"kind": "ban", "reason": "spam", "words": "", "days": None, "limits": []}
    level = add(LevelProposal(account_id=author.id, from_kind="orange", to_kind="gold", created_at=now))
    bulk = add(BulkJob(values=act, by_id=decider.id, created_at=now))
    topic = add(Topic(name="种草", key="种草", created_at=now))
    rule = add(WordRule(word="某词", key="某词", action="mark", scopes=["post"], created_at=now, updated_at=now))
    announcement = add(Announcement(text_zh="公告", starts_at=now, by_id=decider.id, created_at=now))
    domain = add(DomainRule(domain="shop.example", verdict="allow", updated_at=now))
    row = add(OutboxRow(event="x", payload={}, listener="x", created_at=now, next_try_at=None, error="broken"))
    return {
        "account_id": author.id,
        "post_id": post.id,
        "product_id": product.id,
        "case_id": case.id,
        "decision_id": decision.id,
        "appeal_id": appeal.id,
        "proposal_id": proposal.id,
        "item_id": item.id,
        "application_id": application.id,
        "proof_id": proof.id,
        "level_id": level.id,
        "bulk_id": bulk.id,
        "topic_id": topic.id,
        "rule_id": rule.id,
        "announcement_id": announcement.id,
        "domain": domain.domain,
        "row_id": row.id,
        "kind": "post",
        "subject_id": post.id,
        "number": 0,
        "key": settings.definitions()[0].key,
    }
