"""From bytes to text: what a server declares is a hint, what the bytes are is a fact."""

import codecs
import re

import webencodings

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_HIGH = re.compile(rb"[\x80-\xff]")
_PAIRS_OF_GB2312 = re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")
_KANA = re.compile("[\u3041-\u30fe]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
#: Encodings that hide in plain ASCII bytes, where checking for UTF-8 proves nothing.
_SEVEN_BIT = ("iso-2022-jp", "hz-gb-2312", "utf-16le", "utf-16be")
_PRESCAN = 8192


def decode(body: bytes, charset_header: str | None = None) -> str:
    """The text of a page. Never fails: what cannot be read becomes U+FFFD.

    Order: byte order mark; bytes that are UTF-8 whatever was declared (a saved or proxied page often keeps a stale
    meta tag); the HTTP header; the meta tag; a guess among the encodings of old Chinese and Japanese pages.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, errors="replace")
    declared = [label for label in (_known(charset_header), _known(_declared_inside(body))) if label]
    for label in declared:
        if label in _SEVEN_BIT and (label.startswith("iso") or b"\0" in body[:64]):
            return _decoded(body, label)
    if _is_utf8(body):
        return body.decode("utf-8", errors="replace")
    for label in declared:
        if label != "utf-8" and _fits(body, label):
            return _decoded(body, label)
    guess = _guess(body)
    return _decoded(body, guess if _fits(body, guess) else next(iter(declared), guess))


def _declared_inside(body: bytes) -> str | None:
    head = body[:_PRESCAN]
    found = _META.search(head) or _XML.search(head)
    return found.group(1).decode("ascii") if found else None


def _known(label: str | None) -> str | None:
    """The label as the Encoding Standard names it; GBK is read as its superset GB18030."""
    encoding = webencodings.lookup(label) if label else None
    if encoding is None:
        return None
    return {"gbk": "gb18030", "x-user-defined": None}.get(encoding.name, encoding.name)


def _decoded(body: bytes, label: str) -> str:
    # cp932 and cp949 are what browsers mean by shift_jis and euc-kr.
    codec = {"shift_jis": "cp932", "euc-kr": "cp949", "windows-874": "cp874", "macintosh": "mac-roman"}
    return body.decode(codec.get(label, label), errors="replace")


def _is_utf8(body: bytes) -> bool:
    """Whether the bytes are UTF-8, forgiving a cut end and the odd broken character of an assembled page."""
    text = body.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    if broken == 0:
        return True
    multibyte = len(body) - len(text) + broken
    return multibyte > 200 and broken * 50 < multibyte


def _fits(body: bytes, label: str) -> bool:
    text = _decoded(body, label)
    return text.count("\ufffd") * 200 <= max(len(_HIGH.findall(body[:200_000])), 1)


def _guess(body: bytes) -> str:
    """Nothing usable was declared and it is not UTF-8: an old page from Asia, or from western Europe."""
    high = len(_HIGH.findall(body))
    paired = 2 * len(_PAIRS_OF_GB2312.findall(body))
    shift_jis = body.decode("cp932", errors="replace")
    if "\ufffd" not in shift_jis and len(_KANA.findall(shift_jis)) * 8 > high:
        return "shift_jis"
    if paired >= 0.9 * high:
        text = body.decode("gb18030", errors="replace")
        if len(_KANA.findall(text)) * 5 > len(text.encode("gb18030", "replace")) - len(text):
            return "euc-jp"
        korean = body.decode("cp949", errors="replace")
        if "\ufffd" not in korean and len(_HANGUL.findall(korean)) * 3 > high:
            return "euc-kr"
        return "gb18030"
    return "windows-1252"
