"""Tests that need a browser say so: they are left out where there is none, and run once, not per database."""

from tests.house.sources import name, python


def test_every_browser_test_is_marked() -> None:
    files = [file for file in python("tests/browser") if file.name.startswith("test_")]
    assert files
    unmarked = [name(file) for file in files if "pytestmark = pytest.mark.browser" not in file.read_text("utf-8")]
    assert not unmarked, "write `pytestmark = pytest.mark.browser` into: " + ", ".join(unmarked)
