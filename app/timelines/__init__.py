"""Owns: home feeds (a row per reader and post), and the pages that are feeds: home, 广场, profile, topic, product.

Announces: PostDelivered.
Never: a rule about who may see a post (posts.queries.visible_to has it).
中文: 首页, 广场, 信息流.
"""
