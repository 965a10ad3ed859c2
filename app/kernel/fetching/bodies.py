"""Reading a body that may be endless, enormous or a bomb."""

import zlib
from collections.abc import Iterator

import urllib3

from app.kernel.fetching.connections import Deadline
from app.kernel.fetching.refusals import FetchProblem, FetchRefused

_CHUNK = 64 * 1024
_PICTURE_SIGNATURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")


def read_body(response: urllib3.BaseHTTPResponse, *, limit: int, deadline: Deadline) -> bytes:
    """The whole body, unpacked. Raises FetchRefused: too_large (counted after unpacking), too_slow."""
    declared = response.headers.get("Content-Length", "")
    if declared.isdigit() and int(declared) > limit:
        raise FetchRefused(FetchProblem.TOO_LARGE)
    body = bytearray()
    for piece in _unpacked(response, limit, deadline):
        body += piece
        if len(body) > limit:
            raise FetchRefused(FetchProblem.TOO_LARGE)
    return bytes(body)


def looks_like_html(body: bytes) -> bool:
    """Whether bytes without a declared type begin like a page."""
    return body[:512].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def looks_like_picture(body: bytes) -> bool:
    """Whether the first bytes are those of a picture that we know how to decode."""
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return True
    return body.startswith(_PICTURE_SIGNATURES) or body[4:12] in (b"ftypavif", b"ftypavis")


def _unpacked(response: urllib3.BaseHTTPResponse, limit: int, deadline: Deadline) -> Iterator[bytes]:
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding in ("", "identity"):
        yield from _chunks(response, deadline)
    elif encoding in ("gzip", "x-gzip"):
        yield from _inflated(_chunks(response, deadline), limit, zlib.MAX_WBITS | 16)
    elif encoding == "deflate":
        yield from _inflated(_chunks(response, deadline), limit, zlib.MAX_WBITS)
    else:  # we only ask for the above; anything else is a broken server
        raise FetchRefused(FetchProblem.CONNECTION_FAILED)


def _chunks(response: urllib3.BaseHTTPResponse, deadline: Deadline) -> Iterator[bytes]:
    while True:
        # read1 hands over what has arrived; read would sit on a dripping body until the chunk is full.
        chunk = response.read1(_CHUNK, decode_content=False)
        if deadline.is_over:  # also when the cut connection looks like an ordinary end
            raise FetchRefused(FetchProblem.TOO_SLOW)
        if not chunk:
            return
        yield chunk


def _inflated(chunks: Iterator[bytes], limit: int, window: int) -> Iterator[bytes]:
    # `limit + 1` bytes at most leave the decompressor at a time, so a bomb never unfolds in memory.
    inflater = zlib.decompressobj(window)
    is_first = True
    for chunk in chunks:
        if is_first and window == zlib.MAX_WBITS and chunk[0] & 0x0F != 8:
            inflater = zlib.decompressobj(-zlib.MAX_WBITS)  # "deflate" without its wrapper, as some servers send it
        is_first = False
        try:
            yield inflater.decompress(chunk, limit + 1)
        except zlib.error as error:
            raise FetchRefused(FetchProblem.CONNECTION_FAILED) from error
        if inflater.unconsumed_tail:
            raise FetchRefused(FetchProblem.TOO_LARGE)
        if inflater.eof:
            return
