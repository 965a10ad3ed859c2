"""Posts as the pages show them: everything a page of posts needs, gathered in three statements."""

from app.posts.presenters.assembling import own_new_view, post_view, post_views
from app.posts.presenters.drafts import ComposerView, DraftView, composer_view, draft_views
from app.posts.presenters.polls import OptionView, PollView, poll_views
from app.posts.presenters.segments import segments
from app.posts.presenters.versions import HistoryView, VersionView, history_view
from app.posts.presenters.views import ChainLink, Marks, PostView, Segment

__all__ = [
    "ChainLink",
    "ComposerView",
    "DraftView",
    "HistoryView",
    "Marks",
    "OptionView",
    "PollView",
    "PostView",
    "Segment",
    "VersionView",
    "composer_view",
    "draft_views",
    "history_view",
    "own_new_view",
    "poll_views",
    "post_view",
    "post_views",
    "segments",
]
