"""Comments, likes and favourites as the pages show them, and posts with the viewer's marks on them."""

from app.engagement.presenters.commenting import comment_page, comment_view, comment_views, reply_page
from app.engagement.presenters.listing import favourite_page, liker_page, repost_page
from app.engagement.presenters.marking import post_view, post_views, product_view
from app.engagement.presenters.views import CommentPage, CommentView, PostPage

__all__ = [
    "CommentPage",
    "CommentView",
    "PostPage",
    "comment_page",
    "comment_view",
    "comment_views",
    "favourite_page",
    "liker_page",
    "post_view",
    "post_views",
    "product_view",
    "reply_page",
    "repost_page",
]
