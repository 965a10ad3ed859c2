"""The word filter: its rules, lists of them, and trying it out."""

from typing import Any

from flask import Response, abort, render_template, request
from flask_babel import gettext as _
from flask_babel import ngettext

from app.backoffice.presenters import words as presenters
from app.backoffice.routes.blueprint import bp, permits
from app.kernel import clock, rendering
from app.kernel.viewer import viewer
from app.screening import operations, queries
from app.screening.models import SCOPES, WordRule
from app.screening.rules.wordlists import Wording, as_list, read_list, wording_of

LIST_MAX = 6 * 1024 * 1024  # bytes of a file
TRIED_MAX = 5_000


@bp.get("/words")
@permits("words.edit")
def word_index() -> Any:
    """All rules: `?q=`, `?action=`, `?scope=`, `?sort=hits`; `?edit=<id>` opens one of them."""
    return _page()


@bp.post("/words")
@permits("words.edit")
def word_create() -> Any:
    """Look for a word from now on."""
    wording = _wording()
    try:
        rule = operations.add_rule(wording, by=viewer(), now=clock.now())
    except operations.NotAWord as refusal:
        return _page(adding=wording, problem=str(refusal.reason), status=refusal.status)
    return rendering.done(_("“%(word)s” is looked for now.", word=rule.word), to=presenters.PATH)


@bp.post("/words/<int:rule_id>")
@permits("words.edit")
def word_update(rule_id: int) -> Any:
    """Change a rule."""
    wording = _wording()
    try:
        rule = operations.edit_rule(_rule_or_404(rule_id), wording, by=viewer(), now=clock.now())
    except operations.NotAWord as refusal:
        return _page(editing=(rule_id, wording), problem=str(refusal.reason), status=refusal.status)
    return rendering.done(_("“%(word)s” is saved.", word=rule.word))


@bp.delete("/words/<int:rule_id>")
@permits("words.edit")
def word_delete(rule_id: int) -> Any:
    """No longer look for a word."""
    rule = _rule_or_404(rule_id)
    word = rule.word
    operations.remove_rule(rule, by=viewer(), now=clock.now())
    return rendering.done(_("“%(word)s” is no longer looked for.", word=word), to=presenters.PATH)


@bp.post("/words/imports")
@permits("words.edit")
def word_import_create() -> Any:
    """Take in a pasted list or a CSV file; lines that are wrong come back, with the reason, to be mended."""
    text = _pasted()
    if text is None:
        return _page(importing={"text": "", "problem": _("This file is not text in UTF-8.")}, status=422)
    lines = read_list(text, action=request.form.get("action", "mark"), scopes=request.form.getlist("scopes"))
    try:
        outcome = operations.import_rules(lines, by=viewer(), now=clock.now())
    except operations.NotAWord as refusal:
        return _page(importing={"text": text, "problem": str(refusal.reason)}, status=refusal.status)
    if not lines:
        return _page(importing={"text": text, "problem": _("There is no word in this list.")}, status=422)
    message = _summary(outcome)
    if not outcome.wrong:
        return rendering.done(message, to=presenters.PATH)
    left = "\n".join(wrong.line.typed for wrong in outcome.wrong)
    return _page(importing={"text": left, "wrong": outcome.wrong, "summary": message}, status=422)


@bp.get("/words/export")
@permits("words.edit")
def word_export() -> Any:
    """All rules as CSV, as the import reads it."""
    text = "\ufeff" + as_list(wording_of(rule) for rule in queries.all_word_rules())
    name = f"words-{clock.now().date().isoformat()}.csv"
    return Response(
        text, content_type="text/csv; charset=utf-8", headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


@bp.post("/words/trial")
@permits("words.edit")
def word_trial() -> Any:
    """What would become of a text: a fragment while one types, a page without script."""
    tried = presenters.trial(request.form.get("text", "")[:TRIED_MAX], request.form.get("scope", ""))
    if rendering.wants_fragment():
        return rendering.fragment("backoffice/words/_trial.html", trial=tried)
    return _page(trial=tried)


def _page(status: int = 200, **values: Any) -> Any:
    editing: tuple[int, Wording] | None = values.get("editing")
    open_id = str(editing[0]) if editing else request.args.get("edit", "")
    listing = presenters.word_list(presenters.chosen(request.args), cursor=request.args.get("cursor"), open_id=open_id)
    page = render_template(
        "backoffice/words/index.html",
        listing=listing,
        adding=values.get("adding") or Wording("", "refuse", SCOPES),
        edited=editing[1] if editing else None,
        importing=values.get("importing") or {"text": ""},
        trial=values.get("trial") or presenters.Trial(),
        problem=values.get("problem", ""),
    )
    return page, status


def _wording() -> Wording:
    form = request.form
    return Wording(
        form.get("word", ""), form.get("action", ""), tuple(form.getlist("scopes")), form.get("replacement", ""),
        form.get("note", ""),
    )  # fmt: skip


def _rule_or_404(rule_id: int) -> WordRule:
    return queries.rule_or_none(rule_id) or abort(404)


def _pasted() -> str | None:
    """The list out of the field or the file; None for a file that is no text."""
    file = request.files.get("file")
    content = file.read(LIST_MAX + 1) if file and file.filename else b""
    if not content:
        return request.form.get("text", "")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _summary(outcome: operations.Imported) -> str:
    parts = [
        ngettext("%(num)d word added", "%(num)d words added", outcome.added),
        ngettext("%(num)d changed", "%(num)d changed", outcome.changed),
        ngettext("%(num)d as before", "%(num)d as before", outcome.unchanged),
    ]
    if outcome.wrong:
        parts.append(ngettext("%(num)d line left", "%(num)d lines left", len(outcome.wrong)))
    return _(", ").join(parts)
