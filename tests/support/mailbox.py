"""A mail server of our own: takes every letter, keeps it, and can refuse a recipient or be away."""

import email
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import default
from typing import Any


class Mailbox(socketserver.ThreadingTCPServer):
    """Listens on a free port of this machine; `letters` are what has come."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Session)
        self.letters: list[EmailMessage] = []
        self.refused: set[str] = set()
        self.is_ill = False

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Session(socketserver.StreamRequestHandler):
    server: Mailbox

    def handle(self) -> None:
        self._say("220 here")
        for line in iter(self.rfile.readline, b""):
            word = line.decode().strip()
            verb = word.upper()[:4]
            if verb == "QUIT":
                return self._say("221 bye")
            if verb == "DATA":
                self._take()
            elif self.server.is_ill:
                self._say("451 try again later")
            elif verb == "RCPT" and any(name in word for name in self.server.refused):
                self._say("550 nobody here by that name")
            else:
                self._say("250 ok")
        return None

    def _take(self) -> None:
        self._say("354 go on")
        lines: list[bytes] = []
        for line in iter(self.rfile.readline, b".\r\n"):
            lines.append(line[1:] if line.startswith(b".") else line)
        letter: Any = email.message_from_bytes(b"".join(lines), policy=default)
        self.server.letters.append(letter)
        self._say("250 taken")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def open_mailbox() -> Iterator[Mailbox]:
    """A mailbox that listens until the end of the block."""
    with Mailbox() as mailbox:
        thread = threading.Thread(target=mailbox.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield mailbox
        finally:
            mailbox.shutdown()
            thread.join()
