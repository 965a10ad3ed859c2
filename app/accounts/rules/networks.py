"""Where a log-in came from, as short as it can be and still be recognised."""

import re

from app.kernel.networks import address_in, block_of

ADDRESS_MAX = 45
CAME_IN = ("signed_up", "password", "second_factor")
"""Outcomes of a log-in at which whoever was there knew the password."""

_BROWSERS = [
    ("MicroMessenger", "WeChat"), ("EdgA?", "Edge"), ("EdgiOS", "Edge"), ("OPR", "Opera"),
    ("SamsungBrowser", "Samsung"), ("MiuiBrowser", "Xiaomi"), ("HuaweiBrowser", "Huawei"),
    ("UCBrowser", "UC"), ("QQBrowser", "QQ"),
    ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"),
    ("Version", "Safari"), ("curl", "curl"), ("python-requests", "Python"),
]  # fmt: skip
_SYSTEMS = [
    ("HarmonyOS|OpenHarmony", "HarmonyOS"), ("Android", "Android"), ("iPhone|iPod", "iPhone"), ("iPad", "iPad"),
    ("Windows", "Windows"), ("Mac OS X|Macintosh", "Mac"), ("CrOS", "ChromeOS"), ("Linux|X11", "Linux"),
]  # fmt: skip


def tidy_address(address: str) -> str:
    """The IP address in its shortest form, an IPv4 one inside IPv6 unwrapped; '' for anything else."""
    return str(address_in(address) or "")[:ADDRESS_MAX]


def network_of(address: str) -> str:
    """The block that an address belongs to: /24 (IPv4) or /48 (IPv6); '' without one."""
    found = address_in(address)
    return block_of(found) if found is not None else ""


def browser_of(user_agent: str) -> str:
    """`Chrome 130 · Windows`, made out of what a browser says about itself; '' when it says nothing known."""
    name = next((f"{name} {hit[1]}" for mark, name in _BROWSERS if (hit := _version(mark, user_agent))), "")
    system = next((name for mark, name in _SYSTEMS if re.search(mark, user_agent)), "")
    return " · ".join(filter(None, (name, system)))


def _version(mark: str, user_agent: str) -> re.Match[str] | None:
    return re.search(rf"\b{mark}/(\d{{1,4}})", user_agent)
