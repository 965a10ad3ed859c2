"""Names that could be taken for the site's own, also when they are written with look-alike characters."""

import unicodedata

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

# Digits, Cyrillic and Greek letters that look like Latin ones; l, i and 1 are one sign to the eye.
_SEEN_AS = str.maketrans(
    "0134578i" + "аеорсухіӏкмтнвѕјԁ" + "αονιρτκ",
    "oleastbl" + "aeopcyxllkmthbsjd" + "aovlptk",
)


def is_confusable(name: str) -> bool:
    """Whether people could take the name for the site itself or its staff."""
    seen = _as_seen(name)
    if seen in _RESERVED_SEEN:
        return True
    return any(word in seen for word in _SITE_SEEN) and any(word in seen for word in _OFFICIAL_SEEN)


def _as_seen(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(character for character in folded if character not in "_-·. ").translate(_SEEN_AS)


_RESERVED_SEEN = frozenset(map(_as_seen, _RESERVED))
_SITE_SEEN = [_as_seen(word) for word in _SITE]
_OFFICIAL_SEEN = [_as_seen(word) for word in _OFFICIAL]
