"""Owns: posts, the repost tree, topics, polls, drafts, audience, and which product cards hang on a post.

Announces: PostPublished, PostReposted, PostEdited, PostDeleted and what else events.py lists.
Never: likes, comments, timelines.
中文: 微博, 转发, 快转, 话题, 投票, 草稿, 定时, 可见范围.
"""
