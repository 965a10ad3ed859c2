"""Mountains, sea, fields and water."""

import math

from app.demo.drawing import paths
from app.demo.drawing.canvas import Canvas, Fade
from app.demo.drawing.colours import (
    BRICK,
    CLAY,
    CREAM,
    GOODS,
    INK,
    MOSS,
    MUSTARD,
    PAPER,
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
from app.demo.drawing.scenes.sky import SUNNY, paint_sky, time_of

FAR = {
    "dawn": ink("9c8b9a"),
    "day": ink("6f97a0"),
    "grey": ink("84949a"),
    "dusk": ink("5c4e74"),
    "night": ink("28345c"),
}
NEAR = {
    "dawn": ink("4d5a52"),
    "day": ink("3f6d53"),
    "grey": ink("4d6058"),
    "dusk": ink("35304a"),
    "night": ink("141b30"),
}


def hills(c: Canvas, time: str, base: float, layers: int, height: float) -> None:
    """Ridges one behind the other, mist between them."""
    haze = lighter(FAR[time], 0.45)
    for i in range(layers):
        share = i / max(1, layers - 1)
        offsets = [c.rng.uniform(0.05, 1) for _ in range(9)]
        y = base + (c.h - base) * share * 0.85
        line = paths.ridge(c.w, y, height * (1 - share * 0.45), 8, offsets)
        tone = mix(mix(haze, FAR[time], min(1, share * 2)), NEAR[time], max(0, share * 2 - 1))
        c.fill([*line, (c.w + 300, c.h), (-300, c.h)], Fade((tone, lighter(tone, 0.28), lighter(tone, 0.1))))


def pines(c: Canvas, y: float, tone: Colour, count: int) -> None:
    for _ in range(count):
        x, s = c.rng.uniform(0, c.w), c.rng.uniform(60, 150)
        for k in range(3):
            top = y - s * (1.7 - k * 0.5)
            half = s * (0.22 + k * 0.12)
            c.fill([(x, top), (x + half, top + s * 0.75), (x - half, top + s * 0.75)], tone)


def mountains(c: Canvas, variant: str) -> None:
    time = time_of(variant, c)
    paint_sky(c, time, c.h * 0.55)
    hills(c, time, c.h * 0.52, 5, c.h * 0.3)
    pines(c, c.h * 1.0, darker(NEAR[time], 0.15), 16)


def tea_hills(c: Canvas, variant: str) -> None:
    time = time_of(variant, c, ("dawn", "day", "grey"))
    paint_sky(c, time, c.h * 0.4)
    hills(c, time, c.h * 0.4, 2, c.h * 0.18)
    green = c.rng.choice((SPROUT, ink("7fa35b"), MOSS))
    for i in range(9):
        y = c.h * (0.46 + i * 0.068)
        line = [(c.w * k / 6, y + 46 * math.sin(k * 1.1 + i * 0.5)) for k in range(-1, 8)]
        tone = darker(lighter(green, 0.3), 0.09 * i)
        c.fill([*paths.curve(line), (c.w, c.h), (0, c.h)], Fade((lighter(tone, 0.18), darker(tone, 0.12))))
        for bush in range(0, int(c.w), 54):
            c.oval(bush + 20 * (i % 2), y + 46 * math.sin(bush / c.w * 6.6 + i * 0.5), 34, 20, lighter(tone, 0.1))
    x = c.w * c.rng.uniform(0.3, 0.7)
    _walker(c, x, c.h * 0.72, 1.0, hat=True)


def _walker(c: Canvas, x: float, y: float, s: float, *, hat: bool = False) -> None:
    coat = c.rng.choice((BRICK, MUSTARD, ink("3d5377"), PAPER))
    c.line([(x - 12 * s, y), (x - 14 * s, y + 62 * s)], INK, 17 * s)
    c.line([(x + 14 * s, y), (x + 18 * s, y + 62 * s)], INK, 17 * s)
    c.box(x - 36 * s, y - 90 * s, x + 36 * s, y + 14 * s, coat, 30 * s)
    c.oval(x, y - 112 * s, 26 * s, 28 * s, ink("e3b690"))
    if hat:
        c.fill([(x - 62 * s, y - 112 * s), (x, y - 166 * s), (x + 62 * s, y - 112 * s)], ink("dcbc7c"))
    else:
        c.fill(paths.oval(x, y - 118 * s, 28 * s, 28 * s, 180, 360), INK)


def sea(c: Canvas, variant: str) -> None:
    time = time_of(variant, c)
    horizon = c.h * 0.48
    low = paint_sky(c, time, horizon)
    deep = {"night": ink("17203c"), "grey": ink("6f8890"), "dusk": ink("4d5a80")}.get(time, ink("5c97a6"))
    c.wash(mix(low, deep, 0.5), deep, darker(deep, 0.2), top=horizon)
    for i in range(46):
        y = horizon + 12 + (c.h * 0.3) * (i / 46) ** 1.3
        x, half = c.rng.uniform(0, c.w), c.rng.uniform(20, 110) * (0.4 + i / 40)
        c.line([(x - half, y), (x + half, y)], clear(lighter(low, 0.4), 0.4), 3 + i * 0.1)
    sand = darker(CREAM, 0.55) if time == "night" else mix(CREAM, low, 0.25)
    for lift, paint in ((46, clear(WHITE, 0.55)), (18, sand)):
        shore = [(c.w * k / 5, c.h * 0.82 - lift + 32 * math.sin(k * 1.3)) for k in range(-1, 7)]
        c.fill([*paths.curve(shore), (c.w, c.h), (0, c.h)], paint)
    if c.rng.random() < 0.6:
        x = c.w * c.rng.uniform(0.2, 0.8)
        c.fill([(x - 70, horizon + 40), (x + 70, horizon + 40), (x + 44, horizon + 70), (x - 44, horizon + 70)], WALNUT)
        c.fill([(x, horizon + 34), (x, horizon - 120), (x + 76, horizon + 26)], PAPER)
        c.fill([(x - 8, horizon + 30), (x - 8, horizon - 80), (x - 52, horizon + 26)], c.rng.choice(GOODS))
    else:
        _walker(c, c.w * c.rng.uniform(0.3, 0.7), c.h * 0.88, 0.8)


def lake(c: Canvas, variant: str) -> None:
    time = time_of(variant, c, (*SUNNY, "night"))
    line = c.h * 0.55
    paint_sky(c, time, line)
    far = FAR[time]
    shape = [
        (-60, line),
        *paths.ridge(c.w, line, c.h * 0.26, 8, [c.rng.uniform(0.1, 1) for _ in range(9)]),
        (c.w + 300, line),
    ]
    c.fill(shape, Fade((far, lighter(far, 0.3))))
    c.wash(lighter(far, 0.35), darker(far, 0.12), top=line)
    c.fill([(x, line + (line - y) * 0.7) for x, y in shape], clear(darker(far, 0.25), 0.35))
    for _ in range(26):
        x, y = c.rng.uniform(0, c.w), c.rng.uniform(line + 20, c.h * 0.95)
        c.line([(x - 60, y), (x + 60, y)], clear(WHITE, 0.22), 4)
    x, y = c.w * c.rng.uniform(0.3, 0.7), c.h * 0.76
    c.fill(
        paths.curve([(x - 150, y), (x, y + 26), (x + 150, y), (x + 100, y + 44), (x - 100, y + 44)], closed=True),
        darker(WALNUT, 0.2),
    )
    _walker(c, x + 20, y - 18, 0.7, hat=True)
    for _ in range(24):
        x = c.rng.choice((c.rng.uniform(0, c.w * 0.3), c.rng.uniform(c.w * 0.75, c.w)))
        c.line([(x, c.h), (x + c.rng.uniform(-50, 50), c.h - c.rng.uniform(80, 240))], darker(NEAR[time], 0.1), 7)


def field(c: Canvas, variant: str) -> None:
    time = time_of(variant, c, SUNNY)
    paint_sky(c, time, c.h * 0.5)
    hills(c, time, c.h * 0.5, 2, c.h * 0.14)
    crop = c.rng.choice((MUSTARD, ink("9fb25c"), CLAY, ink("c9a64f")))
    c.wash(lighter(crop, 0.2), darker(crop, 0.15), top=c.h * 0.6)
    for i in range(-9, 10):
        c.line([(c.w / 2 + i * 40, c.h * 0.6), (c.w / 2 + i * 260, c.h)], clear(darker(crop, 0.4), 0.35), 10)
    x, y = c.w * c.rng.choice((0.25, 0.72)), c.h * 0.63
    c.line([(x, y), (x, y - 190)], WALNUT, 26)
    for dx, dy, r in ((0, -290, 130), (-90, -230, 90), (90, -235, 95), (20, -200, 90)):
        c.oval(x + dx, y + dy, r, r * 0.86, c.rng.choice((MOSS, darker(SPROUT, 0.1), SPROUT)))
    for _ in range(60):
        c.oval(c.rng.uniform(0, c.w), c.rng.uniform(c.h * 0.7, c.h), 9, 9, clear(lighter(crop, 0.5), 0.9))


def camp(c: Canvas, variant: str) -> None:
    time = time_of(variant, c, ("night", "dusk", "dawn"))
    paint_sky(c, time, c.h * 0.62)
    hills(c, time, c.h * 0.5, 3, c.h * 0.26)
    ground = darker(NEAR[time], 0.1)
    c.wash(lighter(ground, 0.08), ground, top=c.h * 0.78)
    pines(c, c.h * 0.84, darker(ground, 0.25), 10)
    x, y, cloth = c.w * 0.42, c.h * 0.88, c.rng.choice(GOODS)
    c.glow(x, y - 90, 420, 330, ink("ffd78a"), 0.65)
    c.fill([(x, y - 270), (x + 300, y), (x - 250, y)], Fade((lighter(cloth, 0.2), lighter(ink("ffcf80"), 0.1))))
    c.fill([(x, y - 270), (x + 300, y), (x + 120, y)], darker(cloth, 0.25))
    c.fill([(x, y - 200), (x + 60, y), (x - 80, y)], ink("ffe3a6"))
    fx, fy = c.w * 0.8, c.h * 0.91
    c.glow(fx, fy - 30, 260, 220, ink("ff9d4d"), 0.85)
    c.line([(fx - 60, fy + 14), (fx + 60, fy - 6)], WALNUT, 20)
    c.line([(fx - 60, fy - 6), (fx + 60, fy + 14)], WALNUT, 20)
    c.blob(
        [(fx - 42, fy - 10), (fx - 30, fy - 70), (fx, fy - 140), (fx + 36, fy - 66), (fx + 40, fy - 8)],
        Fade((ink("ffd36b"), ink("ef6c3a"))),
    )


RECIPES = {"mountains": mountains, "tea_hills": tea_hills, "sea": sea, "lake": lake, "field": field, "camp": camp}
