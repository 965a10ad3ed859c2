"""Names that could be taken for the site's own, also when they are written with look-alike characters."""

from app.accounts.rules.lookalikes import skeleton_of

_RESERVED = """
    admin admins administrator administrators root system sysadmin superuser moderator moderators staff team support
    help helpdesk helpcenter security official service services customerservice webmaster postmaster hostmaster noreply
    zhongcao everyone all here null undefined anonymous deleted
    管理员 管理員 超级管理员 站长 站長 系统 系統 系统消息 系统通知 系統通知 系统管理员 官方 官方账号 客服 官方客服
    在线客服 小秘书 种草 種草 安全中心 审核员 審核員 审核中心 版主 工作人员 所有人 全体成员 匿名用户 已注销 用户已注销
""".split()
_SITE = ["zhongcao", "种草", "種草"]
_OFFICIAL = """
    admin root system moderator staff team support help security official service
    管理员 管理員 系统 系統 官方 客服 站务 小秘书 小助手 安全 审核 審核 团队 團隊
""".split()


def is_confusable(name: str) -> bool:
    """Whether people could take the name for the site itself or its staff."""
    seen = skeleton_of(name)
    if seen in _RESERVED_SEEN:
        return True
    return any(word in seen for word in _SITE_SEEN) and any(word in seen for word in _OFFICIAL_SEEN)


_RESERVED_SEEN = frozenset(map(skeleton_of, _RESERVED))
_SITE_SEEN = [skeleton_of(word) for word in _SITE]
_OFFICIAL_SEEN = [skeleton_of(word) for word in _OFFICIAL]
