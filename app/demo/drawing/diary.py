"""The long picture: a strip of small scenes under each other, as people make of a day."""

from PIL import Image, ImageDraw

from app.demo.drawing import scenes
from app.demo.drawing.canvas import Canvas
from app.demo.drawing.colours import PAPER

DAYS = {
    "walk": ("alley", "tree", "lake", "mountains"),
    "kitchen": ("market", "stove", "bakery_tray", "breakfast"),
    "desk": ("lamp_desk", "letter", "coffee", "bookshelf"),
    "tea": ("tea_hills", "tea_table", "rain_window", "cat_sill"),
    "journey": ("train", "field", "sea", "camp"),
}
EDGE = 28


def long_picture(c: Canvas, variant: str) -> Image.Image:
    """Four scenes on one sheet; `variant` names the day."""
    day = DAYS.get(variant) or c.rng.choice(tuple(DAYS.values()))
    width, height = (side // 2 for side in c.image.size)
    sheet = Image.new("RGB", (width, height), PAPER)
    tall = (height - EDGE * (len(day) + 1)) // len(day)
    for i, name in enumerate(day):
        part = Canvas((width - 2 * EDGE, tall), c.rng, PAPER)
        scenes.RECIPES[name](part, "")
        mask = Image.new("L", (width - 2 * EDGE, tall))
        ImageDraw.Draw(mask).rounded_rectangle((0, 0, width - 2 * EDGE - 1, tall - 1), 18, fill=255)
        sheet.paste(part.finish(), (EDGE, EDGE + i * (tall + EDGE)), mask)
    return sheet
