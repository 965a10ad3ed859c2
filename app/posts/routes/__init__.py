"""The doors to posts."""

from flask import Blueprint

from app.posts.routes import drafts, editing, keeping, polls, publishing, reposting, topics

bp = Blueprint("posts", __name__)
bp.add_url_rule("/compose", view_func=publishing.post_new)
bp.add_url_rule("/posts", view_func=publishing.post_create, methods=["POST"])
bp.add_url_rule("/posts/<int:post_id>", view_func=keeping.post_delete, methods=["DELETE"])
bp.add_url_rule("/posts/<int:post_id>/deletion", view_func=keeping.deletion_delete, methods=["DELETE"])
bp.add_url_rule("/posts/<int:post_id>/pin", view_func=keeping.pin_create, methods=["POST"])
bp.add_url_rule("/posts/<int:post_id>/pin", view_func=keeping.pin_delete, methods=["DELETE"])
bp.add_url_rule("/posts/<int:post_id>/permissions", view_func=keeping.permission_edit)
bp.add_url_rule("/posts/<int:post_id>/permissions", view_func=keeping.permission_update, methods=["POST"])
bp.add_url_rule("/posts/<int:post_id>/preview", view_func=keeping.preview_create, methods=["POST"])
bp.add_url_rule("/posts/<int:post_id>/preview", view_func=keeping.preview_delete, methods=["DELETE"])
bp.add_url_rule("/posts/<int:post_id>/edit", view_func=editing.post_edit)
bp.add_url_rule("/posts/<int:post_id>/versions", view_func=editing.version_create, methods=["POST"])
bp.add_url_rule("/posts/<int:post_id>/history", view_func=editing.history_show)
bp.add_url_rule("/posts/<int:post_id>/poll", view_func=polls.poll_show)
bp.add_url_rule("/posts/<int:post_id>/votes", view_func=polls.vote_create, methods=["POST"])
bp.add_url_rule("/posts/<int:post_id>/reposts/new", view_func=reposting.repost_new)
bp.add_url_rule("/posts/<int:post_id>/reposts", view_func=reposting.repost_create, methods=["POST"])
bp.add_url_rule("/drafts", view_func=drafts.draft_list)
bp.add_url_rule("/drafts", view_func=drafts.draft_keep, methods=["POST"])
bp.add_url_rule("/drafts/newest", view_func=drafts.draft_newest)
bp.add_url_rule("/drafts/<int:draft_id>", view_func=drafts.draft_show)
bp.add_url_rule("/drafts/<int:draft_id>", view_func=drafts.draft_delete, methods=["DELETE"])
bp.add_url_rule("/drafts/<int:draft_id>/post", view_func=drafts.draft_publish, methods=["POST"])
bp.add_url_rule("/drafts/<int:draft_id>/time", view_func=drafts.draft_time_change, methods=["POST"])
bp.add_url_rule("/drafts/<int:draft_id>/time", view_func=drafts.draft_time_remove, methods=["DELETE"])
bp.add_url_rule("/topics/suggestions", view_func=topics.topic_suggestions)
