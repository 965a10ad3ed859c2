"""Owns: comments, likes, favourites, and who wants a product.

Announces: PostCommented, CommentDeleted, PostLiked, PostUnliked, CommentLiked.
Never: timelines.
中文: 评论, 楼中楼, 赞, 收藏, 想要.
"""
