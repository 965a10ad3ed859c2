"""From rows to views: what the viewer may not see becomes a sentence, what is long is folded."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import inspect

from app.accounts.models import Account
from app.media.presenters import image_view, video_view
from app.posts import rules
from app.posts.models import Post
from app.posts.presenters.folding import folded, halves
from app.posts.presenters.gathering import Batch, gathered
from app.posts.presenters.segments import segments
from app.posts.presenters.views import ChainLink, Marks, PostView, Segment
from app.products.presenters import card_view, preview_view


def post_views(posts: Sequence[Post], *, viewer: Account | None, full: bool = False) -> list[PostView]:
    """The posts in their order as `viewer` sees them; `full` neither folds texts nor trims chains.

    A post that is gone or not meant for the viewer is a tombstone with its sentence. Marks hold what the rules
    tell (is_own, can_…); what engagement knows is laid on top there.
    """
    if not posts:
        return []
    batch = gathered(posts, viewer=viewer, full=full, proven=())
    return [_view(post, batch) for post in posts]


def post_view(post: Post, *, viewer: Account | None, full: bool = False) -> PostView:
    """One post as `viewer` sees it."""
    return post_views([post], viewer=viewer, full=full)[0]


def own_new_view(post: Post, *, viewer: Account) -> PostView:
    """A post as its author sees it right after the act, which has just proven that parent and root are to be seen."""
    if post.is_repost and {"parent", "root"} & inspect(post).unloaded:
        return post_view(post, viewer=viewer)  # the post of an earlier, repeated request
    proven = [one for one in (post, post.parent, post.root) if one is not None]
    if post.author_id != viewer.id or any(_has_more(one) for one in proven):
        return post_view(post, viewer=viewer)
    return _view(post, gathered([post], viewer=viewer, full=False, proven=proven))


def _has_more(post: Post) -> bool:
    """Whether the row that the act has in hand is not all there is to show."""
    is_choosy = post.reposters != "all" or post.commenters != "all"
    return post.is_deleted or is_choosy or any((post.link_id, post.video_id, post.group_id))


def _view(post: Post, batch: Batch) -> PostView:
    if post.id not in batch.visible:
        return _tombstone(post)
    root = batch.root_of(post)
    runs = _runs(post)
    head, rest = (runs, []) if batch.full else folded(runs)
    chain, is_trimmed = _chain(batch.chain_of(post) if post.is_repost else [], batch)
    return PostView(
        id=str(post.id),
        url=f"/posts/{post.id}",
        author=batch.author_of(post),
        created_at=post.created_at,
        label=post.label or (root.label if root else ""),
        head=head,
        rest=rest,
        images=[image_view(row.image, row.alt) for row in batch.images.get(post.id, [])],
        cards=[
            card_view(
                row.product, posted_price=row.price_at_posting, posted_currency=row.currency, post_id=post.id
            )
            for row in batch.cards.get(post.id, [])
        ],
        preview=preview_view(post.link) if post.link else None,
        is_repost=post.is_repost,
        root=_view(root, batch) if root else None,
        chain=chain,
        chain_is_trimmed=is_trimmed,
        repost_count=post.repost_count,
        comment_count=post.comment_count,
        like_count=post.like_count,
        audience=post.audience,
        audience_label=_audience_label(post.audience),
        group_name=_group_name(post, batch.viewer),
        reposters=post.reposters,
        commenters=post.commenters,
        approves_comments=post.approves_comments,
        is_folded=post.is_folded,
        fold_note=post.fold_note,
        is_ai_made=post.is_ai_made,
        is_pinned=post.id in batch.pinned,
        poll=batch.polls.get(post.id),
        video=video_view(post.video) if post.video_id and post.video else None,
        version=post.version,
        edited_at=post.edited_at,
        root_changed=bool(root and root.edited_at and root.edited_at > post.created_at),
        depth=post.depth,
        marks=_marks(post, root, batch),
    )  # fmt: skip


def _runs(post: Post) -> list[Segment]:
    if post.is_repost and not post.text:
        return [Segment("text", _("Reposted"))]
    return segments(post.text, post.entities, post_id=post.id)


def _tombstone(post: Post) -> PostView:
    return PostView(
        id=str(post.id),
        url=f"/posts/{post.id}",
        author=None,
        created_at=post.created_at,
        is_deleted=True,
        tombstone=_sentence(post),
        is_repost=post.is_repost,
        depth=post.depth,
    )


def _sentence(post: Post) -> str:
    if not post.is_deleted:
        return str(_("You may not see this post at the moment."))
    if post.deleted_by == "staff":
        return str(_("Sorry, this post was taken down because it broke the rules of this site."))
    return str(_("Sorry, this post has been deleted by its author."))


def _chain(links: list[tuple[Post, bool]], batch: Batch) -> tuple[list[ChainLink], bool]:
    """Nearest first; on feeds the oldest words go when all together are longer than 140 characters."""
    chain: list[ChainLink] = []
    room = 2 * rules.WORDS_MAX
    for post, is_visible in links:
        link = _chain_link(post, is_visible, batch)
        room -= sum(map(halves, link.segments))
        if room < 0 and not batch.full:
            return chain, True
        chain.append(link)
    return chain, False


def _chain_link(post: Post, is_visible: bool, batch: Batch) -> ChainLink:
    if is_visible:
        return ChainLink(batch.author_of(post), _runs(post))
    gone = _("These words have been deleted.") if post.is_deleted else _("You may not see these words.")
    return ChainLink(None, [], str(gone))


def _marks(post: Post, root: Post | None, batch: Batch) -> Marks:
    viewer = batch.viewer
    if viewer is None:
        return Marks()
    standing = batch.standing_of(post, viewer)
    no_repost = rules.why_not_repost(standing, batch.standing_of(root, viewer) if root else standing)
    no_comment = rules.why_not_comment(post, by=viewer, follows=standing.follows, is_followed=standing.is_followed)
    may_change = rules.why_not_change(post, viewer) is None
    return Marks(
        is_own=post.author_id == viewer.id,
        can_repost=no_repost is None,
        can_comment=no_comment is None,
        can_delete=rules.why_not_delete(post, viewer) is None,
        can_edit=rules.why_not_edit(post, viewer) is None,
        can_pin=rules.why_not_pin(post, viewer) is None,
        can_narrow=may_change and len(rules.narrower_audiences(post.audience)) > 1,
        no_repost=no_repost,
        no_comment=no_comment,
    )


def _audience_label(audience: str) -> str:
    labels = {
        "fans": _("Fans only"),
        "mutuals": _("Mutual friends only"),
        "group": _("Part of the friends"),
        "self": _("Only you"),
    }
    return str(labels.get(audience, ""))


def _group_name(post: Post, viewer: Account | None) -> str:
    """How an author sorts people is nobody else's business."""
    if viewer is None or post.author_id != viewer.id or post.group_id is None or post.group is None:
        return ""
    return post.group.name
