"""Skin care, soap and things to nibble."""

from app.demo.drawing import paths
from app.demo.drawing.backdrops import FLOOR
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import (
    BRICK,
    GOODS,
    INK,
    MUSTARD,
    OAK,
    PAPER,
    SPROUT,
    WALNUT,
    WHITE,
    Colour,
    clear,
    darker,
    ink,
    lighter,
)


def _label(c: Canvas, x: float, y: float, colour: Colour, width: float = 200) -> None:
    """Lines that stand for words: the pictures carry no lettering."""
    c.box(x - width / 2, y, x + width / 2, y + 12, colour, 6)
    c.box(x - width / 3, y + 34, x + width / 3, y + 42, clear(colour, 0.7), 4)
    c.box(x - width / 4, y + 60, x + width / 4, y + 68, clear(colour, 0.7), 4)


def cream(c: Canvas) -> None:
    glass = lighter(c.rng.choice(GOODS), 0.4)
    c.shadow(500, FLOOR, 340, 55)
    c.box(240, 500, 760, FLOOR, round_body(glass), 70)
    c.box(225, 350, 775, 520, round_body(c.rng.choice((PAPER, OAK, lighter(glass, 0.5)))), 36)
    c.line([(240, 512), (760, 512)], darker(glass, 0.25), 7)
    _label(c, 500, 600, darker(glass, 0.5))
    c.blob([(660, 800), (760, 780), (860, 800), (850, 840), (700, 850)], WHITE)


def pump_bottle(c: Canvas) -> None:
    glass = c.rng.choice((ink("8a5a2e"), lighter(c.rng.choice(GOODS), 0.3), PAPER))
    c.shadow(500, FLOOR, 270, 50)
    c.box(478, 190, 522, 330, INK, 8)
    c.line([(500, 205), (380, 205), (350, 240)], INK, 36)
    c.box(430, 285, 570, 355, round_body(INK), 16)
    c.fill(
        paths.lathe(500, [(70, 345), (110, 375), (182, 430), (188, 600), (185, 760), (165, FLOOR)]), round_body(glass)
    )
    c.box(350, 500, 650, 690, PAPER, 10)
    _label(c, 500, 540, darker(c.rng.choice(GOODS), 0.2))
    c.line([(345, 460), (340, 740)], clear(WHITE, 0.35), 14)


def tube(c: Canvas) -> None:
    soft = lighter(c.rng.choice(GOODS), 0.35)
    c.shadow(500, FLOOR, 220, 45)
    c.fill([(345, 180), (655, 180), (620, 680), (380, 680)], round_body(soft))
    c.box(335, 165, 665, 215, darker(soft, 0.12), 8)
    c.box(395, 670, 605, FLOOR, round_body(darker(soft, 0.35)), 22)
    _label(c, 500, 360, darker(soft, 0.55), 170)
    c.fill(paths.leaf(500, 560, 90, 46, -90), clear(darker(soft, 0.4), 0.7))


def soap(c: Canvas) -> None:
    bar, other = (lighter(x, 0.35) for x in c.rng.sample(GOODS, 2))
    c.shadow(500, FLOOR, 400, 55)
    c.box(200, 620, 800, FLOOR, Fade((lighter(bar, 0.2), darker(bar, 0.14))), 50)
    c.fill(
        paths.turned(paths.box(260, 440, 760, 625, 50), -5, (500, 540)),
        Fade((lighter(other, 0.25), darker(other, 0.12))),
    )
    for x in (380, 470, 560, 650):
        c.line([(x, 500), (x + 26, 545)], clear(darker(other, 0.4), 0.35), 8)
    c.line([(190, 690), (810, 690)], WALNUT, 8)
    for x, y, r in ((240, 400, 34), (300, 340, 20), (770, 380, 26)):
        c.oval(x, y, r, r, clear(WHITE, 0.6))


def snack_bag(c: Canvas) -> None:
    bag, fruit = c.rng.sample(GOODS, 2)
    c.shadow(500, FLOOR + 15, 330, 55)
    c.blob(
        [(270, 230), (500, 245), (730, 230), (720, 500), (745, 800), (500, 790), (255, 800), (282, 500)],
        round_body(bag),
    )
    for y in (205, 780):
        c.box(262, y, 738, y + 46, darker(bag, 0.14), 6)
        for x in range(275, 735, 22):
            c.line([(x, y + 4), (x, y + 42)], clear(WHITE, 0.22), 4)
    c.oval(500, 540, 150, 150, PAPER)
    for dx, dy in ((-50, 20), (45, 35), (0, -50), (-8, 70)):
        c.oval(500 + dx, 540 + dy, 40, 34, round_body(lighter(fruit, 0.1)))
    _label(c, 500, 310, PAPER, 230)


def jam_jar(c: Canvas) -> None:
    jam = c.rng.choice((BRICK, MUSTARD, ink("7d3f5e"), ink("c88a2c"), SPROUT, ink("5b3a2a")))
    c.shadow(500, FLOOR, 290, 50)
    c.box(300, 380, 700, FLOOR, clear(WHITE, 0.6), 70)
    c.fill(paths.box(322, 440, 678, 772, 54), round_body(jam))
    c.box(315, 270, 685, 395, round_body(c.rng.choice((MUSTARD, INK, PAPER, lighter(jam, 0.3)))), 22)
    c.box(385, 510, 615, 690, PAPER, 14)
    c.oval(500, 580, 42, 38, lighter(jam, 0.1))
    c.fill(paths.leaf(505, 548, 56, 26, -40), SPROUT)
    c.box(430, 640, 570, 650, darker(jam, 0.2), 4)
    c.line([(345, 470), (345, 700)], clear(WHITE, 0.5), 14)


def cookie_box(c: Canvas) -> None:
    tin, dough = c.rng.choice(GOODS), ink("d8a35c")
    c.shadow(500, 640, 450, 250)
    c.oval(500, 620, 370, 230, darker(tin, 0.3))
    c.oval(500, 580, 370, 230, tin)
    c.oval(500, 580, 330, 200, PAPER)
    spots = [(360, 540), (500, 490), (640, 540), (400, 640), (545, 605), (650, 650)]
    for x, y in spots:
        c.oval(x, y + 10, 82, 58, darker(dough, 0.35))
        c.oval(x, y, 82, 58, Fade((lighter(dough, 0.25), dough)))
        for _ in range(5):
            c.oval(x + c.rng.randint(-48, 48), y + c.rng.randint(-30, 30), 10, 8, ink("5d3a24"))


RECIPES = {
    "cream": cream,
    "pump_bottle": pump_bottle,
    "tube": tube,
    "soap": soap,
    "snack_bag": snack_bag,
    "jam_jar": jam_jar,
    "cookie_box": cookie_box,
}
