"""Members of staff at the browser: with a second factor, and, if they like, without a mouse."""

from playwright.sync_api import Page, expect
from pyotp import TOTP

from tests.support.site import PASSWORD, Person, Site

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def appoint(site: Site, who: Person, role: str) -> None:
    """Give somebody a role and an authenticator app."""
    site.inside("staff", who.handle, role, SECRET)


def enter(page: Page, who: Person) -> None:
    """Log in with password and code, touching nothing but keys."""
    page.goto("/login")
    type_into(page, 'input[name="identifier"]', who.handle)
    type_into(page, 'input[name="password"]', PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/login/proof" in address)
    expect(page.locator("html[data-bound]")).to_be_attached()
    type_into(page, 'input[name="code"]', TOTP(SECRET).now())  # six digits go off by themselves
    page.wait_for_url(lambda address: "/login" not in address)


def type_into(page: Page, field: str, words: str) -> None:
    """Walk to a field with Tab, and type."""
    walk_to(page, field)
    page.keyboard.type(words)


def walk_to(page: Page, target: str) -> None:
    """Press Tab until `target` has the focus."""
    for _press in range(60):
        if page.evaluate("target => document.activeElement?.matches(target) ?? false", target):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {target}")
