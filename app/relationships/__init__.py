"""Owns: follow, block, mute, and who may see whom.

Announces: AccountFollowed, AccountUnfollowed, AccountBlocked, AccountUnblocked, AccountMuted, AccountUnmuted.
Never: content models.
中文: 关注, 粉丝, 互关, 拉黑, 屏蔽.
"""
