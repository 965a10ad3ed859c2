"""Posts, the repost tree, topics, polls, drafts, and what hangs on a post."""

from app.posts.models.drafts import Draft
from app.posts.models.hangings import PinnedPost, PostImage, PostMention, PostProduct, PostVersion, ProductPost
from app.posts.models.polls import Ballot, Poll, PollOption, Vote
from app.posts.models.post import AUDIENCES, COMMENTERS, REPOSTERS, Post
from app.posts.models.topics import PostTopic, Topic, TopicFollow
from app.posts.models.writing import OptionWriting, PollWriting, Writing

__all__ = [
    "AUDIENCES",
    "COMMENTERS",
    "REPOSTERS",
    "Ballot",
    "Draft",
    "OptionWriting",
    "PinnedPost",
    "Poll",
    "PollOption",
    "PollWriting",
    "Post",
    "PostImage",
    "PostMention",
    "PostProduct",
    "PostTopic",
    "PostVersion",
    "ProductPost",
    "Topic",
    "TopicFollow",
    "Vote",
    "Writing",
]
