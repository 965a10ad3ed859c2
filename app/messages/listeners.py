"""What messages do when something has happened."""

from app.accounts import queries as accounts
from app.media import operations as media
from app.messages import operations, queries
from app.messages.events import MessageTakenBack
from app.relationships.events import AccountFollowed


def clear_away_picture(event: MessageTakenBack) -> None:
    """The picture of a message that was taken back goes, so that its address leads nowhere."""
    media.remove_attached("message", event.message_id)


def take_in_conversation(event: AccountFollowed) -> None:
    """Whom one follows is no stranger any more: the conversation leaves the strangers' box."""
    follower = accounts.account_or_none(event.follower_id)
    if follower and (conversation := queries.conversation_or_none(follower, event.followee_id)):
        operations.move_to_main(conversation, by=follower)
