"""The forms of accounts: shapes only; what a name or a password must be like is said by the rules."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import BooleanField, HiddenField, PasswordField, SelectField, StringField, TextAreaField
from wtforms.validators import AnyOf, InputRequired, Optional

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

    handle = StringField(_l("Handle"))
    nickname = StringField(_l("Nickname"))
    email = StringField(_l("E-mail"))
    password = PasswordField(_l("Password"))
    next = HiddenField()


class LoginForm(AccountForm):
    """Log-in by handle, nickname or e-mail address."""

    identifier = StringField(_l("Handle, nickname or e-mail"), [InputRequired(_MISSING)])
    password = PasswordField(_l("Password"), [InputRequired(_MISSING)])
    remember = BooleanField(_l("Remember me on this device"))
    next = HiddenField()


class ProfileForm(AccountForm):
    """How a person shows herself."""

    nickname = StringField(_l("Nickname"))
    bio = TextAreaField(_l("Bio"))
    avatar = FileField(_l("Avatar"))
    banner = FileField(_l("Banner"))

    def content_of(self, name: str) -> bytes | None:
        """The bytes of an uploaded file; None where none was chosen."""
        file = self[name].data
        return file.read() if isinstance(file, FileStorage) and file.filename else None


class PasswordForm(AccountForm):
    """A new password for the old one."""

    current_password = PasswordField(_l("Present password"), [InputRequired(_MISSING)])
    new_password = PasswordField(_l("New password"), [InputRequired(_MISSING)])


class PreferencesForm(AccountForm):
    """Language and theme; what is not sent stays as it is."""

    language = SelectField(
        _l("Language"), [Optional()], choices=[("", _l("As the browser says")), ("zh", "中文"), ("en", "English")]
    )
    theme = SelectField(
        _l("Theme"),
        [Optional(), AnyOf(["auto", "light", "dark"])],
        choices=[("auto", _l("Like the device")), ("light", _l("Light")), ("dark", _l("Dark"))],
    )
