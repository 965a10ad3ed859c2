"""Which language a page speaks: the account's choice, the cookie, Accept-Language, Chinese; one catalogue for all."""

from collections.abc import Callable

from flask import Flask, has_request_context, request
from flask_babel import Babel, force_locale, get_locale

LANGUAGES = ("zh", "en")
HTML_LANG = {"zh": "zh-CN", "en": "en"}

_choice_of_viewer: Callable[[], str] = str


def init_app(app: Flask) -> None:
    """Choose the locale per request."""
    Babel(app, default_locale="zh", default_timezone="Asia/Shanghai", locale_selector=_locale)
    app.jinja_env.globals.update(locale=LocaleName(), html_lang=lambda: HTML_LANG[language()])


def set_choice_source(source: Callable[[], str]) -> None:
    """accounts says here which language the viewer has chosen ('' for none)."""
    global _choice_of_viewer
    _choice_of_viewer = source


def language() -> str:
    """'zh' or 'en', for the page or job that runs now."""
    locale = get_locale()
    return "en" if locale is not None and locale.language == "en" else "zh"


class LocaleName:
    """Prints and compares as the current language, so templates can say `locale == 'zh'`."""

    def __str__(self) -> str:
        return language()

    def __eq__(self, other: object) -> bool:
        return language() == other

    def __hash__(self) -> int:
        return hash(language())


def _locale() -> str:
    if not has_request_context():
        return "zh"
    for choice in (_choice_of_viewer(), request.cookies.get("language", "")):
        if choice in LANGUAGES:
            return choice
    return request.accept_languages.best_match(["zh", "zh-CN", "zh-TW", "zh-HK", "en"], "zh")[:2]


__all__ = ["HTML_LANG", "LANGUAGES", "force_locale", "init_app", "language", "set_choice_source"]
