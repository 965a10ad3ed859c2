"""The bell's notices as the page and the letters show them."""

from app.notifications.presenters.digests import DigestView, digest_view
from app.notifications.presenters.noticing import NoticePage, NoticeView, muted_posts, notice_page, notice_views

__all__ = ["DigestView", "NoticePage", "NoticeView", "digest_view", "muted_posts", "notice_page", "notice_views"]
