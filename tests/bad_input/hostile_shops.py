"""Pages that mean no good, served on loopback."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.kernel.fetching_servers import Shop, a_shop
from tests.media.pictures import bomb

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
PRICED = {"@type": "Product", "name": "手冲壶", "offers": {"price": "129", "priceCurrency": "CNY"}}


def product(**fields: object) -> bytes:
    """A page with these words of JSON-LD."""
    thing = {"@context": "https://schema.org", **PRICED, **fields}
    words = json.dumps(thing).replace("<", "\\u003c")
    script = f'<script type="application/ld+json">{words}</script>'
    return f"<html><head><title>手冲壶</title>{script}</head></html>".encode()


PAGES: dict[str, Callable[[str], bytes]] = {
    "nul_in_title": lambda here: product(name="手冲\x00壶", description="a\x00b", brand="c\x00d", sku="e\x00f"),
    "half_a_character": lambda here: product(name="手冲壶 \ud800", description="\udfff", sku="\ud800"),
    "half_in_address": lambda here: product(url=f"{here}/\ud800", image=f"{here}/\udfff.png", name="壶 \U0001f436"),
    "endless_title": lambda here: product(name="长" * 50_000, description="长" * 500_000, sku="9" * 5000),
    "endless_price": lambda here: product(offers={"price": "9" * 300, "priceCurrency": "CNY"}),
    "price_1e400": lambda here: product(offers={"price": "1e400", "priceCurrency": "CNY"}),
    "price_nan": lambda here: product(offers={"price": "NaN", "priceCurrency": "CNY"}),
    "price_infinity": lambda here: (
        b'<script type="application/ld+json">{"@type":"Product","name":"x","offers":'
        b'{"price":Infinity,"priceCurrency":"CNY"}}</script>'
    ),
    "price_negative": lambda here: product(offers={"price": "-5", "priceCurrency": "CNY"}),
    "price_tiny": lambda here: product(offers={"price": "0.000000000001", "priceCurrency": "CNY"}),
    "odd_currency": lambda here: product(offers={"price": "5", "priceCurrency": EVIL}),
    "odd_types": lambda here: product(
        name={"@value": ["a"]}, brand=[[]], offers=[None, 7, "x", {"price": {}}], image=5
    ),
    "deep_json": lambda here: b'<title>t</title><script type="application/ld+json">' + b"[" * 100_000 + b"</script>",
    "deep_markup": lambda here: b"<title>t</title>" + b"<div>" * 200_000,
    "many_scripts": lambda here: b'<script type="application/ld+json">{"@type":"Product"}</script>' * 20_000,
    "binary": lambda here: bytes(range(256)) * 500,
    "empty": lambda here: b"",
    "script_address": lambda here: (
        product(url="javascript:alert(1)", image="javascript:alert(1)")
        + b'<link rel="canonical" href="javascript:alert(1)"><base href="javascript:alert(1)">'
    ),
    "foreign_address": lambda here: (
        product(url="https://bank.example/login") + b'<link rel="canonical" href="https://bank.example/login">'
    ),
    "private_picture": lambda here: product(image="http://169.254.169.254/latest/meta-data/x.png"),
    "file_picture": lambda here: product(image="file:///etc/passwd"),
    "bomb_picture": lambda here: product(image=f"{here}/bomb.png"),
    "svg_picture": lambda here: product(image=f"{here}/svg"),
    "evil_words": lambda here: product(name=EVIL, description=EVIL, brand=EVIL, sku=EVIL),
    "title_only": lambda here: f"<title>&lt;script&gt;alert(1)&lt;/script&gt;{EVIL}</title>".encode(),
}
CHARSETS = {
    "gbk_said_utf8": ("手冲壶".encode("gbk"), "text/html; charset=utf-8"),
    "utf8_said_gbk": ("手冲壶".encode(), "text/html; charset=gbk"),
    "utf8_said_nothing": ("手冲壶".encode(), "text/html"),
    "utf8_said_nonsense": ("手冲壶".encode(), "text/html; charset=x-no-such-thing"),
    "utf8_said_base64": ("手冲壶".encode(), "text/html; charset=base64"),
    "utf8_said_zlib": ("手冲壶".encode(), "text/html; charset=zlib"),
    "utf8_said_utf16": ("手冲壶".encode(), "text/html; charset=utf-16"),
    "big5": ("手沖壺".encode("big5"), "text/html; charset=big5"),
    "shift_jis": ("ケトル".encode("shift_jis"), "text/html; charset=shift_jis"),
}


class HostileShop(Shop):
    """`/hostile/<name>` and `/charset/<name>` beside the behaviours of the other test servers."""

    def show_hostile(self) -> None:
        host, port = self.server.server_address[:2]
        self.answer(PAGES[self.path.rpartition("/")[2]](f"http://{host!s}:{port}"))

    def show_charset(self) -> None:
        words, kind = CHARSETS[self.path.rpartition("/")[2]]
        self.answer(b"<html><head><title>" + words + b"</title></head></html>", Content_Type=kind)

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server calls
        if self.path == "/bomb.png":
            self.answer(bomb(12_000, 12_000), Content_Type="image/png")
        else:
            super().do_GET()


@contextmanager
def hostile_shop() -> Iterator[str]:
    """The address of a running one."""
    with a_shop(lambda server: setattr(server, "RequestHandlerClass", HostileShop)) as server:
        yield f"http://127.0.0.1:{server.server_port}"
