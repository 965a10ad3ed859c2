"""The doors to posts."""

from flask import Blueprint

from app.posts.routes import keeping, publishing, reposting, topics

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
bp.add_url_rule("/posts/<int:post_id>/reposts/new", view_func=reposting.repost_new)
bp.add_url_rule("/posts/<int:post_id>/reposts", view_func=reposting.repost_create, methods=["POST"])
bp.add_url_rule("/topics/suggestions", view_func=topics.topic_suggestions)
