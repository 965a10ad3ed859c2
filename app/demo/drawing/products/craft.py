"""Tools of people who mend things and take pictures."""

from app.demo.drawing.backdrops import FLOOR
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import (
    BUTTER,
    GOODS,
    INK,
    MUSTARD,
    OAK,
    PAPER,
    SAND,
    WALNUT,
    WHITE,
    clear,
    darker,
    ink,
    lighter,
)

STEEL = ink("c2c6c5")


def film_roll(c: Canvas) -> None:
    for i, colour in enumerate(c.rng.sample(GOODS, 2)):
        x, y = (370, 640)[i], (0, 46)[i]
        c.shadow(x, FLOOR + y, 170, 40)
        c.box(x - 34, 330 + y, x + 34, 400 + y, INK, 10)
        c.box(x - 120, 400 + y, x + 120, FLOOR + y, round_body(colour), 14)
        for edge in (385 + y, FLOOR - 26 + y):
            c.box(x - 130, edge, x + 130, edge + 36, round_body(INK), 12)
        c.box(x - 90, 500 + y, x + 60, 610 + y, PAPER, 6)
        c.box(x - 70, 530 + y, x + 20, 546 + y, colour, 4)
        c.box(x - 70, 566 + y, x - 10, 578 + y, colour, 4)
    strip = [(750, 520), (880, 520), (880, 780), (750, 780)]
    c.fill(strip, ink("4a3a33"))
    for y in range(535, 775, 34):
        c.box(855, y, 872, y + 18, SAND, 3)


def camera(c: Canvas) -> None:
    leather, metal = c.rng.choice((INK, WALNUT, *GOODS)), c.rng.choice((STEEL, INK, SAND))
    c.shadow(500, FLOOR, 420, 55)
    c.box(400, 270, 600, 400, round_body(metal), 26)
    c.box(130, 350, 870, FLOOR, Fade((lighter(metal, 0.2), metal, darker(metal, 0.15))), 50)
    c.box(130, 460, 870, 720, Fade((lighter(leather, 0.1), darker(leather, 0.18))))
    c.box(210, 310, 300, 360, round_body(darker(metal, 0.1)), 12)
    c.oval(745, 345, 54, 22, darker(metal, 0.2))
    for r, tone in ((190, darker(metal, 0.3)), (165, INK), (130, ink("24282d")), (92, ink("3c5560"))):
        c.oval(500, 590, r, r, tone)
    c.oval(500, 590, 74, 74, Fade((ink("7fa0a8"), ink("27343c"))))
    c.oval(468, 556, 24, 20, clear(WHITE, 0.75))
    c.box(440, 300, 560, 350, ink("3c5560"), 8)


def screwdrivers(c: Canvas) -> None:
    c.shadow(500, 620, 430, 260, 0.35)
    c.box(150, 260, 850, 800, Fade((lighter(OAK, 0.1), darker(OAK, 0.12))), 30)
    c.box(180, 290, 820, 770, darker(WALNUT, 0.1), 16)
    grip = c.rng.choice(GOODS)
    for i in range(6):
        x = 240 + i * 104
        c.box(x - 9, 320, x + 9, 520, round_body(STEEL), 4)
        c.box(x - 26, 510, x + 26, 740, round_body(grip if i % 2 else lighter(grip, 0.35)), 22)
        c.box(x - 26, 560, x + 26, 572, clear(INK, 0.3))


def meter(c: Canvas) -> None:
    case = c.rng.choice((MUSTARD, ink("c2563c"), *GOODS[:3]))
    c.shadow(480, FLOOR + 20, 290, 50)
    c.line([(560, 780), (700, 860), (820, 700), (800, 380)], ink("b5402e"), 14, smooth=True)
    c.line([(430, 780), (640, 900), (900, 760), (880, 420)], INK, 14, smooth=True)
    c.box(270, 170, 690, FLOOR + 20, Fade((lighter(case, 0.15), darker(case, 0.14))), 60)
    c.box(315, 225, 645, 395, ink("cfdcc6"), 16)
    for i in range(4):
        c.box(350 + i * 68, 262, 386 + i * 68, 356, clear(INK, 0.75), 10)
    c.oval(480, 560, 120, 120, INK)
    c.box(466, 450, 494, 600, PAPER, 12)
    for x in (380, 480, 580):
        c.oval(x, 740, 26, 26, darker(INK, 0.3))
    for x, tone in ((800, ink("b5402e")), (880, INK)):
        c.box(x - 20, 240, x + 20, 400, tone, 16)
        c.line([(x, 240), (x, 170)], STEEL, 9)


def thread(c: Canvas) -> None:
    for i, colour in enumerate(c.rng.sample(GOODS, 3)):
        x = 270 + i * 230
        c.shadow(x, FLOOR, 120, 34)
        c.box(x - 84, 420, x + 84, FLOOR, round_body(OAK), 12)
        c.box(x - 96, 468, x + 96, FLOOR - 46, round_body(colour), 20)
        for y in range(486, FLOOR - 60, 22):
            c.line([(x - 92, y), (x + 92, y + 10)], clear(darker(colour, 0.4), 0.35), 4)
    c.line([(820, 500), (890, 420), (850, 300), (930, 220)], BUTTER, 5, smooth=True)


RECIPES = {"film_roll": film_roll, "camera": camera, "screwdrivers": screwdrivers, "meter": meter, "thread": thread}
