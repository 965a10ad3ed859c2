"""The doors to what stands under posts."""

from flask import Blueprint

from app.engagement.routes import comments, curating, favourites, likes, posts

bp = Blueprint("engagement", __name__)
bp.add_url_rule("/posts/<int:post_id>", view_func=posts.post_show)
bp.add_url_rule("/posts/<int:post_id>/fragment", view_func=posts.post_fragment)
bp.add_url_rule("/posts/<int:post_id>/comments", view_func=comments.comment_index)
bp.add_url_rule("/posts/<int:post_id>/comments", view_func=comments.comment_create, methods=["POST"])
bp.add_url_rule("/comments/<int:comment_id>", view_func=comments.comment_delete, methods=["DELETE"])
bp.add_url_rule("/comments/<int:comment_id>/replies", view_func=comments.reply_index)
bp.add_url_rule("/posts/<int:post_id>/like", view_func=likes.like_create, methods=["POST"])
bp.add_url_rule("/posts/<int:post_id>/like", view_func=likes.like_delete, methods=["DELETE"])
bp.add_url_rule("/comments/<int:comment_id>/approval", view_func=curating.approval_create, methods=["POST"])
bp.add_url_rule("/comments/<int:comment_id>/approval", view_func=curating.approval_delete, methods=["DELETE"])
bp.add_url_rule("/posts/<int:post_id>/approvals", view_func=curating.approvals_create, methods=["POST"])
bp.add_url_rule("/posts/<int:post_id>/approvals", view_func=curating.approvals_delete, methods=["DELETE"])
bp.add_url_rule("/comments/<int:comment_id>/pin", view_func=curating.pin_create, methods=["POST"])
bp.add_url_rule("/comments/<int:comment_id>/pin", view_func=curating.pin_delete, methods=["DELETE"])
bp.add_url_rule("/comments/<int:comment_id>/like", view_func=likes.comment_like_create, methods=["POST"])
bp.add_url_rule("/comments/<int:comment_id>/like", view_func=likes.comment_like_delete, methods=["DELETE"])
bp.add_url_rule("/favourites", view_func=favourites.favourite_index)
bp.add_url_rule("/posts/<int:post_id>/favourite", view_func=favourites.favourite_create, methods=["POST"])
bp.add_url_rule("/posts/<int:post_id>/favourite", view_func=favourites.favourite_delete, methods=["DELETE"])
bp.add_url_rule("/products/<int:product_id>/want", view_func=favourites.want_create, methods=["POST"])
bp.add_url_rule("/products/<int:product_id>/want", view_func=favourites.want_delete, methods=["DELETE"])
