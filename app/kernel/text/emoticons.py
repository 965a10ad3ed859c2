"""The `[doge]` codes and the emoji that stand for them; the pages' picker reads the same file."""

import json

from app.kernel.config import ROOT

EMOTICONS: dict[str, str] = {
    row["code"]: row["emoji"]
    for row in json.loads((ROOT / "static" / "shared" / "emoticons.json").read_text(encoding="utf-8"))
}
