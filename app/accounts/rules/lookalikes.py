"""What a name looks like to the eye: two names with one skeleton are easily taken for each other.

After UTS #39 (Unicode Security Mechanisms), section 4: each character becomes its prototype, from Unicode's table of
confusables. Beyond that: case, diacritics, separators and invisible characters count for nothing, digits are the
letters they are used for, traditional characters are their simplified forms, and so are a few that differ by a stroke.
"""

import functools
import unicodedata

from confusable_homoglyphs.confusables import confusables_data
from flask_babel import lazy_gettext as _l
from opencc import OpenCC

from app.kernel.errors import Reason

SKELETON_MAX = 80  # the column
NEAR_FROM = 4
"""Shorter skeletons are never nearly alike: 小米 and 小麦 are two names."""

# Digits that stand for letters; l, i and 1 are one sign to the eye. Cyrillic and Greek letters that Unicode's table
# leaves alone or takes for small capitals.
_SEEN_AS = str.maketrans(
    "0134578i" + "аеорсухіӏкмтнвѕјԁʙᴋᴍʜᴛʍĸ" + "αονιρτκ",
    "oleastbl" + "aeopcyxllkmthbsjdbkmhtmk" + "aovlptk",
)
# Characters that nobody tells apart at the size of a name.
_ONE_STROKE = "己已巳 未末 土士 日曰 戊戌戍 微徽 侯候 茶荼 暖暧 冷泠 冶治 鸟乌 兔免".split()
_ALIKE = str.maketrans({other: group[0] for group in _ONE_STROKE for other in group[1:]})
_SEPARATORS = frozenset("_-‐‑–—·・•. '’")
_INVISIBLE = frozenset("\u115f\u1160\u3164\uffa0\u2800")  # letters and symbols without a picture
_MARKS = ((0x300, 0x36F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F))
_DIRECTION = "\u200e"  # Unicode's table wraps letters that run to the left in it

# What people put before or behind a name to pass for its other account.
_COMPANIONS = """
    官方 官方账号 官方客服 官号 官微 客服 在线客服 售后 小号 大号 本人 本尊 真身 助理 助手 小助手 工作室 粉丝团 福利
    福利群 备用 备用号 分号 二号 旗舰店 专卖店 直营店 团队 official real team support service help vip backup
""".split()


@functools.lru_cache(maxsize=50_000)
def skeleton_of(name: str) -> str:
    """What the name looks like; '' when nothing of it can be seen."""
    seen = _prototypes(_plain(name)).casefold()
    seen = _prototypes(_plain(seen)).casefold().translate(_SEEN_AS).replace("rn", "m").replace("vv", "w")
    if not seen.isascii():
        seen = _simplified().convert(seen).translate(_ALIKE)
    return "".join(character for character in seen if character not in _SEPARATORS)[:SKELETON_MAX]


def is_near(skeleton: str, protected: str) -> bool:
    """Whether a skeleton is nearly the protected one: one edit away, or it with a word like 官方 or 客服 around it."""
    if not skeleton or not protected or skeleton == protected:
        return False
    if len(protected) >= NEAR_FROM and _is_one_edit(skeleton, protected):
        return True
    before, found, after = skeleton.partition(protected)
    return bool(found) and before + after in _COMPANIONS_SEEN


def looks_like(nickname: str) -> Reason:
    """Why a name is refused that looks like a verified account's."""
    message = _l("This looks like the name of a verified account (%(name)s). Please choose another one.", name=nickname)
    return Reason("name_lookalike", message)


def _plain(text: str) -> str:
    """Compatibility forms undone; without diacritics and without what cannot be seen."""
    return "".join(filter(_is_seen, unicodedata.normalize("NFKD", text)))


def _is_seen(character: str) -> bool:
    point = ord(character)
    is_mark = any(first <= point <= last for first, last in _MARKS)
    return not is_mark and character not in _INVISIBLE and unicodedata.category(character) not in ("Cf", "Cc", "Zs")


def _prototypes(text: str) -> str:
    return _plain("".join(_PROTOTYPES.get(character, character) for character in text))


def _table() -> dict[str, str]:
    """Character -> prototype. The library has the table in both directions; prototypes have the longer lists."""
    alike = {
        character.strip(_DIRECTION): [entry["c"].strip(_DIRECTION) for entry in entries]
        for character, entries in confusables_data.items()
    }
    prototypes = {}
    for character, (first, *others) in alike.items():
        if others or len(character) != 1:
            continue
        is_pair = len(alike.get(first, ())) == 1 and len(first) == 1
        prototypes[character] = min(character, first) if is_pair else first
    return prototypes


def _is_one_edit(one: str, other: str) -> bool:
    """Whether a character put in, left out, exchanged, or two neighbours swapped, make one of the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, other_rest = one[start:], other[start:]
    if rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]:
        return True
    return rest[:2] == other_rest[1::-1] and rest[2:] == other_rest[2:]


@functools.cache
def _simplified() -> OpenCC:
    return OpenCC("t2s")


_PROTOTYPES = _table()
_COMPANIONS_SEEN = frozenset(map(skeleton_of, _COMPANIONS))
COMPANION_MAX = max(map(len, _COMPANIONS_SEEN))
