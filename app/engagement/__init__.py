"""Owns: comments, likes, favourites, and who wants a product.

Announces: PostCommented, CommentApproved, CommentDeleted, PostLiked, PostUnliked, CommentLiked, CommentUnliked.
Never: timelines.
中文: 评论, 楼中楼, 评论精选, 赞, 收藏, 想要.
"""
