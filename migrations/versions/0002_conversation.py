"""Groups, polls, drafts, edits, messages, what readers mute, and the marks of posts and comments.

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

COMMENTS_LISTED = {
    "ix_comments_post_id_like_count": ["post_id", "like_count", "id"],
    "ix_comments_post_id_id": ["post_id", "id"],
}
COMMENTS_LISTED_BEFORE = {
    "ix_comments_post_id_like_count": ["post_id", "thread_id", "like_count", "id"],
    "ix_comments_post_id_thread_id_id": ["post_id", "thread_id", "id"],
}
BEGINNINGS = [("accounts", "handle_key"), ("accounts", "nickname_key"), ("topics", "key")]
COMMENTS_WAITING = {
    "ix_comments_author_id_waiting": ["author_id", "post_id", "id"],
    "ix_comments_post_id_waiting": ["post_id", "id"],
}


def upgrade() -> None:
    op.create_table(
        "conversations",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("pair", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversations")),
        sa.UniqueConstraint("pair", name=op.f("uq_conversations_pair")),
    )
    op.create_table(
        "digests",
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("rhythm", sa.String(length=8), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_up_to", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_digests_account_id_accounts")),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_digests")),
    )
    with op.batch_alter_table("digests", schema=None) as batch_op:
        batch_op.create_index("ix_digests_rhythm_next_at", ["rhythm", "next_at"], unique=False)

    op.create_table(
        "drafts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("client_key", sa.String(length=36), nullable=False),
        sa.Column("publish_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_drafts_account_id_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sa.UniqueConstraint("account_id", "client_key", name=op.f("uq_drafts_account_id")),
    )
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.create_index("ix_drafts_account_id_id", ["account_id", "id"], unique=False)
        batch_op.create_index("ix_drafts_account_id_publish_at", ["account_id", "publish_at"], unique=False)

    op.create_table(
        "feed_settings",
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("hides_products", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_feed_settings_account_id_accounts")),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_feed_settings")),
    )
    op.create_table(
        "groups",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("owner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("member_count", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["accounts.id"], name=op.f("fk_groups_owner_id_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groups")),
        sa.UniqueConstraint("owner_id", "name", name=op.f("uq_groups_owner_id")),
    )
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.create_index("ix_groups_owner_id_position", ["owner_id", "position"], unique=False)

    op.create_table(
        "message_settings",
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("accepts", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_message_settings_account_id_accounts")),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_message_settings")),
    )
    op.create_table(
        "muted_words",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("word", sa.String(length=30), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_muted_words_account_id_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_muted_words")),
        sa.UniqueConstraint("account_id", "key", name=op.f("uq_muted_words_account_id")),
    )
    op.create_table(
        "notice_settings",
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("senders", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_notice_settings_account_id_accounts")),
        sa.PrimaryKeyConstraint("account_id", "kind", name=op.f("pk_notice_settings")),
    )
    op.create_table(
        "participants",
        sa.Column("conversation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("other_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("box", sa.String(length=10), nullable=False),
        sa.Column("latest_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("read_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("cleared_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("unread_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_participants_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_participants_conversation_id_conversations")
        ),
        sa.ForeignKeyConstraint(["other_id"], ["accounts.id"], name=op.f("fk_participants_other_id_accounts")),
        sa.PrimaryKeyConstraint("conversation_id", "account_id", name=op.f("pk_participants")),
    )
    with op.batch_alter_table("participants", schema=None) as batch_op:
        batch_op.create_index(
            "ix_participants_account_id_box_latest_id", ["account_id", "box", "latest_id"], unique=False
        )
        batch_op.create_index(
            "ix_participants_unread",
            ["account_id", "box"],
            unique=False,
            sqlite_where=sa.text("unread_count > 0"),
            postgresql_where=sa.text("unread_count > 0"),
        )

    op.create_table(
        "repost_mutes",
        sa.Column("muter_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("muted_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["muted_id"], ["accounts.id"], name=op.f("fk_repost_mutes_muted_id_accounts")),
        sa.ForeignKeyConstraint(["muter_id"], ["accounts.id"], name=op.f("fk_repost_mutes_muter_id_accounts")),
        sa.PrimaryKeyConstraint("muter_id", "muted_id", name=op.f("pk_repost_mutes")),
    )
    op.create_table(
        "videos",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("owner_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attached_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("guard", sa.String(length=8), nullable=False),
        sa.Column("attached_to", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(["owner_id"], ["accounts.id"], name=op.f("fk_videos_owner_id_accounts")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_videos")),
        sa.UniqueConstraint("key", name=op.f("uq_videos_key")),
    )
    with op.batch_alter_table("videos", schema=None) as batch_op:
        batch_op.create_index("ix_videos_attached_to", ["attached_to"], unique=False)
        batch_op.create_index(batch_op.f("ix_videos_owner_id"), ["owner_id"], unique=False)

    op.create_table(
        "group_members",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_group_members_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name=op.f("fk_group_members_group_id_groups"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_members")),
        sa.UniqueConstraint("group_id", "account_id", name=op.f("uq_group_members_group_id")),
    )
    with op.batch_alter_table("group_members", schema=None) as batch_op:
        batch_op.create_index("ix_group_members_account_id_group_id", ["account_id", "group_id"], unique=False)
        batch_op.create_index("ix_group_members_group_id_id", ["group_id", "id"], unique=False)

    op.create_table(
        "muted_topics",
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("topic_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_muted_topics_account_id_accounts")),
        sa.ForeignKeyConstraint(["topic_id"], ["topics.id"], name=op.f("fk_muted_topics_topic_id_topics")),
        sa.PrimaryKeyConstraint("account_id", "topic_id", name=op.f("pk_muted_topics")),
    )
    op.create_table(
        "topic_follows",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("topic_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_topic_follows_account_id_accounts")),
        sa.ForeignKeyConstraint(["topic_id"], ["topics.id"], name=op.f("fk_topic_follows_topic_id_topics")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_follows")),
        sa.UniqueConstraint("account_id", "topic_id", name=op.f("uq_topic_follows_account_id")),
    )
    with op.batch_alter_table("topic_follows", schema=None) as batch_op:
        batch_op.create_index("ix_topic_follows_account_id_id", ["account_id", "id"], unique=False)

    op.create_table(
        "messages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("conversation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("author_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("entities", sa.JSON(), nullable=False),
        sa.Column("label", sa.String(length=8), nullable=False),
        sa.Column("image_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("product_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("client_key", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["accounts.id"], name=op.f("fk_messages_author_id_accounts")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversations.id"], name=op.f("fk_messages_conversation_id_conversations")
        ),
        sa.ForeignKeyConstraint(["image_id"], ["images.id"], name=op.f("fk_messages_image_id_images")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_messages_post_id_posts")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_messages_product_id_products")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
        sa.UniqueConstraint("author_id", "client_key", name=op.f("uq_messages_author_id")),
    )
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.create_index("ix_messages_conversation_id_id", ["conversation_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_messages_image_id"), ["image_id"], unique=False)

    op.create_table(
        "pinned_posts",
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_pinned_posts_account_id_accounts")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_pinned_posts_post_id_posts")),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_pinned_posts")),
    )
    with op.batch_alter_table("pinned_posts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pinned_posts_post_id"), ["post_id"], unique=False)

    op.create_table(
        "polls",
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("voter_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_polls_post_id_posts")),
        sa.PrimaryKeyConstraint("post_id", name=op.f("pk_polls")),
    )
    op.create_table(
        "post_versions",
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("entities", sa.JSON(), nullable=False),
        sa.Column("images", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_post_versions_post_id_posts")),
        sa.PrimaryKeyConstraint("post_id", "number", name=op.f("pk_post_versions")),
    )
    op.create_table(
        "thread_mutes",
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_thread_mutes_account_id_accounts")),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_thread_mutes_post_id_posts")),
        sa.PrimaryKeyConstraint("account_id", "post_id", name=op.f("pk_thread_mutes")),
    )
    op.create_table(
        "ballots",
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_ballots_account_id_accounts")),
        sa.ForeignKeyConstraint(["post_id"], ["polls.post_id"], name=op.f("fk_ballots_post_id_polls")),
        sa.PrimaryKeyConstraint("post_id", "account_id", name=op.f("pk_ballots")),
    )
    op.create_table(
        "poll_options",
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.String(length=40), nullable=False),
        sa.Column("image_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("product_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("vote_count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["image_id"], ["images.id"], name=op.f("fk_poll_options_image_id_images")),
        sa.ForeignKeyConstraint(["post_id"], ["polls.post_id"], name=op.f("fk_poll_options_post_id_polls")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_poll_options_product_id_products")),
        sa.PrimaryKeyConstraint("post_id", "position", name=op.f("pk_poll_options")),
    )
    with op.batch_alter_table("poll_options", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_poll_options_image_id"), ["image_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_poll_options_product_id"), ["product_id"], unique=False)

    op.create_table(
        "votes",
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["accounts.id"], name=op.f("fk_votes_account_id_accounts")),
        sa.ForeignKeyConstraint(
            ["post_id", "position"],
            ["poll_options.post_id", "poll_options.position"],
            name=op.f("fk_votes_post_id_poll_options"),
        ),
        sa.PrimaryKeyConstraint("post_id", "position", "account_id", name=op.f("pk_votes")),
    )
    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.create_index("ix_votes_account_id_post_id", ["account_id", "post_id"], unique=False)

    with op.batch_alter_table("comments", schema=None) as batch_op:
        batch_op.add_column(sa.Column("image_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column("is_approved", sa.Boolean(), server_default=sa.true(), nullable=False))
        batch_op.add_column(sa.Column("pinned_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_comments_image_id"), ["image_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_comments_image_id_images"), "images", ["image_id"], ["id"])
        batch_op.drop_index("ix_comments_post_id_like_count")
        batch_op.drop_index("ix_comments_post_id_thread_id_id")

    for name, columns in COMMENTS_LISTED.items():
        op.create_index(
            name,
            "comments",
            columns,
            postgresql_where=sa.text("is_approved AND thread_id IS NULL"),
            sqlite_where=sa.text("is_approved = 1 AND thread_id IS NULL"),
        )
    for name, columns in COMMENTS_WAITING.items():
        op.create_index(
            name,
            "comments",
            columns,
            postgresql_where=sa.text("NOT is_approved AND deleted_at IS NULL"),
            sqlite_where=sa.text("is_approved = 0 AND deleted_at IS NULL"),
        )
    with_image = sa.text("image_id IS NOT NULL")
    op.create_index(
        "ix_comments_post_id_images", "comments", ["post_id"], postgresql_where=with_image, sqlite_where=with_image
    )
    is_pinned = sa.text("pinned_at IS NOT NULL")
    op.create_index(
        "ix_comments_post_id_pinned",
        "comments",
        ["post_id"],
        unique=True,
        postgresql_where=is_pinned,
        sqlite_where=is_pinned,
    )

    with op.batch_alter_table("follows", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_special", sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table("home_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_home_entries_account_id_author_id"))
        batch_op.create_index(
            "ix_home_entries_account_id_author_id", ["account_id", "author_id", "post_id"], unique=False
        )

    with op.batch_alter_table("images", schema=None) as batch_op:
        batch_op.add_column(sa.Column("guard", sa.String(length=8), server_default="", nullable=False))
        batch_op.add_column(
            sa.Column("attached_to", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_index("ix_images_attached_to", ["attached_to"], unique=False)

    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.add_column(sa.Column("code", sa.String(length=24), server_default="", nullable=False))
        batch_op.create_index(
            "ix_notices_unread",
            ["account_id", "kind", "latest_id"],
            unique=False,
            postgresql_where=sa.text("group_key IS NOT NULL"),
            sqlite_where=sa.text("group_key IS NOT NULL"),
        )
        batch_op.create_index("ix_notices_post_id_comment_id", ["post_id", "comment_id"], unique=False)

    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("group_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column("reposters", sa.String(length=8), server_default="all", nullable=False))
        batch_op.add_column(sa.Column("commenters", sa.String(length=8), server_default="all", nullable=False))
        batch_op.add_column(sa.Column("approves_comments", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("is_folded", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("fold_note", sa.String(length=40), server_default="", nullable=False))
        batch_op.add_column(sa.Column("is_ai_made", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("has_images", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("has_poll", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("video_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(
            sa.Column(
                "heat",
                sa.Integer(),
                sa.Computed("repost_count * 2 + comment_count + like_count", persisted=True),
                nullable=False,
            )
        )
        batch_op.add_column(sa.Column("version", sa.Integer(), server_default="1", nullable=False))
        batch_op.add_column(sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("purged_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f("ix_posts_group_id"), ["group_id"], unique=False)
        batch_op.create_index(
            "ix_posts_author_id_images",
            ["author_id", "id"],
            unique=False,
            postgresql_where=sa.text("has_images"),
            sqlite_where=sa.text("has_images = 1"),
        )
        batch_op.create_index("ix_posts_parent_id_author_id", ["parent_id", "author_id"], unique=False)
        batch_op.create_index("ix_posts_parent_id_heat", ["parent_id", "heat", "id"], unique=False)
        batch_op.create_index("ix_posts_root_id_author_id", ["root_id", "author_id", "id"], unique=False)
        batch_op.create_index("ix_posts_root_id_heat", ["root_id", "heat", "id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_posts_group_id_groups"), "groups", ["group_id"], ["id"], ondelete="SET NULL"
        )
        batch_op.create_foreign_key(batch_op.f("fk_posts_video_id_videos"), "videos", ["video_id"], ["id"])

    with op.batch_alter_table("topics", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lead", sa.String(length=300), server_default="", nullable=False))
        batch_op.add_column(sa.Column("host_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.add_column(sa.Column("read_count", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("follower_count", sa.Integer(), server_default="0", nullable=False))
        batch_op.create_foreign_key(batch_op.f("fk_topics_host_id_accounts"), "accounts", ["host_id"], ["id"])

    for table, key in BEGINNINGS:
        op.create_index(f"ix_{table}_{key}_beginning", table, [key], postgresql_ops={key: "varchar_pattern_ops"})
    op.create_index("ix_topics_post_count_id", "topics", ["post_count", "id"])
    op.create_table(
        "product_posts",
        sa.Column("product_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("post_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["posts.id"], name=op.f("fk_product_posts_post_id_posts")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_product_posts_product_id_products")),
        sa.PrimaryKeyConstraint("product_id", "post_id", name=op.f("pk_product_posts")),
    )
    op.create_index(op.f("ix_product_posts_post_id"), "product_posts", ["post_id"], unique=False)
    op.execute(
        "INSERT INTO product_posts (product_id, post_id) SELECT product_id, post_id FROM post_products UNION "
        "SELECT product_id, posts.id FROM post_products JOIN posts ON posts.root_id = post_products.post_id "
        "WHERE posts.text <> ''"
    )
    op.execute("UPDATE posts SET has_images = (1 = 1) WHERE id IN (SELECT post_id FROM post_images)")
    op.execute("UPDATE posts SET purged_at = deleted_at WHERE deleted_at IS NOT NULL")
    op.execute(
        "UPDATE images SET guard = 'post', attached_to = "
        "(SELECT MIN(post_images.post_id) FROM post_images WHERE post_images.image_id = images.id) "
        "WHERE id IN (SELECT image_id FROM post_images)"
    )


def downgrade() -> None:
    op.drop_index("ix_topics_post_count_id", table_name="topics")
    for table, key in BEGINNINGS:
        op.drop_index(f"ix_{table}_{key}_beginning", table_name=table)
    op.drop_index(op.f("ix_product_posts_post_id"), table_name="product_posts")
    op.drop_table("product_posts")
    with op.batch_alter_table("topics", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_topics_host_id_accounts"), type_="foreignkey")
        batch_op.drop_column("follower_count")
        batch_op.drop_column("read_count")
        batch_op.drop_column("host_id")
        batch_op.drop_column("lead")

    with op.batch_alter_table("posts", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_posts_video_id_videos"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_posts_group_id_groups"), type_="foreignkey")
        batch_op.drop_index("ix_posts_root_id_heat")
        batch_op.drop_index("ix_posts_root_id_author_id")
        batch_op.drop_index("ix_posts_parent_id_heat")
        batch_op.drop_index("ix_posts_parent_id_author_id")
        batch_op.drop_index("ix_posts_author_id_images")
        batch_op.drop_index(batch_op.f("ix_posts_group_id"))
        batch_op.drop_column("purged_at")
        batch_op.drop_column("edited_at")
        batch_op.drop_column("version")
        batch_op.drop_column("heat")
        batch_op.drop_column("video_id")
        batch_op.drop_column("has_poll")
        batch_op.drop_column("has_images")
        batch_op.drop_column("is_ai_made")
        batch_op.drop_column("fold_note")
        batch_op.drop_column("is_folded")
        batch_op.drop_column("approves_comments")
        batch_op.drop_column("commenters")
        batch_op.drop_column("reposters")
        batch_op.drop_column("group_id")

    with op.batch_alter_table("notices", schema=None) as batch_op:
        batch_op.drop_index("ix_notices_post_id_comment_id")
        batch_op.drop_index("ix_notices_unread")
        batch_op.drop_column("code")

    with op.batch_alter_table("images", schema=None) as batch_op:
        batch_op.drop_index("ix_images_attached_to")
        batch_op.drop_column("attached_to")
        batch_op.drop_column("guard")

    with op.batch_alter_table("home_entries", schema=None) as batch_op:
        batch_op.drop_index("ix_home_entries_account_id_author_id")
        batch_op.create_index(
            batch_op.f("ix_home_entries_account_id_author_id"), ["account_id", "author_id"], unique=False
        )

    with op.batch_alter_table("follows", schema=None) as batch_op:
        batch_op.drop_column("is_special")

    for name in ("ix_comments_post_id_pinned", "ix_comments_post_id_images", *COMMENTS_WAITING, *COMMENTS_LISTED):
        op.drop_index(name, table_name="comments")
    with op.batch_alter_table("comments", schema=None) as batch_op:
        for name, columns in COMMENTS_LISTED_BEFORE.items():
            batch_op.create_index(name, columns, unique=False)
        batch_op.drop_constraint(batch_op.f("fk_comments_image_id_images"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_comments_image_id"))
        batch_op.drop_column("pinned_at")
        batch_op.drop_column("is_approved")
        batch_op.drop_column("image_id")

    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.drop_index("ix_votes_account_id_post_id")

    op.drop_table("votes")
    with op.batch_alter_table("poll_options", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_poll_options_product_id"))
        batch_op.drop_index(batch_op.f("ix_poll_options_image_id"))

    op.drop_table("poll_options")
    op.drop_table("ballots")
    op.drop_table("thread_mutes")
    op.drop_table("post_versions")
    op.drop_table("polls")
    with op.batch_alter_table("pinned_posts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pinned_posts_post_id"))

    op.drop_table("pinned_posts")
    with op.batch_alter_table("messages", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_messages_image_id"))
        batch_op.drop_index("ix_messages_conversation_id_id")

    op.drop_table("messages")
    with op.batch_alter_table("topic_follows", schema=None) as batch_op:
        batch_op.drop_index("ix_topic_follows_account_id_id")

    op.drop_table("topic_follows")
    op.drop_table("muted_topics")
    with op.batch_alter_table("group_members", schema=None) as batch_op:
        batch_op.drop_index("ix_group_members_group_id_id")
        batch_op.drop_index("ix_group_members_account_id_group_id")

    op.drop_table("group_members")
    with op.batch_alter_table("videos", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_videos_owner_id"))
        batch_op.drop_index("ix_videos_attached_to")

    op.drop_table("videos")
    op.drop_table("repost_mutes")
    with op.batch_alter_table("participants", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_participants_unread",
            sqlite_where=sa.text("unread_count > 0"),
            postgresql_where=sa.text("unread_count > 0"),
        )
        batch_op.drop_index("ix_participants_account_id_box_latest_id")

    op.drop_table("participants")
    op.drop_table("notice_settings")
    op.drop_table("muted_words")
    op.drop_table("message_settings")
    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.drop_index("ix_groups_owner_id_position")

    op.drop_table("groups")
    op.drop_table("feed_settings")
    with op.batch_alter_table("drafts", schema=None) as batch_op:
        batch_op.drop_index("ix_drafts_account_id_publish_at")
        batch_op.drop_index("ix_drafts_account_id_id")

    op.drop_table("drafts")
    with op.batch_alter_table("digests", schema=None) as batch_op:
        batch_op.drop_index("ix_digests_rhythm_next_at")

    op.drop_table("digests")
    op.drop_table("conversations")
