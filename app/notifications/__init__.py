"""Owns: the bell: @, comments, likes, reposts, new fans, grouped.

Announces: NoticeGiven, NoticesRead.
Never: HTML, rules.
中文: 消息, 通知.
"""
