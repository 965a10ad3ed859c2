"""Scenes indoors: windows, shelves, lamps, cats."""

from app.demo.drawing import paths
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import (
    BUTTER,
    CREAM,
    GLAZES,
    GOODS,
    INK,
    MOSS,
    OAK,
    PAPER,
    SAGE,
    SPROUT,
    TIMES,
    WALNUT,
    WHITE,
    WOOD,
    clear,
    darker,
    ink,
    lighter,
    mix,
)
from app.demo.drawing.scenes.city import WALLS, houses
from app.demo.drawing.scenes.furniture import cat, plant, wall, window
from app.demo.drawing.scenes.sky import paint_sky, time_of


def rain_window(c: Canvas, variant: str) -> None:
    time = time_of(variant, c, ("grey", "night", "dusk"))
    low = paint_sky(c, time, c.h * 0.75)
    houses(c, c.h * 0.78, c.h * 0.45, mix(WALLS[time], low, 0.4), lit=0.4 if time != "grey" else 0.15)
    for _ in range(14):
        x, y, r = c.rng.uniform(0, c.w), c.rng.uniform(c.h * 0.3, c.h * 0.75), c.rng.uniform(26, 74)
        c.oval(x, y, r, r, clear(c.rng.choice((BUTTER, ink("f2a97e"), WHITE)), 0.22))
    for _ in range(130):
        x, y, r = c.rng.uniform(0, c.w), c.rng.uniform(0, c.h * 0.8), c.rng.uniform(3, 10)
        c.oval(x, y, r, r * 1.3, clear(WHITE, 0.5))
        if r > 8:
            c.line([(x, y - c.rng.uniform(60, 200)), (x, y)], clear(WHITE, 0.28), 6)
    window(c, time, bottom=c.h * 0.8)
    plant(c, c.w * 0.3, c.h * 0.81, 180, dim=0.3 if time == "night" else 0.05)
    glaze = c.rng.choice(GLAZES)
    x, y = c.w * 0.64, c.h * 0.81
    c.ring(x + 78, y - 60, 34, 40, darker(glaze, 0.1), 16)
    c.fill(paths.lathe(x, [(76, y - 130), (72, y - 30), (52, y)]), round_body(glaze))
    for dx in (-24, 20):
        c.line(
            [(x + dx, y - 150), (x + dx - 16, y - 200), (x + dx + 14, y - 250), (x + dx, y - 300)],
            clear(WHITE, 0.4),
            11,
            smooth=True,
        )


def cat_sill(c: Canvas, variant: str) -> None:
    time = time_of(variant, c)
    low = paint_sky(c, time, c.h * 0.8)
    houses(c, c.h * 0.8, c.h * 0.26, mix(WALLS[time], low, 0.45), lit=0.4 if time in ("night", "dusk") else 0.0)
    for _ in range(26):
        c.oval(c.rng.gauss(c.w * 0.8, 90), c.rng.gauss(c.h * 0.3, 90), 56, 46, clear(c.rng.choice((MOSS, SPROUT)), 0.8))
    window(c, time, bottom=c.h * 0.82)
    cat(c, c.w * c.rng.uniform(0.36, 0.58), c.h * 0.825, c.rng.uniform(0.9, 1.15))
    plant(c, c.w * 0.8, c.h * 0.82, 170, dim=0.3 if time == "night" else 0.0)


def bookshelf(c: Canvas, variant: str) -> None:
    wood = c.rng.choice((WALNUT, WOOD, OAK, ink("d9d0c0")))
    c.wash(darker(wood, 0.25), darker(wood, 0.4))
    rows = max(3, round(c.h / 330))
    shelf = c.h / rows
    for row in range(rows):
        base, x = (row + 1) * shelf - 34, 44.0
        while x < c.w - 70:
            if c.rng.random() < 0.05 and x < c.w - 230:
                plant(c, x + 90, base, 170) if c.rng.random() < 0.6 else c.oval(
                    x + 90, base - 70, 70, 70, round_body(c.rng.choice(GLAZES))
                )
                x += 190
                continue
            wide, high = c.rng.uniform(28, 70), shelf * c.rng.uniform(0.55, 0.82)
            tone = mix(c.rng.choice((*GOODS, CREAM, PAPER, INK)), wood, 0.12)
            tilt = 7 if c.rng.random() < 0.06 else 0
            c.fill(
                paths.turned(paths.box(x, base - high, x + wide - 4, base, 5), tilt, (x, base)),
                Fade((lighter(tone, 0.1), tone, darker(tone, 0.18)), across=True),
            )
            c.box(x + 6, base - high * 0.82, x + wide - 10, base - high * 0.76, clear(BUTTER, 0.6))
            c.box(x + wide * 0.35, base - high * 0.6, x + wide * 0.55, base - high * 0.3, clear(PAPER, 0.5))
            x += wide + (24 if tilt else 0)
        c.box(0, base, c.w, base + 34, Fade((lighter(wood, 0.15), darker(wood, 0.1))))
    c.box(0, 0, 30, c.h, wood)
    c.box(c.w - 30, 0, c.w, c.h, wood)
    c.glow(c.w * 0.2, 0, 900, 700, ink("ffe7b8"), 0.35)


def lamp_desk(c: Canvas, variant: str) -> None:
    tone = darker(c.rng.choice((ink("4d5a6b"), ink("5b5263"), ink("4f5f57"), ink("6b5547"))), 0.2)
    c.wash(darker(tone, 0.2), tone)
    x, y, desk = c.w * 0.34, c.h * 0.36, c.h * 0.72
    sky, low = TIMES["night"]
    c.box(c.w * 0.56, c.h * 0.1, c.w * 0.92, c.h * 0.5, Fade((sky, low)), 10)
    c.ring(c.w * 0.8, c.h * 0.2, 22, 22, BUTTER, 20)
    c.line([(c.w * 0.74, c.h * 0.1), (c.w * 0.74, c.h * 0.5)], darker(tone, 0.4), 14)
    c.wash(ink("a5744a"), ink("6c4630"), top=desk)
    c.glow(x + 60, desk, 620, 430, ink("ffd58a"), 0.75)
    shade = c.rng.choice(GOODS)
    c.line([(x - 110, desk + 40), (x - 170, y + 100), (x, y - 20)], lighter(INK, 0.1), 18)
    c.box(x - 200, desk + 26, x - 20, desk + 54, INK, 14)
    c.fill(
        [(x - 20, y - 60), (x + 70, y - 40), (x + 170, y + 110), (x - 120, y + 90)], Fade((lighter(shade, 0.2), shade))
    )
    c.fill([(x + 165, y + 112), (x - 118, y + 92), (x - 330, desk + 40), (x + 480, desk + 60)], (255, 224, 150, 46))
    c.fill(
        [(x + 30, desk + 60), (x + 270, desk + 40), (x + 330, desk + 160), (x + 20, desk + 180)],
        Fade((WHITE, ink("e9d9b8"))),
    )
    for i in range(4):
        c.line([(x + 60, desk + 82 + i * 22), (x + 270 + i * 8, desk + 66 + i * 22)], clear(INK, 0.35), 4)
    for i, tone in enumerate(c.rng.sample(GOODS, 4)):
        c.box(
            c.w * 0.66 + i * 8,
            desk - 36 - i * 44,
            c.w * 0.93 - i * 12,
            desk + 8 - i * 44,
            Fade((mix(tone, INK, 0.15), mix(tone, INK, 0.4))),
            6,
        )
    plant(c, c.w * 0.12, desk + 120, 150, dim=0.3)


def balcony(c: Canvas, variant: str) -> None:
    """Plants in front of a window or a wall."""
    time = time_of(variant, c, ("day", "dawn", "grey"))
    low = paint_sky(c, time, c.h * 0.7)
    houses(c, c.h * 0.72, c.h * 0.22, mix(WALLS[time], low, 0.55), lit=0.02)
    c.wash(mix(WALLS[time], low, 0.6), lighter(SAGE, 0.3), top=c.h * 0.71)
    c.wash(ink("cbb596"), ink("a88a67"), top=c.h * 0.84)
    for bar in range(20, int(c.w), 60):
        c.line([(bar, c.h * 0.6), (bar, c.h * 0.85)], ink("5f6a6a"), 8)
    c.line([(0, c.h * 0.6), (c.w, c.h * 0.6)], ink("5f6a6a"), 20)
    for x in (c.w * 0.2, c.w * 0.75):
        c.line([(x, 0), (x, c.h * 0.14)], INK, 5)
        c.fill(
            paths.lathe(x, [(86, c.h * 0.14), (60, c.h * 0.14 + 100)], smooth=False), round_body(c.rng.choice(GLAZES))
        )
        for _ in range(15):
            c.fill(
                paths.leaf(
                    x + c.rng.uniform(-80, 80),
                    c.h * 0.14 + c.rng.uniform(-10, 20),
                    c.rng.uniform(110, 260),
                    34,
                    c.rng.uniform(60, 120),
                ),
                c.rng.choice((SPROUT, MOSS, SAGE)),
            )
    for i in range(5):
        plant(c, c.w * (0.12 + i * 0.19), c.h * (0.88 + 0.06 * (i % 2)), c.rng.uniform(190, 290))


def stove(c: Canvas, variant: str) -> None:
    tiles = wall(c)
    for left in range(0, int(c.w), 110):
        for top in range(0, int(c.h * 0.62), 110):
            c.box(left + 4, top + 4, left + 106, top + 106, lighter(tiles, 0.2 + 0.12 * c.rng.random()), 8)
    c.box(0, c.h * 0.14, c.w, c.h * 0.165, OAK)
    for i in range(5):
        x = c.w * (0.14 + i * 0.18)
        c.line([(x, c.h * 0.16), (x, c.h * 0.24)], INK, 8)
        tone = c.rng.choice((OAK, INK, ink("b9bdbc")))
        if i % 2:
            c.oval(x, c.h * 0.28, 52, 64, tone)
        else:
            c.box(x - 26, c.h * 0.23, x + 26, c.h * 0.36, tone)
    c.wash(ink("d8cbb8"), ink("b19f88"), top=c.h * 0.78)
    x, y, enamel = c.w * 0.46, c.h * 0.78, c.rng.choice(GOODS)
    for dx in range(-130, 140, 40):
        c.blob([(x + dx - 14, y + 24), (x + dx, y - 16), (x + dx + 14, y + 24)], ink("5d9fd0"))
    c.box(x - 270, y + 14, x + 270, y + 40, INK, 12)
    c.fill(paths.lathe(x, [(250, y - 220), (246, y - 60), (200, y)]), round_body(enamel))
    c.oval(x, y - 220, 250, 42, lighter(enamel, 0.25))
    c.oval(x, y - 216, 225, 33, Fade((ink("b5692f"), ink("dc9a4e"))))
    for _ in range(9):
        c.oval(
            x + c.rng.uniform(-170, 170),
            y - 216 + c.rng.uniform(-16, 16),
            26,
            10,
            c.rng.choice((ink("e8b765"), MOSS, ink("c8503a"))),
        )
    for dx in (-110, 0, 100):
        c.line(
            [(x + dx, y - 270), (x + dx - 40, y - 350), (x + dx + 40, y - 430), (x + dx, y - 520)],
            clear(WHITE, 0.45),
            26,
            smooth=True,
        )
    c.box(c.w * 0.8, y - 210, c.w * 0.93, y + 10, round_body(c.rng.choice(GLAZES)), 24)


RECIPES = {
    "rain_window": rain_window,
    "cat_sill": cat_sill,
    "bookshelf": bookshelf,
    "lamp_desk": lamp_desk,
    "balcony": balcony,
    "stove": stove,
}
