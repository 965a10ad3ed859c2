"""The forms of accounts: shapes only; the rules say what a name must be like, the templates what a field is called."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, HiddenField, PasswordField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional

from app.kernel.errors import Reason

_MISSING = _l("Please fill this in.")


class AccountForm(FlaskForm):
    """A form that can show the reasons of a refusal at the fields they belong to."""

    def lay(self, problems: Mapping[str, Reason]) -> None:
        """Put each reason at its field; a reason for a field that is not there goes to the first one."""
        for name, reason in problems.items():
            field = self[name] if name in self else next(iter(self))
            field.errors = [*field.errors, str(reason)]


class RegisterForm(AccountForm):
    """Sign-up."""

    handle = StringField()
    nickname = StringField()
    email = StringField()
    password = PasswordField()
    effort = HiddenField()
    answer = HiddenField()
    next = HiddenField()


class LoginForm(AccountForm):
    """Log-in by handle, nickname or e-mail address."""

    identifier = StringField(validators=[InputRequired(_MISSING)])
    password = PasswordField(validators=[InputRequired(_MISSING)])
    remember = BooleanField()
    next = HiddenField()


class ProfileForm(AccountForm):
    """How a person shows herself."""

    nickname = StringField()
    bio = TextAreaField()
    avatar = FileField()
    banner = FileField()

    def content_of(self, name: str) -> bytes | None:
        """The bytes of an uploaded file; None where none was chosen."""
        file = self[name].data
        return file.read() if isinstance(file, FileStorage) and file.filename else None


class PasswordForm(AccountForm):
    """A new password for the old one."""

    current_password = PasswordField(validators=[InputRequired(_MISSING)])
    new_password = PasswordField(validators=[InputRequired(_MISSING)])


class ProofForm(AccountForm):
    """A second factor: a code, or what a passkey has signed."""

    code = StringField()
    credential = HiddenField()
    challenge = HiddenField()
    next = HiddenField()


class OwnPasswordForm(AccountForm):
    """The password, where something is about to change that opens the account."""

    current_password = PasswordField(validators=[InputRequired(_MISSING)])


class AppForm(AccountForm):
    """The first code of an authenticator app."""

    name = StringField()
    code = StringField(validators=[InputRequired(_MISSING)])


class PasskeyForm(OwnPasswordForm):
    """A new passkey, as the browser made it."""

    name = StringField()
    credential = HiddenField(validators=[InputRequired(_l("No passkey came from this device. Please try again."))])
    challenge = HiddenField()


class FactorForm(AccountForm):
    """What a second factor is called."""

    name = StringField()


class ClosingForm(AccountForm):
    """The password, once more, before one leaves."""

    password = PasswordField(validators=[InputRequired(_MISSING)])


class PreferencesForm(AccountForm):
    """Language and theme; what is not sent stays as it is."""

    language = SelectField(validators=[Optional()], choices=["", "zh", "en"])
    theme = SelectField(validators=[Optional()], choices=["auto", "light", "dark"])
