"""Small real servers on loopback, each misbehaving in one way."""

import contextlib
import gzip
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

PAGE_BODY = b"<html><head><title>Kettle</title></head><body>A kettle</body></html>"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 32


class Shop(BaseHTTPRequestHandler):
    """One handler for all behaviours: the path says what goes wrong."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.seen.append(self.path)  # type: ignore[attr-defined]
        with contextlib.suppress(OSError):
            name = self.path.strip("/").split("/")[0].split("?")[0]
            getattr(self, f"show_{name}")()

    def log_message(self, *_: object) -> None:
        """Keep the test output quiet."""

    def answer(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        headers = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body)), **headers}
        for name, value in headers.items():
            if value:
                self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def show_page(self) -> None:
        self.answer(PAGE_BODY, Content_Type="text/html; charset='GBK'")

    def show_gzip(self) -> None:
        self.answer(gzip.compress(PAGE_BODY), Content_Encoding="gzip")

    def show_deflate(self) -> None:
        self.answer(zlib.compress(PAGE_BODY), Content_Encoding="deflate")

    def show_raw_deflate(self) -> None:
        packer = zlib.compressobj(wbits=-15)
        self.answer(packer.compress(PAGE_BODY) + packer.flush(), Content_Encoding="deflate")

    def show_brotli(self) -> None:
        self.answer(b"\x0b\x02\x80hello\x03", Content_Encoding="br")

    def show_broken_gzip(self) -> None:
        self.answer(b"this was never packed", Content_Encoding="gzip")

    def show_bomb(self) -> None:
        self.answer(gzip.compress(b"<p>" + b"\0" * 50_000_000), Content_Encoding="gzip")

    def show_huge(self) -> None:
        self.answer(b"<p>" + b"x" * 20_000_000)

    def show_huge_without_length(self) -> None:
        self.answer(b"<p>" + b"x" * 20_000_000, Content_Length="", Connection="close")

    def show_chunked(self) -> None:
        self.answer(b"", Content_Length="", Transfer_Encoding="chunked")
        for piece in (PAGE_BODY[:10], PAGE_BODY[10:], b""):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))

    def show_dripping_body(self) -> None:
        self.answer(b"<p>", Content_Length="", Connection="close")
        while not self.server.closing.wait(0.05):  # type: ignore[attr-defined]
            self.wfile.write(b".")

    def show_dripping_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.server.closing.wait(0.05):  # type: ignore[attr-defined]
            self.wfile.write(b"X-Long: yes\r\n"[:3])

    def show_silence(self) -> None:
        self.server.closing.wait(20)  # type: ignore[attr-defined]

    def show_hangup(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def show_short(self) -> None:
        self.answer(PAGE_BODY[:20], Content_Length="500", Connection="close")
        self.close_connection = True

    def show_untyped(self) -> None:
        self.answer(PAGE_BODY, Content_Type="")

    def show_untyped_data(self) -> None:
        self.answer(b"\x00\x01\x02", Content_Type="")

    def show_pdf(self) -> None:
        self.answer(b"%PDF-1.7", Content_Type="application/pdf")

    def show_png(self) -> None:
        self.answer(PNG, Content_Type="image/png")

    def show_nameless_png(self) -> None:
        self.answer(PNG, Content_Type="application/octet-stream")

    def show_nameless_data(self) -> None:
        self.answer(b"MZ not a picture", Content_Type="application/octet-stream")

    def show_svg(self) -> None:
        self.answer(b"<svg/>", Content_Type="image/svg+xml")

    def show_status(self) -> None:
        self.answer(b"gone", status=int(self.path.rsplit("/", 1)[1]))

    def show_to(self) -> None:
        """/to?http://elsewhere/ redirects there."""
        self.answer(b"", status=302, Location=unquote(self.path.split("?", 1)[1]))

    def show_hops(self) -> None:
        """/hops/3 redirects three times."""
        left = int(self.path.rsplit("/", 1)[1])
        if left:
            self.answer(b"", status=301, Location=f"/hops/{left - 1}")
        else:
            self.answer(PAGE_BODY)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Shop)
        self.closing = threading.Event()
        self.seen: list[str] = []

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is the point of half of these tests."""


@contextlib.contextmanager
def a_shop(arm: Callable[[_Server], None] | None = None) -> Iterator[_Server]:
    """A running server; `arm` may wrap its socket first (TLS)."""
    server = _Server()
    if arm:
        arm(server)
    running = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    running.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        running.join()
