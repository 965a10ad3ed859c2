"""How long reading a saved shop page takes."""

import gzip
import os
from collections.abc import Iterator
from pathlib import Path

from app.products.unfurling.reading import read_page
from tests.bench.measuring import Figure, each

ROOT = Path(__file__).resolve().parents[2]


def figures() -> Iterator[Figure]:
    data = Path(os.environ.get("SHARED_DATA") or ROOT.parent / "shared" / "data")
    pages = [gzip.decompress(file.read_bytes()) for file in sorted((data / "pages" / "html").glob("*.gz"))]
    if pages:
        size = sum(len(page) for page in pages) // len(pages) // 1024
        yield each(
            "read a product from a page",
            lambda page: read_page(page, "https://example.com/p/1"),
            pages,
            f"{size} KiB each",
        )
