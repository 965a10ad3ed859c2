"""Streets, roofs, trains and bridges."""

from app.demo.drawing import paths
from app.demo.drawing.canvas import Canvas, Fade
from app.demo.drawing.colours import (
    BRICK,
    CREAM,
    GOODS,
    INK,
    MOSS,
    MUSTARD,
    PAPER,
    SAND,
    SNOW,
    SPROUT,
    WALNUT,
    WHITE,
    Colour,
    clear,
    darker,
    ink,
    lighter,
    mix,
)
from app.demo.drawing.scenes.sky import paint_sky, time_of

WINDOW = ink("ffd98c")
WALLS = {
    "dawn": ink("b79a94"),
    "day": ink("a3b1b3"),
    "grey": ink("97a0a4"),
    "dusk": ink("5f5176"),
    "night": ink("2c365a"),
}


def houses(c: Canvas, base: float, tallest: float, tone: Colour, *, lit: float) -> None:
    """A row of house fronts with windows, some of them lit."""
    x = -20.0
    while x < c.w:
        wide, high = c.rng.uniform(90, 190), c.rng.uniform(0.35, 1) * tallest
        wall = darker(tone, c.rng.uniform(0, 0.2))
        c.box(x, base - high, x + wide, base + 10, Fade((lighter(wall, 0.08), wall)))
        if c.rng.random() < 0.3:
            c.line([(x + wide / 2, base - high), (x + wide / 2, base - high - 80)], wall, 7)
        for wx in range(int(x) + 18, int(x + wide) - 24, 36):
            for wy in range(int(base - high) + 24, int(base) - 30, 50):
                if c.rng.random() < 0.8:
                    on = c.rng.random() < lit
                    c.box(wx, wy, wx + 18, wy + 26, WINDOW if on else clear(darker(wall, 0.35), 0.55))
        x += wide + c.rng.choice((0, 0, 14))


def skyline(c: Canvas, variant: str) -> None:
    time = time_of(variant, c, ("night", "dusk", "night", "dawn"))
    line = c.h * 0.74
    low = paint_sky(c, time, line)
    lit = {"night": 0.5, "dusk": 0.35}.get(time, 0.06)
    for share in (0.55, 0.25, 0):
        houses(c, line, c.h * (0.3 + 0.26 * share), mix(WALLS[time], low, share), lit=lit * (1 - share * 0.6))
    water = darker(WALLS[time], 0.25)
    c.wash(mix(low, water, 0.5), water, top=line)
    for _ in range(60):
        x, y = c.rng.uniform(0, c.w), c.rng.uniform(line + 12, c.h)
        c.line([(x, y), (x + c.rng.uniform(20, 90), y)], clear(WINDOW, c.rng.uniform(0.1, 0.5)), 5)


def alley(c: Canvas, variant: str) -> None:
    """A lane of old houses, walls on both sides, a tree over the roof."""
    time = time_of(variant, c, ("day", "grey", "dawn", "dusk"))
    paint_sky(c, time, c.h * 0.6)
    dim = {"night": 0.5, "dusk": 0.25}.get(time, 0.0)
    wall = darker(c.rng.choice((ink("cfc6b8"), ink("b9a48d"), ink("d9d3c6"))), dim)
    cx, cy = c.w * 0.52, c.h * 0.62
    c.fill(
        [(0, c.h), (cx - 50, cy), (cx + 50, cy), (c.w, c.h)], Fade((darker(SAND, dim + 0.1), darker(SAND, dim + 0.3)))
    )
    for side, edge in ((-1, 0.0), (1, c.w)):
        near, far = edge, cx + side * 56
        c.fill([(near, c.h * 0.14), (far, cy - 160), (far, cy + 4), (near, c.h)], Fade((wall, darker(wall, 0.14))))
        c.fill(
            [(near, c.h * 0.05), (far + side * -14, cy - 200), (far, cy - 156), (near, c.h * 0.2)],
            darker(ink("6d7276"), dim),
        )
        for k in (0.2, 0.5):
            x0, x1 = near + (far - near) * k, near + (far - near) * (k + 0.18)
            top = c.h * 0.14 + (cy - 160 - c.h * 0.14) * k
            low = c.h + (cy - c.h) * k
            door = [
                (x0, top + (low - top) * 0.42),
                (x1, top + (low - top) * 0.45),
                (x1, low - 60 * (1 - k)),
                (x0, low - 20 * (1 - k)),
            ]
            c.fill(door, darker(c.rng.choice((BRICK, WALNUT, ink("4c6b6b"))), dim))
    for _ in range(34):
        x, y = c.w * 0.2 + c.rng.gauss(0, 110), c.h * 0.2 + c.rng.gauss(0, 70)
        c.oval(x, y, 52, 44, clear(darker(c.rng.choice((SPROUT, MOSS, ink("86a45c"))), dim), 0.9))
    for i in range(3):
        x, y = c.w * 0.78 - i * 84, c.h * 0.32 + i * 62
        c.glow(x, y, 90 - i * 15, 90 - i * 15, ink("ff8a5c"), 0.5)
        c.oval(x, y, 44 - i * 9, 50 - i * 10, Fade((ink("e8644a"), ink("b73a2c"))))
        c.line([(x, y + 46 - i * 9), (x, y + 80 - i * 14)], MUSTARD, 6)


def train(c: Canvas, variant: str) -> None:
    """A train that crosses the land on a viaduct."""
    time = time_of(variant, c, ("day", "dawn", "dusk"))
    low = paint_sky(c, time, c.h * 0.6)
    far = mix(WALLS[time], low, 0.4)
    line = paths.ridge(c.w, c.h * 0.6, c.h * 0.2, 8, [c.rng.uniform(0.1, 1) for _ in range(9)])
    c.fill([*line, (c.w + 300, c.h), (-300, c.h)], Fade((far, lighter(far, 0.3))))
    land = c.rng.choice((MOSS, SPROUT, MUSTARD, ink("86a45c")))
    c.wash(lighter(land, 0.2), darker(land, 0.2), top=c.h * 0.72)
    y = c.h * 0.62
    for x in range(60, int(c.w) + 100, 230):
        c.box(x - 22, y + 60, x + 22, c.h * 0.92, Fade((ink("c9c4ba"), ink("8f8b84")), across=True))
    c.box(0, y + 46, c.w, y + 82, Fade((ink("dcd7cc"), ink("a9a59c"))))
    coat, start = c.rng.choice(GOODS), c.w * 0.08
    c.box(start + 100, y - 100, c.w + 200, y + 44, Fade((WHITE, ink("d4d8d8"))), 0)
    c.blob(
        [(start, y + 40), (start + 30, y - 20), (start + 120, y - 98), (start + 240, y - 98), (start + 240, y + 44)],
        Fade((WHITE, ink("d4d8d8"))),
    )
    c.box(start + 30, y + 2, c.w, y + 20, coat)
    c.blob([(start + 52, y - 26), (start + 110, y - 78), (start + 150, y - 74), (start + 130, y - 24)], ink("33414c"))
    for x in range(int(start) + 220, int(c.w), 84):
        c.box(x, y - 70, x + 54, y - 22, WINDOW if time == "dusk" else ink("4d626e"), 12)
    for x in range(int(start) + 520, int(c.w), 420):
        c.line([(x, y - 98), (x, y + 44)], clear(INK, 0.4), 6)


def snow_street(c: Canvas, variant: str) -> None:
    time = time_of(variant, c, ("night", "grey", "dusk"))
    low = _lamp_street(c, time)
    c.wash(mix(SNOW, low, 0.3), mix(SNOW, WALLS[time], 0.2), top=c.h * 0.71)
    _lamps(c)
    x, y, coat = c.w * c.rng.uniform(0.42, 0.6), c.h * 0.84, c.rng.choice(GOODS)
    c.line([(x, y - 160), (x, y - 30)], INK, 8)
    c.box(x - 40, y - 70, x + 40, y + 60, coat, 34)
    c.fill(paths.oval(x, y - 110, 120, 78, 180, 360), c.rng.choice((BRICK, MUSTARD, MOSS)))
    for _ in range(170):
        r = c.rng.uniform(3, 9)
        c.oval(c.rng.uniform(0, c.w), c.rng.uniform(0, c.h), r, r, clear(WHITE, c.rng.uniform(0.4, 0.95)))


def street(c: Canvas, variant: str) -> None:
    """The same street without snow, a bus on its way."""
    time = time_of(variant, c, ("night", "dusk"))
    low = _lamp_street(c, time)
    c.wash(mix(WALLS[time], low, 0.4), darker(WALLS[time], 0.2), top=c.h * 0.71)
    for mark in range(-40, int(c.w), 190):
        c.box(mark, c.h * 0.93, mark + 110, c.h * 0.94, clear(PAPER, 0.6))
    x, y, coat = c.w * c.rng.uniform(0.3, 0.42), c.h * 0.9, c.rng.choice(GOODS)
    c.shadow(x + 190, y + 4, 280, 34, 0.5)
    c.box(x, y - 250, x + 380, y - 14, Fade((lighter(coat, 0.2), coat)), 34)
    c.box(x, y - 90, x + 380, y - 70, clear(PAPER, 0.8))
    for k in range(4):
        c.box(x + 22 + k * 86, y - 222, x + 92 + k * 86, y - 120, WINDOW, 12)
    for wx in (x + 82, x + 300):
        c.oval(wx, y - 14, 38, 38, INK)
        c.oval(wx, y - 14, 16, 16, ink("b9bdbc"))
    c.glow(x + 400, y - 50, 120, 60, ink("ffe0a0"), 0.8)
    _lamps(c)


def _lamp_street(c: Canvas, time: str) -> Colour:
    low = paint_sky(c, time, c.h * 0.7)
    houses(c, c.h * 0.72, c.h * 0.4, mix(WALLS[time], low, 0.2), lit=0.45)
    return low


def _lamps(c: Canvas) -> None:
    for x in (c.w * 0.2, c.w * 0.78):
        c.glow(x, c.h * 0.42, 300, 300, ink("ffd27a"), 0.75)
        c.line([(x, c.h * 0.42), (x, c.h * 0.86)], INK, 14)
        c.box(x - 30, c.h * 0.38, x + 30, c.h * 0.44, WINDOW, 10)
        c.fill([(x - 44, c.h * 0.38), (x, c.h * 0.35), (x + 44, c.h * 0.38)], INK)
        c.glow(x, c.h * 0.88, 230, 60, ink("ffe0a0"), 0.6)


def market(c: Canvas, variant: str) -> None:
    time = time_of(variant, c, ("day", "dawn", "grey", "dusk"))
    paint_sky(c, time, c.h * 0.5)
    houses(c, c.h * 0.5, c.h * 0.3, WALLS[time], lit=0.1)
    c.wash(lighter(SAND, 0.2), darker(SAND, 0.2), top=c.h * 0.5)
    stripes, top, base = c.rng.choice(GOODS), c.h * 0.24, c.h * 0.56
    for x in (70, c.w - 70):
        c.box(x - 12, top, x + 12, c.h * 0.9, WALNUT)
    c.box(40, top + 60, c.w - 40, base, darker(SAND, 0.5))
    for i in range(10):
        x0, x1 = 20 + (c.w - 40) * i / 10, 20 + (c.w - 40) * (i + 1) / 10
        tone = stripes if i % 2 else CREAM
        c.fill(
            [(x0 + 20, top - 60), (x1 + 20 - 40 * (i > 8), top - 60), (x1, top + 70), (x0, top + 70)],
            Fade((lighter(tone, 0.1), darker(tone, 0.08))),
        )
        c.fill(paths.oval((x0 + x1) / 2, top + 68, (x1 - x0) / 2, 34, 0, 180), darker(tone, 0.08))
    fruits = (ink("d9573f"), ink("e8a33d"), ink("7fa64f"), ink("efd06a"), ink("8d4a6b"), ink("e9845c"))
    for row in range(2):
        for k in range(4):
            x, y = 90 + k * (c.w - 180) / 4, base + 20 + row * c.h * 0.17
            wide, tone = (c.w - 180) / 4 - 24, c.rng.choice(fruits)
            for _ in range(34):
                px, py = x + c.rng.uniform(24, wide - 24), y + c.rng.uniform(-30, 26)
                c.oval(px, py, 29, 28, Fade((lighter(tone, 0.2), darker(tone, 0.1))))
            c.box(x, y + 20, x + wide, y + c.h * 0.13, Fade((ink("c99a63"), ink("9a6d40"))), 8)


RECIPES = {
    "skyline": skyline,
    "alley": alley,
    "train": train,
    "snow_street": snow_street,
    "street": street,
    "market": market,
}
