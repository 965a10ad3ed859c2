"""What people type about products."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length


class LinkForm(FlaskForm):
    """A pasted address."""

    url = StringField(validators=[InputRequired(_l("Paste a link first.")), Length(max=2000)])
