"""Letters: sent over SMTP through Flask-Mail where MAIL_SERVER is set. The site never needs them."""

import smtplib
import ssl
from collections.abc import Mapping

import flask_mail
from flask import Flask, current_app

TIMEOUT = 15  # seconds: a silent mail server must not hold a worker for ever


class NotSent(Exception):
    """The letter did not leave; `is_final` when the server will never take it for this address."""

    def __init__(self, cause: Exception, *, is_final: bool) -> None:
        super().__init__(repr(cause))
        self.is_final = is_final


def init_app(app: Flask) -> None:
    """Give Flask-Mail its settings."""
    flask_mail.Mail(app)


def is_on() -> bool:
    """Whether this site sends letters at all."""
    return bool(current_app.config["MAIL_SERVER"])


def link(path: str) -> str:
    """The full address of a page, for a letter."""
    return f"{current_app.config['SITE_URL']}{path}"


def send(*, to: str, subject: str, text: str, html: str, headers: Mapping[str, str]) -> None:
    """Send one letter. Raises NotSent."""
    letter = flask_mail.Message(
        subject=subject,
        recipients=[to],
        body=text,
        html=html,
        sender=(current_app.config["SITE_NAME"], current_app.config["MAIL_DEFAULT_SENDER"]),
        extra_headers=dict(headers),
    )
    try:
        with _Connection(current_app.extensions["mail"]) as server:
            server.send(letter)
    except (smtplib.SMTPRecipientsRefused, flask_mail.BadHeaderError, UnicodeError) as error:
        raise NotSent(error, is_final=True) from error
    except (smtplib.SMTPException, OSError) as error:
        raise NotSent(error, is_final=False) from error


class _Connection(flask_mail.Connection):  # type: ignore[misc,unused-ignore]
    """Flask-Mail's own waits without end and takes any certificate."""

    def configure_host(self) -> smtplib.SMTP:
        trusted = ssl.create_default_context()
        server: smtplib.SMTP
        if self.mail.use_ssl:
            server = smtplib.SMTP_SSL(self.mail.server, self.mail.port, timeout=TIMEOUT, context=trusted)
        else:
            server = smtplib.SMTP(self.mail.server, self.mail.port, timeout=TIMEOUT)
        if self.mail.use_tls:
            server.starttls(context=trusted)
        if self.mail.username and self.mail.password:
            server.login(self.mail.username, self.mail.password)
        return server
