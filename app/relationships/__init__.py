"""Owns: follow (special ones too), block, mute, groups, and who may see whom.

Announces: AccountFollowed, AccountUnfollowed, AccountBlocked, AccountUnblocked, AccountMuted, AccountUnmuted,
RepostsMuted, RepostsUnmuted, GroupJoined, GroupLeft, GroupDeleted.
Never: content models.
中文: 关注, 粉丝, 互关, 特别关注, 分组, 拉黑, 屏蔽.
"""
