"""The forms of applicants: shapes alone; the rules say what they must hold."""

from flask_wtf.file import MultipleFileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, StringField, TextAreaField

from app.accounts.forms import AccountForm
from app.verification.rules import BYTES_MAX, FILES_MAX, Proof, Wish


class ProofsForm(AccountForm):
    """Files, and a few words to them."""

    files = MultipleFileField()
    words = TextAreaField()

    def proofs(self) -> list[Proof]:
        """The chosen files; one byte and one file more than is allowed is enough to see that it is too much."""
        chosen = [one for one in self.files.data or [] if isinstance(one, FileStorage) and one.filename]
        return [Proof(one.filename or "", one.stream.read(BYTES_MAX + 1)) for one in chosen[: FILES_MAX + 1]]


class ApplicationForm(ProofsForm):
    """An application."""

    kind = StringField()
    organisation = StringField()
    name = StringField()
    field = StringField()
    statement = TextAreaField()
    consent = BooleanField()

    def wish(self) -> Wish:
        """What was typed and ticked."""
        return Wish(
            kind=self.kind.data or "",
            organisation=self.organisation.data or "",
            name=self.name.data or "",
            field=self.field.data or "",
            statement=self.statement.data or "",
            consents=bool(self.consent.data),
        )
