"""One SVG sprite of the icons the pages use, from the single files of lucide-static. Standard library only."""

import re
from pathlib import Path
from xml.etree import ElementTree

from scripts.terminal import stop

STYLE = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'
NAME = re.compile(r"^[a-z0-9-]+$")


def wanted(listing: Path) -> list[str]:
    """The names in the list, one a line; `#` starts a remark."""
    lines = (line.partition("#")[0].strip() for line in listing.read_text(encoding="utf-8").splitlines())
    return sorted({line for line in lines if line})


def write_sprite(folder: Path, listing: Path, target: Path) -> None:
    symbols = []
    for name in wanted(listing):
        file = folder / f"{name}.svg"
        if not NAME.match(name) or not file.is_file():
            stop(f"{listing.name} names the icon {name!r}, which lucide-static does not contain.")
        symbols.append(symbol(name, file))
    target.parent.mkdir(parents=True, exist_ok=True)
    body = "\n".join(symbols)
    target.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">\n{body}\n</svg>\n', encoding="utf-8")


def symbol(name: str, file: Path) -> str:
    inner = "".join(shape(node) for node in ElementTree.parse(file).getroot())
    return f'<symbol id="{name}" viewBox="0 0 24 24" {STYLE}>{inner}</symbol>'


def shape(node: ElementTree.Element) -> str:
    attributes = "".join(f' {key}="{value}"' for key, value in node.attrib.items())
    return f"<{node.tag.rpartition('}')[2]}{attributes}/>"
