"""What messages do when something has happened."""

from datetime import timedelta

from app.accounts import queries as accounts
from app.accounts.events import AccountClosed
from app.kernel import clock
from app.kernel.events import remind, slow
from app.media import operations as media
from app.messages import operations, queries
from app.messages.events import MessageTakenBack, MessageTakenDown
from app.products.events import ProductMerged
from app.relationships.events import AccountFollowed
from app.screening import queries as screening
from app.screening.events import ItemReleased

_LEEWAY = timedelta(seconds=5)


def show_merged_product(event: ProductMerged) -> None:
    """At once: messages with a product that was merged into another show that one."""
    operations.show_merged_product(event.product_id, event.into_id)


def clear_away_picture(event: MessageTakenBack) -> None:
    """The picture of a message that was taken back goes, so that its address leads nowhere."""
    media.remove_attached("message", event.message_id)


def wipe_taken_down(event: MessageTakenDown) -> None:
    """Wait until nobody can appeal any more, then let go of what the message said and showed."""
    now = clock.now()
    wait = operations.wipe(event.message_id, now=now)
    if wait is not None:
        remind(event, wipe_taken_down, after=wait + _LEEWAY, now=now)


def take_in_conversation(event: AccountFollowed) -> None:
    """Whom one follows is no stranger any more: the conversation leaves the strangers' box."""
    follower = accounts.account_or_none(event.follower_id)
    if follower and (conversation := queries.conversation_or_none(follower, event.followee_id)):
        operations.move_to_main(conversation, by=follower)


@slow
def forget_account(event: AccountClosed) -> None:
    """Empty all that somebody said in conversations who has closed her account, batch by batch."""
    while operations.forget(event.account_id, now=clock.now()):
        pass


def carry_out(event: ItemReleased) -> None:
    """At once: a message that a reviewer has let out is sent."""
    item = screening.item_or_none(event.item_id)
    if item is not None and item.kind == "message":
        operations.carry_out(item, now=clock.now())
