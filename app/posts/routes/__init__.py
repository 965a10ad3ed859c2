"""The doors to posts."""

from flask import Blueprint

from app.posts.routes import publishing, reposting, topics

bp = Blueprint("posts", __name__)
bp.add_url_rule("/compose", view_func=publishing.post_new)
bp.add_url_rule("/posts", view_func=publishing.post_create, methods=["POST"])
bp.add_url_rule("/posts/<int:post_id>", view_func=publishing.post_delete, methods=["DELETE"])
bp.add_url_rule("/posts/<int:post_id>/reposts/new", view_func=reposting.repost_new)
bp.add_url_rule("/posts/<int:post_id>/reposts", view_func=reposting.repost_create, methods=["POST"])
bp.add_url_rule("/topics/suggestions", view_func=topics.topic_suggestions)
