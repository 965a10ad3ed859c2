"""A sheet of paper to paint on: units instead of pixels, soft light, smooth edges, a little grain."""

import functools
import random
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw

from app.demo.drawing import paths
from app.demo.drawing.colours import Colour, Paint, clear, darker, lighter, mix
from app.demo.drawing.paths import Point, Points

SMOOTH = 2  # drawn at twice the size, then halved: that is what makes the edges smooth
GRAIN = 5


@dataclass(frozen=True)
class Fade:
    """A paint that changes along one axis of the painted shape."""

    stops: tuple[Colour, ...]
    across: bool = False


def round_body(colour: Colour) -> Fade:
    """The paint of a turned body lit from the upper left."""
    return Fade((darker(colour, 0.1), lighter(colour, 0.18), colour, darker(colour, 0.24)), across=True)


class Canvas:
    """The short side measures 1000 units, whatever the picture's size is."""

    def __init__(self, size: tuple[int, int], rng: random.Random, ground: Colour) -> None:
        self.rng = rng
        self.scale = min(size) * SMOOTH / 1000
        self.w, self.h = size[0] * SMOOTH / self.scale, size[1] * SMOOTH / self.scale
        self.image = Image.new("RGB", (size[0] * SMOOTH, size[1] * SMOOTH), ground)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def fill(self, points: Sequence[Point], paint: Paint | Fade) -> None:
        """Paint a closed outline."""
        spots = [(x * self.scale, y * self.scale) for x, y in points]
        if isinstance(paint, Fade):
            self._fade(spots, paint)
        else:
            self.pen.polygon(spots, fill=paint)

    def box(self, x0: float, y0: float, x1: float, y1: float, paint: Paint | Fade, radius: float = 0) -> None:
        self.fill(paths.box(x0, y0, x1, y1, radius), paint)

    def oval(self, x: float, y: float, rx: float, ry: float, paint: Paint | Fade) -> None:
        self.fill(paths.oval(x, y, rx, ry), paint)

    def blob(self, points: Sequence[Point], paint: Paint | Fade) -> None:
        """Paint a soft closed shape through the points."""
        self.fill(paths.curve(points, closed=True), paint)

    def line(self, points: Sequence[Point], paint: Paint, width: float, *, smooth: bool = False) -> None:
        """A stroke with round ends."""
        along: Points = paths.curve(points) if smooth else list(points)
        spots = [(x * self.scale, y * self.scale) for x, y in along]
        thick = max(1, round(width * self.scale))
        if len(paint) == 4 and thick > 3:
            self._glaze_line(spots, paint, thick)
            return
        self.pen.line(spots, fill=paint, width=thick, joint="curve")
        if thick > 3:
            for x, y in (spots[0], spots[-1]):
                r = thick / 2
                self.pen.ellipse((x - r, y - r, x + r, y + r), fill=paint)

    def ring(self, x: float, y: float, rx: float, ry: float, paint: Paint, width: float) -> None:
        self.line(paths.oval(x, y, rx, ry), paint, width)

    def glow(self, x: float, y: float, rx: float, ry: float, colour: Colour, strength: float) -> None:
        """Soft light, or with a dark colour a soft shadow."""
        wide, tall = max(2, round(2 * rx * self.scale)), max(2, round(2 * ry * self.scale))
        left, top = round((x - rx) * self.scale), round((y - ry) * self.scale)
        # Only the part on the sheet is computed: light often comes from outside.
        x0, y0 = max(0, left), max(0, top)
        x1, y1 = min(self.image.width, left + wide), min(self.image.height, top + tall)
        if x1 <= x0 or y1 <= y0:
            return
        disc = _soft_disc(round(strength * 255))
        across, down = disc.width / wide, disc.height / tall
        part = ((x0 - left) * across, (y0 - top) * down, (x1 - left) * across, (y1 - top) * down)
        mask = disc.resize((x1 - x0, y1 - y0), Image.Resampling.BILINEAR, box=part)
        self.image.paste(colour, (x0, y0), mask)

    def shadow(self, x: float, y: float, rx: float, ry: float, strength: float = 0.42) -> None:
        self.glow(x, y, rx, ry, (58, 44, 40), strength)

    def wash(self, *stops: Colour, top: float = 0, bottom: float | None = None) -> None:
        """A gradient over the full width, from `top` to `bottom`."""
        self.box(0, top, self.w, self.h if bottom is None else bottom, Fade(stops))

    def finish(self) -> Image.Image:
        small = self.image.reduce(SMOOTH)
        return ImageChops.add(small, _grain(small.size), 1, -128)

    def _glaze_line(self, spots: Sequence[Point], paint: Paint, thick: int) -> None:
        """A see-through stroke is drawn on a mask first, so that it does not darken where it bends."""
        left, top = int(min(x for x, _ in spots)) - thick, int(min(y for _, y in spots)) - thick
        size = (int(max(x for x, _ in spots)) - left + thick, int(max(y for _, y in spots)) - top + thick)
        mask = Image.new("L", size)
        along = [(x - left, y - top) for x, y in spots]
        ImageDraw.Draw(mask).line(along, fill=paint[3], width=thick, joint="curve")
        self.image.paste(paint[:3], (left, top), mask)

    def _fade(self, spots: Sequence[Point], paint: Fade) -> None:
        left, top = int(min(x for x, _ in spots)), int(min(y for _, y in spots))
        left, top = max(0, left), max(0, top)
        right = min(self.image.width, int(max(x for x, _ in spots)) + 2)
        bottom = min(self.image.height, int(max(y for _, y in spots)) + 2)
        if right <= left or bottom <= top:
            return
        size = (right - left, bottom - top)
        # Smooth along the fade only: across it a colour does not change, and plain copying is much quicker.
        along = (size[0], 1) if paint.across else (1, size[1])
        colours = _strip(paint).resize(along, Image.Resampling.BILINEAR).resize(size, Image.Resampling.NEAREST)
        is_box = len(spots) == 4 and len({x for x, _ in spots}) == len({y for _, y in spots}) == 2
        if is_box and size == self.image.size:
            self.image.paste(colours, (0, 0))
            return
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in spots], fill=255)
        self.image.paste(colours, (left, top), mask)


@functools.cache
def _strip(paint: Fade) -> Image.Image:
    steps, gaps = 96, len(paint.stops) - 1
    strip = Image.new("RGB", (steps, 1) if paint.across else (1, steps))
    for i in range(steps):
        place = gaps * i / (steps - 1)
        start = min(int(place), gaps - 1)
        colour = mix(paint.stops[start], paint.stops[start + 1], place - start)
        strip.putpixel((i, 0) if paint.across else (0, i), colour)
    return strip


@functools.cache
def _soft_disc(strength: int) -> Image.Image:
    return Image.radial_gradient("L").point([round(strength * max(0.0, 1 - v / 180) ** 1.3) for v in range(256)])


@functools.cache
def _grain(size: tuple[int, int]) -> Image.Image:
    noise = random.Random(11).randbytes(256 * 256)
    tile = Image.frombytes("L", (256, 256), noise).point([128 + (v - 128) * GRAIN // 128 for v in range(256)])
    sheet = Image.new("L", size)
    for x in range(0, size[0], 256):
        for y in range(0, size[1], 256):
            sheet.paste(tile, (x, y))
    return Image.merge("RGB", (sheet, sheet, sheet))


__all__ = ["Canvas", "Fade", "clear", "round_body"]
