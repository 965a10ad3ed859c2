"""People, drawn with few strokes."""

from collections.abc import Callable

from app.demo.drawing import paths
from app.demo.drawing.canvas import Canvas, Fade
from app.demo.drawing.colours import (
    BACKDROPS,
    BRICK,
    BUTTER,
    GOODS,
    INK,
    MUSTARD,
    PAPER,
    STONE,
    WALNUT,
    WHITE,
    Colour,
    clear,
    darker,
    ink,
    lighter,
)

SKINS = (ink("f0cfae"), ink("e6bd97"), ink("d9a67c"), ink("f4d9c2"))
HAIRS = (ink("2f2a2a"), ink("3d322c"), ink("54402f"), ink("4a4a4f"))
SILVER = ink("d6d3cc")


def ground(c: Canvas) -> Colour:
    tone = c.rng.choice(BACKDROPS)[1]
    c.wash(lighter(tone, 0.25), tone)
    return tone


def _bust(c: Canvas, skin: Colour, coat: Colour) -> None:
    c.blob(
        [(110, 1100), (170, 850), (380, 765), (620, 765), (830, 850), (890, 1100)],
        Fade((lighter(coat, 0.15), darker(coat, 0.08))),
    )
    c.box(425, 640, 575, 830, darker(skin, 0.12), 60)


def _features(c: Canvas, skin: Colour, *, glasses: bool) -> None:
    c.oval(500, 500, 205, 232, skin)
    for side in (-1, 1):
        c.oval(500 + side * 205, 515, 30, 42, darker(skin, 0.06))
        c.oval(500 + side * 112, 570, 40, 26, clear(ink("e58f7e"), 0.4))
        c.line(paths.oval(500 + side * 82, 450, 40, 26, 205, 335), INK, 11)
        if c.rng.random() < 0.7:
            c.oval(500 + side * 80, 508, 17, 21, INK)
        else:
            c.line(paths.oval(500 + side * 80, 515, 26, 18, 190, 350), INK, 11)
        if glasses:
            c.ring(500 + side * 84, 510, 66, 62, c.rng.choice((INK, WALNUT)), 11)
    if glasses:
        c.line([(482, 505), (518, 505)], INK, 11)
    c.line(paths.oval(500, 545, 16, 24, 20, 160), darker(skin, 0.25), 9)
    c.line(paths.oval(500, 605, 52, 38, 25, 155), ink("a8503f"), 12)


def _short(c: Canvas, hair: Colour) -> None:
    c.blob(
        [(285, 500), (290, 330), (420, 235), (610, 235), (715, 330), (715, 500), (660, 400), (520, 345), (380, 390)],
        hair,
    )


def _bob(c: Canvas, hair: Colour) -> None:
    c.blob(
        [
            (280, 680),
            (250, 420),
            (360, 250),
            (500, 225),
            (640, 250),
            (750, 420),
            (720, 680),
            (655, 660),
            (670, 420),
            (520, 350),
            (340, 410),
            (345, 660),
        ],
        hair,
    )


def _fringe(c: Canvas, hair: Colour) -> None:
    c.blob(
        [
            (270, 620),
            (260, 400),
            (370, 245),
            (630, 245),
            (740, 400),
            (730, 620),
            (690, 470),
            (640, 420),
            (360, 420),
            (310, 470),
        ],
        hair,
    )


def _bun(c: Canvas, hair: Colour) -> None:
    c.oval(500, 215, 92, 84, hair)
    _short(c, hair)


def _side(c: Canvas, hair: Colour) -> None:
    c.blob(
        [(285, 480), (300, 310), (470, 225), (650, 260), (725, 400), (715, 520), (660, 390), (470, 320), (350, 420)],
        hair,
    )


def _curls(c: Canvas, hair: Colour) -> None:
    for turn in range(165, 380, 24):
        x, y = paths.oval(500, 450, 225, 205, turn, turn + 1)[0]
        c.oval(x, y, 78, 74, hair)


def _bald(c: Canvas, hair: Colour) -> None:
    for side in (-1, 1):
        c.oval(500 + side * 198, 440, 34, 76, hair)


def _cap(c: Canvas, hair: Colour) -> None:
    tone = c.rng.choice(GOODS)
    c.fill(paths.oval(500, 420, 228, 205, 180, 360), Fade((lighter(tone, 0.15), tone)))
    c.box(270, 395, 800, 440, darker(tone, 0.2), 22)


def _beanie(c: Canvas, hair: Colour) -> None:
    tone = c.rng.choice(GOODS)
    c.oval(500, 190, 56, 54, lighter(tone, 0.45))
    c.fill(paths.oval(500, 420, 232, 222, 180, 360), tone)
    c.box(258, 368, 742, 448, lighter(tone, 0.25), 36)


def _straw(c: Canvas, hair: Colour) -> None:
    c.fill(paths.oval(500, 375, 190, 165, 180, 360), ink("e6c887"))
    c.oval(500, 378, 345, 58, ink("dcb972"))
    c.line(paths.oval(500, 352, 188, 34, 5, 175), BRICK, 32)


def _nurse(c: Canvas, hair: Colour) -> None:
    _bob(c, hair)
    c.blob([(360, 290), (380, 200), (500, 175), (620, 200), (640, 290), (500, 262)], WHITE)


def _beard(c: Canvas, skin: Colour, hair: Colour) -> None:
    c.blob(
        [
            (300, 530),
            (350, 640),
            (430, 620),
            (500, 640),
            (570, 620),
            (650, 640),
            (700, 530),
            (680, 690),
            (500, 770),
            (320, 690),
        ],
        hair,
    )
    c.line(paths.oval(500, 640, 44, 26, 20, 160), ink("a8503f"), 11)


STYLES: dict[str, Callable[[Canvas, Colour], None]] = {
    "short": _short,
    "bob": _bob,
    "fringe": _fringe,
    "bun": _bun,
    "side": _side,
    "curls": _curls,
    "bald": _bald,
    "cap": _cap,
    "beanie": _beanie,
    "straw": _straw,
    "nurse": _nurse,
}


def face(c: Canvas, variant: str) -> None:
    """`variant`: a hair style, then any of glasses, beard, silver: "bun-glasses-silver"."""
    wishes = variant.split("-")
    style = wishes[0] if wishes[0] in STYLES else c.rng.choice(tuple(STYLES))
    ground(c)
    skin, coat = c.rng.choice(SKINS), c.rng.choice((*GOODS, PAPER, MUSTARD, STONE, BUTTER))
    hair = SILVER if "silver" in wishes else c.rng.choice(HAIRS)
    if style in ("bob", "fringe", "nurse", "straw") and "silver" not in wishes:
        c.blob([(275, 400), (725, 400), (745, 720), (640, 760), (360, 760), (255, 720)], darker(hair, 0.15))
    _bust(c, skin, coat)
    if style in ("cap", "beanie"):
        c.oval(500, 470, 222, 220, hair)
    _features(c, skin, glasses="glasses" in wishes)
    if "beard" in wishes:
        _beard(c, skin, hair)
    STYLES[style](c, hair)


RECIPES = {"face": face}
