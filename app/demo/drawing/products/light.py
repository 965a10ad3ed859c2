"""Lamps, and things that make sound."""

from app.demo.drawing import paths
from app.demo.drawing.backdrops import FLOOR
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import (
    AMBER,
    BUTTER,
    GOODS,
    INK,
    OAK,
    PAPER,
    WALNUT,
    WHITE,
    clear,
    darker,
    ink,
    lighter,
)

WARM = ink("ffdf9e")


def lamp(c: Canvas) -> None:
    metal = c.rng.choice((*GOODS, INK))
    c.shadow(560, FLOOR, 250, 45)
    c.glow(370, 640, 400, 300, WARM, 0.8)
    c.fill(paths.lathe(580, [(150, FLOOR - 34), (165, FLOOR - 16), (165, FLOOR)]), round_body(metal))
    c.line([(580, FLOOR - 30), (700, 500), (470, 270)], darker(metal, 0.15), 22)
    c.oval(700, 500, 26, 26, lighter(metal, 0.25))
    c.fill([(300, 470), (420, 500), (360, 520), (310, 500)], WARM)
    shade = [(455, 215), (525, 262), (450, 475), (245, 380), (380, 250)]
    c.blob(shade, Fade((lighter(metal, 0.15), darker(metal, 0.15))))
    c.fill(paths.turned(paths.oval(350, 430, 118, 34), 25, (350, 430)), WARM)


def night_light(c: Canvas) -> None:
    c.glow(500, 480, 480, 440, WARM, 0.95)
    c.shadow(500, FLOOR, 260, 45)
    c.fill(paths.lathe(500, [(120, 700), (150, 740), (160, FLOOR)]), round_body(c.rng.choice((OAK, WALNUT))))
    kind = c.rng.choice(("ball", "moon", "mushroom"))
    if kind == "mushroom":
        c.fill(paths.lathe(500, [(70, 480), (80, 600), (110, 712)]), round_body(PAPER))
        c.blob(
            [(250, 500), (300, 330), (500, 260), (700, 330), (750, 500), (500, 545)], Fade((lighter(AMBER, 0.5), AMBER))
        )
    else:
        c.oval(500, 500, 220, 220, Fade((WHITE, BUTTER, lighter(AMBER, 0.2))))
        for x, y, r in ((430, 440, 40), (560, 540, 54), (520, 390, 22), (420, 590, 26)):
            if kind == "moon":
                c.oval(x, y, r, r * 0.9, clear(AMBER, 0.22))


def headphones(c: Canvas) -> None:
    shell, pad = c.rng.choice((*GOODS, INK, PAPER)), c.rng.choice((INK, WALNUT, PAPER))
    c.shadow(500, FLOOR + 10, 340, 50)
    c.line(paths.oval(500, 530, 268, 320, 182, 358), darker(shell, 0.25), 52)
    c.line(paths.oval(500, 530, 262, 314, 200, 340), lighter(pad, 0.1), 30)
    for side in (-1, 1):
        x = 500 + side * 262
        c.line([(x, 440), (x, 560)], darker(ink("c9ccca"), 0.1), 18)
        c.box(min(x - side * 10, x - side * 78), 510, max(x - side * 10, x - side * 78), 770, darker(pad, 0.1), 36)
        c.box(min(x - side * 30, x + side * 62), 500, max(x - side * 30, x + side * 62), 780, round_body(shell), 56)
        c.line([(x + side * 20, 560), (x + side * 20, 700)], clear(WHITE, 0.3), 12)


def radio(c: Canvas) -> None:
    case = c.rng.choice(GOODS)
    c.shadow(500, FLOOR, 410, 55)
    c.line([(690, 400), (790, 150)], ink("9a9c9a"), 10)
    c.line([(300, 400), (300, 330), (700, 330), (700, 400)], darker(case, 0.3), 26, smooth=False)
    c.box(160, 390, 840, FLOOR, Fade((lighter(case, 0.15), case, darker(case, 0.12))), 60)
    c.box(195, 425, 805, FLOOR - 35, clear(PAPER, 0.9), 36)
    for i in range(11):
        for j in range(7):
            c.oval(240 + i * 27, 480 + j * 40, 8, 8, clear(darker(case, 0.4), 0.75))
    c.box(560, 470, 770, 545, BUTTER, 10)
    for i in range(9):
        c.line([(580 + i * 21, 490), (580 + i * 21, 510 + 12 * (i % 2))], INK, 3)
    c.line([(640, 475), (640, 540)], ink("c2452f"), 5)
    for x in (615, 720):
        c.oval(x, 650, 44, 44, round_body(case))
        c.line([(x, 650), (x + 16, 622)], PAPER, 7)


def earbuds(c: Canvas) -> None:
    shell = c.rng.choice((PAPER, INK, *GOODS))
    c.shadow(500, FLOOR, 350, 55)
    c.box(250, 520, 750, FLOOR, Fade((lighter(shell, 0.3), shell, darker(shell, 0.16))), 120)
    c.box(250, 360, 750, 540, Fade((lighter(shell, 0.2), darker(shell, 0.1))), 90)
    c.box(275, 500, 725, 585, darker(shell, 0.5), 40)
    for x in (390, 610):
        c.box(x - 22, 470, x + 22, 575, round_body(lighter(shell, 0.2)), 20)
        c.oval(x, 455, 62, 56, round_body(lighter(shell, 0.2)))
        c.oval(x - 14, 452, 20, 18, darker(shell, 0.55))
    c.oval(500, 690, 9, 9, ink("8fd6a0"))


RECIPES = {"lamp": lamp, "night_light": night_light, "headphones": headphones, "radio": radio, "earbuds": earbuds}
