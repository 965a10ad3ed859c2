"""Pots, knives and what goes on the table."""

from app.demo.drawing import paths
from app.demo.drawing.backdrops import FLOOR
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import (
    GLAZES,
    GOODS,
    INK,
    MUSTARD,
    OAK,
    PAPER,
    WALNUT,
    WHITE,
    WOOD,
    clear,
    darker,
    ink,
    lighter,
)

STEEL = ink("c6cac9")


def pot(c: Canvas) -> None:
    enamel = c.rng.choice(GOODS)
    c.shadow(500, FLOOR, 400, 60)
    for side in (-1, 1):
        c.line(
            [(500 + side * 270, 560), (500 + side * 365, 570), (500 + side * 275, 625)],
            darker(enamel, 0.2),
            34,
            smooth=True,
        )
    c.fill(paths.lathe(500, [(290, 500), (288, 640), (270, 740), (225, FLOOR)]), round_body(enamel))
    c.fill(
        paths.lathe(500, [(40, 388), (160, 408), (275, 468), (302, 500), (296, 518)]), round_body(lighter(enamel, 0.08))
    )
    c.box(285, 506, 715, 520, darker(enamel, 0.32), 6)
    c.fill(
        paths.lathe(500, [(62, 318), (58, 345), (26, 362), (34, 394)]), round_body(c.rng.choice((MUSTARD, INK, STEEL)))
    )
    c.line([(290, 570), (300, 690)], clear(WHITE, 0.34), 22)


def pan(c: Canvas) -> None:
    iron = ink("3b3c3e")
    angle = c.rng.choice((-35, -20, 30))
    c.shadow(470, 590, 400, 330)
    handle = paths.turned(paths.box(640, 470, 960, 530, 28), angle, (440, 500))
    c.fill([(x, y + 16) for x, y in handle], clear(INK, 0.2))
    c.fill(handle, Fade((lighter(WOOD, 0.1), WALNUT)))
    c.oval(440, 520, 300, 290, darker(iron, 0.3))
    c.oval(440, 505, 300, 290, Fade((lighter(iron, 0.16), iron)))
    c.oval(440, 508, 255, 246, Fade((darker(iron, 0.25), lighter(iron, 0.1))))
    c.line(paths.oval(440, 508, 225, 216, 190, 250), clear(WHITE, 0.2), 12)
    if c.rng.random() < 0.6:
        c.blob([(330, 480), (420, 400), (530, 440), (560, 550), (450, 610), (350, 580)], WHITE)
        c.oval(448, 508, 68, 64, Fade((ink("f7c95f"), ink("eba63a"))))
        c.oval(428, 484, 20, 14, clear(WHITE, 0.6))


def knife(c: Canvas) -> None:
    c.shadow(500, 660, 460, 200, 0.3)
    c.box(150, 330, 850, 730, Fade((lighter(OAK, 0.15), OAK)), 40)
    for y in range(370, 720, 52):
        c.line([(180, y), (480, y + c.rng.randint(-9, 9)), (820, y)], clear(WALNUT, 0.18), 5, smooth=True)
    blade = [(110, 560), (150, 430), (590, 430), (590, 552), (400, 585), (210, 590)]
    c.fill([(x + 10, y + 22) for x, y in blade], clear(INK, 0.2))
    c.fill(blade, Fade((STEEL, lighter(STEEL, 0.5), STEEL)))
    c.line([(120, 562), (400, 572), (586, 540)], clear(WHITE, 0.8), 8)
    wood = c.rng.choice((WALNUT, INK, darker(c.rng.choice(GOODS), 0.3)))
    c.box(585, 436, 905, 520, Fade((lighter(wood, 0.15), darker(wood, 0.2))), 34)
    for x in (650, 740, 830):
        c.oval(x, 478, 12, 12, STEEL)


def loaf_tin(c: Canvas) -> None:
    tin, crust = c.rng.choice((STEEL, ink("6d6f72"), ink("d8b98a"))), ink("b9722f")
    c.shadow(500, FLOOR, 430, 60)
    c.blob(
        [(205, 560), (235, 400), (370, 345), (500, 375), (640, 340), (770, 405), (795, 560)],
        Fade((ink("d99a4e"), crust)),
    )
    for x in (360, 500, 640):
        c.line([(x - 50, 450), (x + 30, 400)], ink("f0cf96"), 20, smooth=True)
    c.fill([(180, 520), (820, 520), (770, FLOOR), (230, FLOOR)], Fade((lighter(tin, 0.25), tin, darker(tin, 0.2))))
    c.box(160, 505, 840, 540, lighter(tin, 0.35), 14)
    c.line([(260, 600), (280, 740)], clear(WHITE, 0.35), 16)


def bowl(c: Canvas) -> None:
    glaze = c.rng.choice(GLAZES)
    for i in range(c.rng.choice((1, 2, 3))):
        lift = i * 74
        if i == 0:
            c.shadow(500, FLOOR, 340, 55)
        c.fill(
            paths.lathe(
                500, [(280, 560 - lift), (255, 640 - lift), (160, 740 - lift), (110, 760 - lift), (105, FLOOR - lift)]
            ),
            round_body(glaze),
        )
        c.oval(500, 560 - lift, 280, 48, lighter(glaze, 0.3))
        c.oval(500, 566 - lift, 258, 40, Fade((darker(glaze, 0.3), darker(glaze, 0.05))))
        c.line(paths.oval(500, 566 - lift, 281, 62, 8, 172), clear(ink("4a5f7d"), 0.55), 9)


def scale(c: Canvas) -> None:
    body = c.rng.choice((PAPER, INK, *GOODS[:4]))
    c.shadow(500, FLOOR, 400, 55)
    c.fill([(190, 600), (810, 600), (850, FLOOR), (150, FLOOR)], Fade((lighter(body, 0.2), body, darker(body, 0.16))))
    c.box(360, 660, 640, 740, ink("33403a"), 14)
    for i in range(4):
        c.box(392 + i * 62, 678, 424 + i * 62, 722, clear(ink("a9e0b4"), 0.85), 8)
    c.oval(500, 585, 330, 44, darker(STEEL, 0.15))
    c.oval(500, 572, 330, 44, lighter(STEEL, 0.35))
    c.fill(paths.lathe(500, [(120, 380), (112, 500), (90, 570)]), round_body(c.rng.choice(GLAZES)))
    c.oval(500, 380, 120, 22, ink("6b4a33"))


RECIPES = {"pot": pot, "pan": pan, "knife": knife, "loaf_tin": loaf_tin, "bowl": bowl, "scale": scale}
