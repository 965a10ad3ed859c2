"""Owns: posts, the repost tree, topics, audience, and which product cards hang on a post.

Announces: PostPublished, PostReposted, PostDeleted.
Never: likes, comments, timelines.
中文: 微博, 转发, 快转, 话题, 可见范围.
"""
