"""Owns: home feeds (a row per reader and post), what their readers leave out, and the pages that are feeds.

Announces: PostDelivered, FeedsNarrowed.
Never: a rule about who may see a post (posts.queries.visible_to has it).
中文: 首页, 广场, 信息流, 屏蔽词.
"""
