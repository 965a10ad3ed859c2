"""The real site in a real Chromium: a process of its own, and windows of different people."""

import gzip
import json
import os
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from scripts import browser as chromium
from tests.support.site import PASSWORD, Person, Site

ANSWERS = """() => !document.querySelector("script[type=module]")
  || document.documentElement.hasAttribute("data-bound")"""
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--no-first-run"]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests of this process."""
    path = chromium.find()
    assert path, chromium.MISSING
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An empty site, the same for all tests of a file."""
    with Site(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture
def person(site: Site) -> Callable[[str, str], Person]:
    """Someone new on the site."""
    return lambda handle, nickname: Person(site, handle, nickname).sign_up()


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Callable[..., Page]]:
    """`open_page(person, path)`: a window of that person's own (None: of someone logged out)."""
    contexts: list[BrowserContext] = []
    troubles: list[str] = []

    def open_window(who: Person | None = None, path: str = "/", **options: Any) -> Page:
        settings = {"viewport": {"width": 1280, "height": 900}, "locale": "zh-CN", **options}
        context = browser.new_context(base_url=site.url, **settings)
        contexts.append(context)
        page = context.new_page()
        wait_for_the_script(page)
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: troubles.append(f"{who and who.handle}: {error}"))
        page.on("console", lambda line: troubles.append(line.text) if "Content Security Policy" in line.text else None)
        if who is not None:
            log_in(page, who)
        page.goto(path)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert troubles == []


def wait_for_the_script(page: Page) -> None:
    """Go on after a page has been opened only when its script answers, as a person would."""

    def then_wait(plainly: Any) -> Any:
        def opened(*words: Any, **options: Any) -> Any:
            answer = plainly(*words, **options)
            if answer is not None:
                page.wait_for_function(ANSWERS)
            return answer

        return opened

    page.goto, page.reload = then_wait(page.goto), then_wait(page.reload)  # type: ignore[method-assign]


def log_in(page: Page, who: Person) -> None:
    """Log in as a person does, through the form."""
    page.goto("/login")
    page.fill('input[name="identifier"]', who.handle)
    page.fill('input[name="password"]', PASSWORD)
    page.click('main button[type="submit"]')
    page.wait_for_url("**/")


@pytest.fixture(scope="session")
def shop(shared_pages: Path) -> Iterator[Callable[[str], str]]:
    """Serves saved shop pages on loopback, as they were sent; `shop(file)` is the address of one."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = gzip.decompress((shared_pages / self.path.lstrip("/")).read_bytes())
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield lambda file: f"http://127.0.0.1:{server.server_port}/{file}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def shared_pages() -> Path:
    """The folder of saved pages; skips where it is absent."""
    folder = Path(os.environ.get("SHARED_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data") / "pages"
    if not folder.is_dir():
        pytest.skip("the shared data folder is absent")
    return folder


@pytest.fixture(scope="session")
def expected(shared_pages: Path) -> dict[str, dict[str, Any]]:
    """What the saved pages are known to say, by file."""
    lines = (shared_pages / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["file"]: row for row in map(json.loads, lines)}
