"""What rooms are furnished with: walls, windows, plants and cats."""

import math

from app.demo.drawing import paths
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import (
    BACKDROPS,
    GLAZES,
    GOODS,
    MOSS,
    PAPER,
    SAGE,
    SPROUT,
    Colour,
    darker,
    ink,
    lighter,
)

FURS = (ink("e0954a"), ink("4b4744"), ink("cfc6b8"), ink("8d8378"), ink("f0e9dc"), ink("b98a5c"))


def wall(c: Canvas, *, dim: float = 0.0) -> Colour:
    tone = darker(c.rng.choice(BACKDROPS)[0], dim)
    c.wash(lighter(tone, 0.15), darker(tone, 0.1))
    return tone


def plant(c: Canvas, x: float, y: float, size: float, *, dim: float = 0.0) -> None:
    """A potted plant that stands on y: spiky, round, tall or trailing."""
    green = darker(c.rng.choice((SPROUT, MOSS, SAGE, ink("7d9a4f"))), dim)
    pot = darker(c.rng.choice((*GLAZES, ink("b9684a"))), dim)
    kind = c.rng.choice(("spiky", "round", "tall", "trailing"))
    if kind == "tall":
        _stems(c, x, y, size, green)
    elif kind == "round":
        _bush(c, x, y, size, green)
    else:
        spread = 25 if kind == "spiky" else 15
        for i in range(11):
            blade = paths.leaf(x, y - size * 0.5, size * 0.95, size * 0.26, -90 + (i - 5) * spread)
            c.fill(blade, lighter(green, 0.14 * (i % 2)))
    c.fill(paths.lathe(x, [(size * 0.36, y - size * 0.52), (size * 0.25, y)], smooth=False), round_body(pot))
    if kind == "trailing":
        _tendrils(c, x, y, size, lighter(green, 0.2))


def _stems(c: Canvas, x: float, y: float, size: float, green: Colour) -> None:
    for bend in (-0.22, 0.05, 0.3):
        stem = [(x, y - size * 0.4), (x + bend * size * 0.6, y - size * 0.9), (x + bend * size, y - size * 1.25)]
        c.line(stem, darker(green, 0.25), size * 0.03, smooth=True)
        for i in range(5):
            px, py = x + bend * size * (0.3 + i * 0.16), y - size * (0.65 + i * 0.14)
            angle = -60 if i % 2 else -140
            c.fill(paths.leaf(px, py, size * 0.32, size * 0.16, angle), lighter(green, 0.1 * (i % 2)))


def _bush(c: Canvas, x: float, y: float, size: float, green: Colour) -> None:
    for i in range(15):
        px = x + size * 0.28 * math.cos(i * 2.4) * (i / 9)
        py = y - size * 0.75 + size * 0.26 * math.sin(i * 2.4) * (i / 11)
        c.oval(px, py, size * 0.16, size * 0.15, lighter(green, 0.28 * ((i * 7) % 4) / 4))


def _tendrils(c: Canvas, x: float, y: float, size: float, green: Colour) -> None:
    for dx in (-0.3, -0.12, 0.15, 0.32):
        for i in range(4):
            top = y - size * (0.5 - i * 0.11)
            c.fill(paths.leaf(x + dx * size, top, size * 0.2, size * 0.11, 60 + 60 * (i % 2)), green)


def cat(c: Canvas, x: float, y: float, s: float) -> None:
    """A cat that sits with its back to us, tail hanging."""
    fur = c.rng.choice(FURS)
    c.line(
        [(x + 90 * s, y - 30 * s), (x + 200 * s, y - 10 * s), (x + 190 * s, y + 120 * s), (x + 130 * s, y + 170 * s)],
        darker(fur, 0.12),
        38 * s,
        smooth=True,
    )
    c.blob(
        [(x, y - 290 * s), (x + 110 * s, y - 190 * s), (x + 150 * s, y), (x - 150 * s, y), (x - 110 * s, y - 190 * s)],
        Fade((lighter(fur, 0.12), darker(fur, 0.1))),
    )
    for side in (-1, 1):
        c.fill(
            [(x + side * 96 * s, y - 320 * s), (x + side * 104 * s, y - 450 * s), (x + side * 16 * s, y - 380 * s)],
            darker(fur, 0.08),
        )
    c.oval(x, y - 320 * s, 112 * s, 92 * s, fur)
    for dy in (0, 46, 92):
        c.line(paths.oval(x, y - (190 - dy) * s, 66 * s, 26 * s, 200, 340), darker(fur, 0.25), 13 * s)


def window(c: Canvas, time: str, *, bottom: float) -> None:
    """Everything outside is painted already: add the frame and the wall around it."""
    tone = darker(c.rng.choice(BACKDROPS)[0], 0.45 if time == "night" else 0.1)
    left, top = c.w * 0.1, c.h * 0.07
    for x0, y0, x1, y1 in ((0, 0, left, c.h), (c.w - left, 0, c.w, c.h), (0, 0, c.w, top), (0, bottom, c.w, c.h)):
        c.box(x0, y0, x1, y1, tone)
    frame = darker(PAPER, 0.35 if time == "night" else 0.04)
    for x in (left, c.w / 2, c.w - left):
        c.box(x - 15, top, x + 15, bottom, frame)
    for y in (top, bottom):
        c.box(left - 15, y - 15, c.w - left + 15, y + 15, frame)
    c.box(left - 60, bottom, c.w - left + 60, bottom + 60, Fade((lighter(frame, 0.2), darker(frame, 0.12))), 10)
    drape = darker(c.rng.choice(GOODS), 0.4 if time == "night" else 0.0)
    for side, edge in ((1, 0.0), (-1, c.w)):
        c.fill(
            paths.curve(
                [
                    (edge, 0),
                    (edge + side * c.w * 0.2, 0),
                    (edge + side * c.w * 0.15, c.h * 0.4),
                    (edge + side * c.w * 0.17, c.h + 40),
                    (edge, c.h + 40),
                ],
                closed=True,
            ),
            Fade((lighter(drape, 0.3), lighter(drape, 0.1), lighter(drape, 0.3)), across=True),
        )
