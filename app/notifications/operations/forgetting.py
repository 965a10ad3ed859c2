"""Taking somebody who has closed her account out of the bells of others, and her own bell away."""

from sqlalchemy import delete, select

from app.kernel.database import db
from app.kernel.transactions import operation
from app.notifications.models import Digest, Notice, NoticeActor, NoticeSetting, ThreadMute
from app.notifications.operations.withdrawing import AT_ONCE, take_out


@operation
def forget(account_id: int) -> bool:
    """Remove some of her notices, and her out of some of others; whether there may be more. Again it finds nothing."""
    own = list(db.session.scalars(select(Notice.id).where(Notice.account_id == account_id).limit(AT_ONCE)))
    for model, column in ((NoticeActor, NoticeActor.notice_id), (Notice, Notice.id)):
        db.session.execute(delete(model).where(column.in_(own)).execution_options(synchronize_session=False))
    for choice in (NoticeSetting, ThreadMute, Digest):
        db.session.execute(delete(choice).where(choice.account_id == account_id))
    did = select(NoticeActor.notice_id).where(NoticeActor.account_id == account_id)
    some = list(db.session.scalars(did.order_by(NoticeActor.notice_id).limit(AT_ONCE)))
    if some:
        take_out(account_id, [Notice.id.in_(some)])
    return bool(own or some)
