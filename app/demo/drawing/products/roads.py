"""Things for the road: bicycle parts and what a walker carries."""

from app.demo.drawing import paths
from app.demo.drawing.backdrops import FLOOR
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import (
    BUTTER,
    GOODS,
    INK,
    MUSTARD,
    OAK,
    PAPER,
    WALNUT,
    WHITE,
    clear,
    darker,
    ink,
    lighter,
)

STEEL = ink("b9bdbc")


def bike_light(c: Canvas) -> None:
    shell = c.rng.choice((INK, *GOODS))
    c.glow(210, 470, 330, 280, BUTTER, 0.85)
    c.shadow(520, FLOOR, 330, 50)
    c.line([(560, 600), (560, 700), (470, FLOOR - 25), (660, FLOOR - 25), (560, 700)], INK, 44, smooth=True)
    c.box(330, 380, 800, 600, Fade((lighter(shell, 0.2), shell, darker(shell, 0.25))), 70)
    for x in range(560, 760, 40):
        c.box(x, 400, x + 16, 580, clear(darker(shell, 0.4), 0.55), 8)
    c.oval(330, 490, 80, 124, darker(shell, 0.25))
    c.oval(318, 490, 64, 102, Fade((WHITE, BUTTER)))
    c.oval(650, 384, 34, 14, ink("c2452f"))


def saddle(c: Canvas) -> None:
    leather = c.rng.choice((WALNUT, INK, ink("9c5a34"), OAK))
    c.shadow(500, FLOOR, 360, 50)
    c.line([(330, 500), (420, 620), (640, 620), (740, 500)], STEEL, 22, smooth=True)
    c.box(505, 610, 560, FLOOR, round_body(STEEL), 10)
    c.blob(
        [
            (110, 455),
            (200, 400),
            (430, 415),
            (640, 345),
            (860, 330),
            (880, 430),
            (800, 545),
            (690, 540),
            (520, 480),
            (200, 500),
        ],
        Fade((lighter(leather, 0.25), leather, darker(leather, 0.25))),
    )
    c.line([(200, 425), (430, 438), (640, 375), (800, 355)], clear(WHITE, 0.28), 14, smooth=True)
    for x, y in ((800, 390), (840, 430), (790, 470), (150, 452), (180, 470)):
        c.oval(x, y, 10, 10, MUSTARD)


def bell(c: Canvas) -> None:
    brass = c.rng.choice((MUSTARD, STEEL, *GOODS[:3]))
    c.shadow(500, FLOOR, 300, 50)
    c.box(300, 700, 700, FLOOR - 10, round_body(INK), 40)
    c.box(440, 600, 560, 720, darker(STEEL, 0.2), 12)
    c.line([(690, 610), (800, 640)], darker(brass, 0.25), 30)
    c.fill(paths.lathe(500, [(30, 305), (160, 335), (245, 450), (262, 600), (248, 618)]), round_body(brass))
    c.oval(500, 300, 34, 24, lighter(brass, 0.3))
    c.line(paths.oval(490, 590, 180, 220, 190, 245), clear(WHITE, 0.5), 20)


def bike_bag(c: Canvas) -> None:
    cloth, strap = c.rng.choice(GOODS), c.rng.choice((WALNUT, INK, OAK))
    c.shadow(500, FLOOR, 380, 55)
    c.box(190, 380, 810, FLOOR, Fade((lighter(cloth, 0.08), darker(cloth, 0.14))), 60)
    c.fill([(180, 380), (230, 300), (770, 300), (820, 380), (800, 560), (200, 560)], Fade((lighter(cloth, 0.2), cloth)))
    c.line([(200, 560), (800, 560)], darker(cloth, 0.35), 7)
    for x in (330, 670):
        c.box(x - 22, 320, x + 22, 650, round_body(strap), 12)
        c.box(x - 34, 590, x + 34, 640, MUSTARD, 8)
        c.box(x - 18, 602, x + 18, 628, strap, 4)
    c.line([(400, 310), (430, 240), (570, 240), (600, 310)], strap, 26, smooth=True)


def backpack(c: Canvas) -> None:
    cloth, accent = c.rng.sample(GOODS, 2)
    c.shadow(500, FLOOR + 10, 320, 55)
    c.line([(440, 230), (450, 150), (550, 150), (560, 230)], INK, 24, smooth=True)
    for side in (-1, 1):
        c.line(
            [(500 + side * 220, 330), (500 + side * 300, 520), (500 + side * 250, 740)],
            darker(cloth, 0.35),
            40,
            smooth=True,
        )
    c.box(270, 210, 730, FLOOR + 10, Fade((lighter(cloth, 0.14), cloth, darker(cloth, 0.16))), 130)
    c.box(325, 520, 675, 760, Fade((lighter(accent, 0.05), darker(accent, 0.16))), 60)
    c.line([(350, 585), (650, 585)], darker(accent, 0.4), 8)
    c.box(270, 330, 730, 430, darker(cloth, 0.12), 0)
    c.box(455, 300, 545, 480, PAPER, 10)
    c.fill(paths.leaf(500, 440, 90, 44, -90), ink("5f9c6c"))
    c.line([(500, 585), (500, 625)], MUSTARD, 10)


def thermos(c: Canvas) -> None:
    coat = c.rng.choice(GOODS)
    c.shadow(500, FLOOR, 230, 48)
    c.fill(paths.lathe(500, [(130, 370), (152, 420), (152, 760), (140, FLOOR)]), round_body(coat))
    c.box(352, 660, 648, 690, clear(PAPER, 0.5))
    c.box(388, 340, 612, 380, round_body(STEEL), 10)
    c.box(378, 180, 622, 350, round_body(c.rng.choice((INK, STEEL, darker(coat, 0.25)))), 34)
    c.line([(410, 450), (410, 640)], clear(WHITE, 0.35), 20)
    c.oval(520, 540, 36, 36, clear(PAPER, 0.85))
    c.fill(paths.leaf(520, 566, 56, 30, -90), coat)


def tent(c: Canvas) -> None:
    cloth = c.rng.choice(GOODS)
    c.shadow(500, FLOOR, 470, 50)
    c.fill([(500, 250), (900, FLOOR), (500, FLOOR)], Fade((darker(cloth, 0.05), darker(cloth, 0.25))))
    c.fill([(500, 250), (100, FLOOR), (640, FLOOR)], Fade((lighter(cloth, 0.22), cloth)))
    c.fill([(500, 250), (300, FLOOR), (455, FLOOR)], Fade((ink("5b4a3c"), ink("e7b96a"))))
    c.fill([(500, 250), (300, FLOOR), (245, FLOOR)], lighter(cloth, 0.4))
    for a, b in (((100, FLOOR), (40, 835)), ((900, FLOOR), (960, 835)), ((500, 250), (500, 215))):
        c.line([a, b], INK, 7)


def headlamp(c: Canvas) -> None:
    band, shell = c.rng.choice(GOODS), c.rng.choice((INK, *GOODS))
    c.glow(500, 600, 330, 260, BUTTER, 0.8)
    c.shadow(500, FLOOR, 340, 50)
    c.ring(500, 500, 300, 170, darker(band, 0.15), 70)
    c.line(paths.oval(500, 500, 300, 170, 0, 180), lighter(band, 0.1), 70)
    c.line(paths.oval(500, 500, 300, 170, 0, 180), clear(PAPER, 0.5), 12)
    c.box(360, 560, 640, 770, Fade((lighter(shell, 0.25), darker(shell, 0.2))), 60)
    c.oval(500, 665, 84, 84, darker(shell, 0.35))
    c.oval(500, 665, 66, 66, Fade((WHITE, BUTTER)))


RECIPES = {
    "bike_light": bike_light,
    "saddle": saddle,
    "bell": bell,
    "bike_bag": bike_bag,
    "backpack": backpack,
    "thermos": thermos,
    "tent": tent,
    "headlamp": headlamp,
}
