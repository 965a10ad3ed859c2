"""The form of what one wants to hear: shapes only."""

from flask_wtf import FlaskForm
from wtforms import StringField

from app.notifications.models import CHOSEN_KINDS


class WishesForm(FlaskForm):
    """Whose news of each kind, and how often by e-mail; what is not sent stays as it is."""

    mention = StringField()
    comment = StringField()
    like = StringField()
    repost = StringField()
    fan = StringField()
    rhythm = StringField()

    def senders(self) -> dict[str, str]:
        """What was chosen, by kind."""
        return {kind: self[kind].data for kind in CHOSEN_KINDS if self[kind].data}
