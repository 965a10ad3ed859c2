"""Out of doors: a tree in its season, a dog, a shop that never closes."""

from app.demo.drawing import paths
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import (
    BUTTER,
    CREAM,
    GOODS,
    INK,
    MOSS,
    MUSTARD,
    SPROUT,
    WALNUT,
    WHITE,
    clear,
    darker,
    ink,
    lighter,
)
from app.demo.drawing.scenes import city, land
from app.demo.drawing.scenes.furniture import FURS
from app.demo.drawing.scenes.sky import SUNNY, paint_sky, time_of

STEEL = ink("b9bdbc")
LEAVES = {
    "autumn": (ink("d9883b"), ink("c5562f"), MUSTARD),
    "spring": (ink("eab6bd"), ink("f3d3d5"), ink("d998a4")),
    "summer": (SPROUT, MOSS, ink("86a45c")),
}


def tree(c: Canvas, variant: str) -> None:
    """One big tree in its season (autumn, spring, summer), a bench below."""
    season = variant if variant in LEAVES else c.rng.choice(tuple(LEAVES))
    time = c.rng.choice(SUNNY)
    paint_sky(c, time, c.h * 0.72)
    land.hills(c, time, c.h * 0.62, 2, c.h * 0.14)
    ground = {"autumn": ink("cfa968"), "spring": ink("a9bf86"), "summer": ink("7fa05f")}[season]
    c.wash(lighter(ground, 0.15), darker(ground, 0.15), top=c.h * 0.74)
    x, y = c.w * 0.44, c.h * 0.82
    c.shadow(x, y, 380, 60, 0.4)
    c.fill(
        paths.curve(
            [(x - 60, y), (x - 26, y - 240), (x - 40, y - 420), (x + 40, y - 420), (x + 30, y - 240), (x + 70, y)]
        ),
        WALNUT,
    )
    for angle in (-140, -60, -105):
        end = paths.oval(x, y - 360, 250, 230, angle, angle + 1)[0]
        c.line([(x, y - 340), end], WALNUT, 26)
    for _ in range(130):
        px, py = x + c.rng.gauss(0, 170), y - c.h * 0.42 + c.rng.gauss(0, 110)
        r = c.rng.uniform(34, 74)
        c.oval(px, py, r, r * 0.85, clear(c.rng.choice(LEAVES[season]), 0.82))
    for _ in range(60):
        c.fill(
            paths.leaf(c.rng.uniform(0, c.w), c.rng.uniform(c.h * 0.5, c.h), 30, 16, c.rng.uniform(0, 360)),
            c.rng.choice(LEAVES[season]),
        )
    bx = c.w * 0.74
    for dy in (-70, -40, 0):
        c.box(bx - 130, y + 30 + dy, bx + 130, y + 48 + dy, WALNUT, 5)
    for dx in (-100, 100):
        c.box(bx + dx - 8, y - 40, bx + dx + 8, y + 110, INK)


def dog_park(c: Canvas, variant: str) -> None:
    time = time_of(variant, c, SUNNY)
    paint_sky(c, time, c.h * 0.52)
    land.hills(c, time, c.h * 0.5, 2, c.h * 0.16)
    green = c.rng.choice((ink("8fae68"), ink("7fa05f"), ink("b3b56c")))
    c.wash(lighter(green, 0.2), darker(green, 0.15), top=c.h * 0.6)
    x, y = c.w * 0.46, c.h * 0.84
    _dog(c, x, y)
    c.oval(c.w * 0.88, y - 20, 40, 40, round_body(c.rng.choice((ink("d9573f"), MUSTARD))))
    for _ in range(46):
        fx, fy = c.rng.uniform(0, c.w), c.rng.uniform(c.h * 0.66, c.h)
        c.oval(fx, fy, 9, 9, c.rng.choice((WHITE, BUTTER, ink("efc1c4"))))


def _dog(c: Canvas, x: float, y: float) -> None:
    fur = c.rng.choice(FURS)
    c.shadow(x, y + 6, 320, 46, 0.45)
    for dx in (-140, -90, 100, 150):
        c.box(x + dx - 22, y - 120, x + dx + 22, y, darker(fur, 0.06 * (dx in (-90, 100))), 18)
    c.line([(x - 170, y - 200), (x - 250, y - 290), (x - 230, y - 350)], fur, 38, smooth=True)
    c.blob(
        [
            (x - 190, y - 210),
            (x - 60, y - 250),
            (x + 130, y - 250),
            (x + 190, y - 160),
            (x + 130, y - 80),
            (x - 150, y - 90),
        ],
        Fade((lighter(fur, 0.15), fur)),
    )
    c.blob(
        [
            (x + 110, y - 400),
            (x + 230, y - 400),
            (x + 330, y - 310),
            (x + 310, y - 262),
            (x + 200, y - 250),
            (x + 110, y - 290),
        ],
        Fade((lighter(fur, 0.18), fur)),
    )
    c.blob(
        [(x + 120, y - 400), (x + 150, y - 390), (x + 150, y - 270), (x + 96, y - 260), (x + 80, y - 330)],
        darker(fur, 0.28),
    )
    c.oval(x + 326, y - 304, 22, 18, INK)
    c.oval(x + 216, y - 352, 13, 14, INK)
    c.line([(x + 118, y - 262), (x + 196, y - 236)], c.rng.choice(GOODS), 26)


def night_shop(c: Canvas, variant: str) -> None:
    """A shop that is open all night, seen from across the wet street."""
    paint_sky(c, "night", c.h * 0.6)
    city.houses(c, c.h * 0.62, c.h * 0.5, city.WALLS["night"], lit=0.12)
    c.wash(ink("333c5c"), ink("1a2038"), top=c.h * 0.61)
    x0, x1, top, base = c.w * 0.12, c.w * 0.88, c.h * 0.32, c.h * 0.75
    c.glow(c.w / 2, base, c.w * 0.6, c.h * 0.4, ink("ffe3a0"), 0.7)
    c.box(x0, top, x1, base, Fade((ink("fff1c9"), ink("f2cf8d"))))
    sign = c.rng.choice(GOODS)
    c.box(x0 - 26, top - 80, x1 + 26, top + 10, Fade((lighter(sign, 0.2), sign)), 10)
    c.box(x0 + 60, top - 50, x0 + 340, top - 22, clear(WHITE, 0.85), 8)
    for shelf in range(3):
        y = top + 80 + shelf * (base - top - 80) / 3.4
        c.box(x0 + 30, y + 50, x0 + (x1 - x0) * 0.6, y + 58, ink("a98b5c"))
        for k in range(int((x1 - x0) * 0.56 / 36)):
            c.box(x0 + 36 + k * 36, y + c.rng.uniform(-6, 16), x0 + 62 + k * 36, y + 50, c.rng.choice(GOODS), 5)
    dx = x0 + (x1 - x0) * 0.68
    c.box(dx, top + 50, x1 - 30, base, clear(ink("8fb6c0"), 0.55))
    c.line([((dx + x1 - 30) / 2, top + 50), ((dx + x1 - 30) / 2, base)], STEEL, 8)
    px = dx - 60
    c.box(px - 44, base - 190, px + 44, base - 40, c.rng.choice((MOSS, ink("3f5d90"), ink("b5533f"))), 34)
    c.oval(px, base - 220, 36, 38, ink("dfae88"))
    c.fill(paths.oval(px, base - 226, 38, 38, 180, 360), INK)
    c.box(px - 110, base - 90, px + 110, base, CREAM, 8)
    for _ in range(46):
        x, y = c.rng.uniform(x0, x1), c.rng.uniform(base + 16, c.h)
        c.line([(x - 40, y), (x + 40, y)], clear(ink("ffdc94"), c.rng.uniform(0.1, 0.45)), 6)


RECIPES = {"tree": tree, "dog_park": dog_park, "night_shop": night_shop}
