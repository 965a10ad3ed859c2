"""Owns: conversations between two people: messages, what is unread, the box for strangers.

Announces: MessageSent, ConversationRead, MessageTakenBack.
Never: anything of a conversation to anybody but its two members.
中文: 私信, 未关注人消息.
"""
