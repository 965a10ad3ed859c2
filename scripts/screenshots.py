"""Picture the main pages, from the demo world, into instance/screenshots: `make screenshots`.

Every page at 1280 and 390 px, light and dark, Chinese and English. Choose some: `--pages home,post --lang zh
--theme dark --width 390`. `--fresh` builds the demo world anew. The README's picture (`--pages readme`, or all)
goes to docs/home.webp.
"""

import argparse
import itertools
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from scripts import browser, site
from scripts.places import ROOT, instance
from scripts.terminal import say, step, stop

FOLDER = instance() / "screenshots"
WORLD = FOLDER / "world"
HEIGHT = {1280: 900, 390: 844}
LOCALE = {"zh": "zh-CN", "en": "en-GB"}


@dataclass(frozen=True)
class Picture:
    """A page to picture: where it is, who looks at it, and what to do before the picture is taken."""

    name: str
    path: str
    logged_in: bool = True
    before: Callable[[Page], None] | None = None


def write_something(page: Page) -> None:
    box = page.locator(".composer textarea[name=text]").first
    if not box.is_visible():
        page.keyboard.press("n")
    box.click()
    box.press_sequentially("周末想煮一壶老白茶，求推荐好用的壶 #今天喝什么# ", delay=1)


def open_repost_dialog(page: Page) -> None:
    page.locator("article.post [data-act=repost]").first.click()
    page.locator("dialog[open]").wait_for()


def pictures(found: dict[str, str]) -> list[Picture]:
    return [
        Picture("home", "/"),
        Picture("public", "/public"),
        Picture("public-guest", "/public", logged_in=False),
        Picture("post", found["post"]),
        Picture("profile", found["profile"]),
        Picture("product", found["product"]),
        Picture("topic", found["topic"]),
        Picture("notifications", "/notifications"),
        Picture("settings", "/settings/profile"),
        Picture("composer", "/", before=write_something),
        Picture("repost", "/", before=open_repost_dialog),
        Picture("login", "/login", logged_in=False),
        Picture("register", "/register", logged_in=False),
        Picture("not-found", "/posts/1", logged_in=False),
    ]


# The most talked-about post with a card on the public page shows most of what a post can be.
FIND = """() => {
  const talk = (post) => Number(post.querySelector('[data-count=comments]')?.dataset.value || 0);
  const posts = [...document.querySelectorAll('article.post')];
  const carded = posts.filter((post) => post.querySelector('a[href*="/p/"]'));
  const best = (carded.length ? carded : posts).sort((a, b) => talk(b) - talk(a))[0];
  const href = (place, pattern) => place?.querySelector(pattern)?.getAttribute('href');
  return {
    post: `/posts/${best?.dataset.postId}`,
    profile: href(best, 'a[href^="/u/"]'),
    product: href(document, 'a[href^="/p/"]'),
    topic: href(document, 'article a[href^="/topic/"]') || href(document, 'a[href^="/topic/"]'),
  };
}"""


def addresses(page: Page, base: str) -> dict[str, str]:
    page.goto(f"{base}/public")
    found = page.evaluate(FIND)
    missing = [name for name, path in found.items() if not path or "undefined" in path]
    if missing:
        stop(f"The public page of the demo world shows no {', '.join(missing)}.")
    return dict(found)


def log_in(page: Page, base: str) -> None:
    handle, password = (WORLD / "demo_logins.txt").read_text(encoding="utf-8").splitlines()[0].split("\t")[:2]
    page.goto(f"{base}/login")
    page.fill("input[name=identifier]", handle)
    page.fill("input[name=password]", password)
    page.locator("form:has(input[name=password]) button[type=submit]").click()
    page.wait_for_url(f"{base}/")


def context_for(
    chromium: Browser, base: str, lang: str, theme: str, width: int, *, height: int = 0, scale: float = 0
) -> BrowserContext:
    context = chromium.new_context(
        viewport={"width": width, "height": height or HEIGHT[width]},
        device_scale_factor=scale or (2 if width < 768 else 1),
        has_touch=width < 768,
        is_mobile=width < 768,
        locale=LOCALE[lang],
        timezone_id="Asia/Shanghai",
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.add_cookies([{"name": "language", "value": lang, "url": base}])
    return context


def take(page: Page, base: str, picture: Picture, target: Path) -> None:
    page.goto(base + picture.path, wait_until="networkidle")
    if picture.before:
        picture.before(page)
    page.wait_for_timeout(150)  # pictures decode after the network is quiet
    page.screenshot(path=target)


def take_all(chromium: Browser, base: str, options: argparse.Namespace) -> int:
    first = chromium.new_page()
    wanted = [
        picture for picture in pictures(addresses(first, base)) if picture.name in (options.pages or [picture.name])
    ]
    first.close()
    count = 0
    for lang, theme, width in itertools.product(options.lang, options.theme, options.width):
        guest = context_for(chromium, base, lang, theme, width)
        member = context_for(chromium, base, lang, theme, width)
        pages = {False: guest.new_page(), True: member.new_page()}
        log_in(pages[True], base)
        for picture in wanted:
            take(pages[picture.logged_in], base, picture, FOLDER / f"{picture.name}-{lang}-{theme}-{width}.png")
            count += 1
        guest.close()
        member.close()
    return count


def picture_for_readme(chromium: Browser, base: str) -> None:
    """A tall and sharp one of the home page: composer, pictures, a product card."""
    context = context_for(chromium, base, "zh", "light", 1280, height=1400, scale=1.5)
    page = context.new_page()
    log_in(page, base)
    page.goto(base, wait_until="networkidle")
    page.wait_for_timeout(500)
    target = ROOT / "docs" / "home.webp"
    target.parent.mkdir(exist_ok=True)
    Image.open(BytesIO(page.screenshot())).convert("RGB").save(target, quality=82, method=6)
    context.close()


def options() -> argparse.Namespace:
    def words(text: str) -> list[str]:
        return text.split(",")

    parser = argparse.ArgumentParser(description="Picture the main pages.")
    parser.add_argument("--pages", type=words, help="names, separated by commas; all of them by default")
    parser.add_argument("--lang", type=words, default=["zh", "en"])
    parser.add_argument("--theme", type=words, default=["light", "dark"])
    parser.add_argument("--width", type=lambda text: [int(word) for word in words(text)], default=[1280, 390])
    parser.add_argument("--fresh", action="store_true", help="build the demo world anew")
    return parser.parse_args()


def main() -> None:
    chosen = options()
    executable = browser.provide() or stop(browser.MISSING)
    if chosen.fresh:
        shutil.rmtree(WORLD, ignore_errors=True)
    with site.with_demo_world(WORLD) as base, sync_playwright() as playwright, step("Screenshots"):
        chromium = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        count = take_all(chromium, base, chosen)
        if not chosen.pages or "readme" in chosen.pages:
            picture_for_readme(chromium, base)
        chromium.close()
    say(f"{count} pictures in {FOLDER}")


if __name__ == "__main__":
    main()
