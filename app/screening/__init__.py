"""Owns: the word filter, what waits for review, risk rules, limits on accounts; knows people by their ids only.

Announces: LimitImposed, LimitLifted, ItemHeld, ItemReleased, ItemRefused.
Never: limits anybody without telling her.
中文: 敏感词, 先审, 风控, 限制.
"""
