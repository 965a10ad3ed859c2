"""Lists of people."""

from typing import Any

from flask import jsonify, render_template, request
from flask_login import login_required

from app.accounts.models import Account
from app.accounts.presenters import account_view
from app.kernel import clock
from app.kernel.pagination import Page, mapped
from app.kernel.security import public
from app.kernel.viewer import viewer
from app.relationships import presenters, queries
from app.relationships.routes.blueprint import before, bp, seen_or_404

SUGGESTIONS = 8


@bp.get("/u/<int:account_id>/following")
@public
def following_index(account_id: int) -> Any:
    """Whom someone follows."""
    account = seen_or_404(account_id)
    return _people(account, "following", queries.following_page(account, viewer=viewer(), before=before()))


@bp.get("/u/<int:account_id>/fans")
@public
def fan_index(account_id: int) -> Any:
    """Who follows someone."""
    account = seen_or_404(account_id)
    return _people(account, "fans", queries.fans_page(account, viewer=viewer(), before=before()))


@bp.get("/accounts/suggestions")
@login_required
def suggestion_index() -> Any:
    """Whom one may mean by `@…`, as JSON for the composer."""
    prefix = request.args.get("q", "").lstrip("@")[:24]
    found = queries.suggested_accounts(prefix, viewer=viewer(), limit=SUGGESTIONS, now=clock.now())
    people = presenters.person_views(found, viewer())
    return jsonify([_suggestion(person) for person in people])


def _suggestion(person: presenters.PersonView) -> dict[str, Any]:
    account = person.account
    return {
        "id": account.id,
        "nickname": account.nickname,
        "handle": account.handle,
        "avatar_url": account.avatar_url,
        "badge": account.badge,
        "follows": person.relation.follows,
    }


def _people(account: Account, kind: str, page: Page[Account]) -> Any:
    people = mapped(page, lambda rows: presenters.person_views(rows, viewer()))
    return render_template("relationships/people.html", account=account_view(account), kind=kind, people=people)
