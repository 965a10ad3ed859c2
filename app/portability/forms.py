"""The forms of exports: shapes only."""

from flask_wtf import FlaskForm
from wtforms import PasswordField


class FetchForm(FlaskForm):
    """The password, before the file is handed out; not asked of whom has shown a second factor."""

    password = PasswordField()
