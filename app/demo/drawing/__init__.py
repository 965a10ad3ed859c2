"""Pictures drawn by code: the same recipe and seed give the same picture, byte by byte.

A recipe is a name with an optional wish: "teapot", "sea:dusk", "face:bun-glasses", "diary:tea".
"""

import random

from PIL import Image

from app.demo.drawing import avatars, diary, products, scenes
from app.demo.drawing.backdrops import set_stage
from app.demo.drawing.canvas import Canvas
from app.demo.drawing.colours import PAPER

PRODUCTS = frozenset(products.RECIPES)
SCENES = frozenset({*scenes.RECIPES, "diary"})
AVATARS = frozenset(avatars.RECIPES)

SHAPES = {"4:3": (640, 480), "3:4": (480, 640), "1:1": (560, 560), "16:9": (640, 360), "long": (600, 1800)}
PRODUCT_SIZE, AVATAR_SIZE, BANNER_SIZE = (480, 480), (320, 320), (960, 320)


class UnknownRecipe(LookupError):
    """Nobody here can draw that."""


def draw(recipe: str, seed: int, size: tuple[int, int] | None = None) -> Image.Image:
    """Draw one picture in pixels of `size` (or the size that suits the recipe and seed)."""
    name, _, variant = recipe.partition(":")
    rng = random.Random(f"{recipe}/{seed}")
    size = size or natural_size(name, rng)
    canvas = Canvas(size, rng, PAPER)
    if name == "diary":
        return diary.long_picture(canvas, variant)
    if name in PRODUCTS:
        set_stage(canvas)
        products.RECIPES[name](canvas)
    elif name in SCENES:
        scenes.RECIPES[name](canvas, variant)
    elif name in AVATARS:
        avatars.RECIPES[name](canvas, variant)
    else:
        raise UnknownRecipe(recipe)
    return canvas.finish()


def natural_size(name: str, rng: random.Random) -> tuple[int, int]:
    """Products are square, avatars small, scenes of any of the usual shapes."""
    if name == "diary":
        return SHAPES["long"]
    if name in PRODUCTS:
        return PRODUCT_SIZE
    if name in AVATARS:
        return AVATAR_SIZE
    return SHAPES[rng.choice(("4:3", "4:3", "3:4", "3:4", "1:1", "16:9"))]
