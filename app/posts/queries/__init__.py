"""Reading posts: who may see what, lists, trees, topics, and whether the counters are right."""

from app.posts.queries.chains import chains_of, chains_seen_by
from app.posts.queries.drafts import (
    draft_by_key,
    draft_count,
    draft_or_404,
    drafts_of,
    newest_draft,
    scheduled_count,
    scheduled_of,
)
from app.posts.queries.finding import (
    pinned_post_of,
    post_by_key,
    post_or_404,
    post_or_none,
    posts_by_ids,
    standings,
    standings_or_404,
    stored_post_or_404,
    tombstone_or_none,
)
from app.posts.queries.hangings import cards_of, hung_images, images_of, product_ids_of
from app.posts.queries.lists import posts_about, posts_by, posts_with_topic, reposts_by_followed, reposts_of
from app.posts.queries.naming import TextReading, entities_of, read_text
from app.posts.queries.polls import choices_of, options_of, poll_or_none, polls_of, voter_id_batches
from app.posts.queries.recount import miscounts
from app.posts.queries.topics import busy_topics, topic_key, topic_or_none, topics_like
from app.posts.queries.versions import pictures_in, versions_of
from app.posts.queries.visibility import blocked_expression, is_visible_expression, may_see, visible_to

__all__ = [
    "TextReading",
    "blocked_expression",
    "busy_topics",
    "cards_of",
    "chains_of",
    "chains_seen_by",
    "choices_of",
    "draft_by_key",
    "draft_count",
    "draft_or_404",
    "drafts_of",
    "entities_of",
    "hung_images",
    "images_of",
    "is_visible_expression",
    "may_see",
    "miscounts",
    "newest_draft",
    "options_of",
    "pictures_in",
    "pinned_post_of",
    "poll_or_none",
    "polls_of",
    "post_by_key",
    "post_or_404",
    "post_or_none",
    "posts_about",
    "posts_by",
    "posts_by_ids",
    "posts_with_topic",
    "product_ids_of",
    "read_text",
    "reposts_by_followed",
    "reposts_of",
    "scheduled_count",
    "scheduled_of",
    "standings",
    "standings_or_404",
    "stored_post_or_404",
    "tombstone_or_none",
    "topic_key",
    "topic_or_none",
    "topics_like",
    "versions_of",
    "visible_to",
    "voter_id_batches",
]
