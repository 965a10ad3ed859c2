"""What a post said before it was edited."""

from collections.abc import Iterable

from sqlalchemy import select

from app.kernel.database import db
from app.media.models import Image
from app.posts.models import Post, PostVersion


def versions_of(post: Post) -> list[PostVersion]:
    """The earlier versions of a post, the first words first (rules.VERSIONS_MAX at most)."""
    query = select(PostVersion).where(PostVersion.post_id == post.id).order_by(PostVersion.number)
    return list(db.session.scalars(query))


def pictures_in(versions: Iterable[PostVersion]) -> dict[int, Image]:
    """The pictures that these versions show, by id; what has been cleared away is not there."""
    wanted = {row["id"] for version in versions for row in version.images}
    query = select(Image).where(Image.id.in_(wanted))
    return {image.id: image for image in db.session.scalars(query)} if wanted else {}
