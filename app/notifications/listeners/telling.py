"""Who hears of what people do."""

from app.accounts import queries as accounts
from app.engagement import queries as under_posts
from app.engagement.events import CommentApproved, CommentLiked, PostCommented, PostLiked
from app.engagement.models import Comment
from app.kernel import clock
from app.kernel.database import db
from app.notifications import operations, queries
from app.posts import queries as posts
from app.posts.events import PostEdited, PostPublished, PostReposted
from app.posts.models import Post
from app.relationships import queries as relationships
from app.relationships.events import AccountFollowed


def tell_mentioned(event: PostPublished | PostReposted | PostEdited) -> None:
    """Who is named in a post hears of it, if she may see it; authors along a chain hear of the repost itself."""
    post = db.session.get(Post, event.post_id)
    if post is None or post.is_deleted:
        return
    along = _authors_along(post)
    named = {one for one in queries.mentioned_in(post.id) if one not in along and _may_see(post, one)}
    operations.give("mention", to=named, by=event.author_id, now=clock.now(), post_id=post.id)


def tell_authors_along_the_chain(event: PostReposted) -> None:
    """The authors of the parent and of the root hear that they were passed on: once each, about their own post."""
    post = db.session.get(Post, event.post_id)
    if post is None or post.is_deleted:
        return
    told: set[int] = set()
    for post_id in (event.parent_id, event.root_id):
        passed_on = db.session.get_one(Post, post_id)
        if passed_on.author_id not in told and _may_see(post, passed_on.author_id):
            told.add(passed_on.author_id)
            operations.give("repost", to=[passed_on.author_id], by=event.author_id, now=clock.now(), post_id=post_id)


def tell_about_comment(event: PostCommented | CommentApproved) -> None:
    """The post's author, who is replied to, and who is named in a comment hear of it: each once, when she is shown it.

    While it waits to be approved that is the author alone.
    """
    comment = db.session.get(Comment, event.comment_id)
    if comment is None or comment.deleted_at is not None:
        return
    post = db.session.get_one(Post, event.post_id)
    concerned = {post.author_id}
    if event.reply_to_id is not None:
        concerned.add(db.session.get_one(Comment, event.reply_to_id).author_id)
    named = {entity["id"] for entity in comment.entities if entity["kind"] == "mention"} - concerned
    now = clock.now()
    for kind, people in (("comment", concerned), ("mention", named)):
        shown = [one for one in people if _is_shown(comment, post, one)]
        operations.give(kind, to=shown, by=event.author_id, now=now, post_id=post.id, comment_id=comment.id)


def tell_about_like(event: PostLiked) -> None:
    """The author hears who likes a post, if she still does."""
    post = db.session.get(Post, event.post_id)
    if post is not None and not post.is_deleted and queries.likes_post(event.account_id, post.id):
        operations.give("like", to=[post.author_id], by=event.account_id, now=clock.now(), post_id=post.id)


def tell_about_comment_like(event: CommentLiked) -> None:
    """The writer hears who likes a comment, if she still does."""
    comment = db.session.get(Comment, event.comment_id)
    if comment and comment.deleted_at is None and queries.likes_comment(event.account_id, comment.id):
        about = {"post_id": comment.post_id, "comment_id": comment.id}
        operations.give("like", to=[comment.author_id], by=event.account_id, now=clock.now(), **about)


def tell_about_fan(event: AccountFollowed) -> None:
    """Whoever is followed hears of the new fan, if she still is one."""
    if relationships.is_following(event.follower_id, event.followee_id):
        operations.give("fan", to=[event.followee_id], by=event.follower_id, now=clock.now())


def _authors_along(post: Post) -> set[int]:
    return {db.session.get_one(Post, post_id).author_id for post_id in (post.parent_id, post.root_id) if post_id}


def _is_shown(comment: Comment, post: Post, account_id: int) -> bool:
    """What is approved is shown to all who may see the post."""
    if comment.is_approved:
        return _may_see(post, account_id)
    account = accounts.account_or_none(account_id)
    return account is not None and under_posts.may_see_comment(comment.id, account)


def _may_see(post: Post, account_id: int) -> bool:
    """Public posts are seen by everyone but across a block, which `give` asks about itself."""
    if post.audience == "public" or post.author_id == account_id:
        return True
    account = accounts.account_or_none(account_id)
    return account is not None and posts.post_or_none(post.id, viewer=account) is not None
