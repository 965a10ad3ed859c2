"""Things to make tea with."""

from app.demo.drawing import paths
from app.demo.drawing.backdrops import FLOOR
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import GLAZES, INK, MUSTARD, PAPER, WALNUT, WHITE, WOOD, clear, darker, ink, lighter

CLAYS = (ink("8c4b35"), ink("6b4637"), ink("a8693f"), ink("4f5a4a"), ink("b9836a"))


def teapot(c: Canvas) -> None:
    clay = c.rng.choice(CLAYS)
    tall = c.rng.uniform(0, 50)
    c.shadow(500, FLOOR, 380, 60)
    handle = [(690, 500 - tall), (830, 470 - tall), (850, 610), (690, 700)]
    c.line(handle, darker(clay, 0.12), 40, smooth=True)
    c.fill(
        paths.curve([(360, 640), (230, 560), (160, 430), (205, 425), (290, 520), (370, 540)], closed=True),
        Fade((lighter(clay, 0.1), darker(clay, 0.15))),
    )
    body = [(120, 455 - tall), (225, 520 - tall), (250, 640), (190, 745), (130, FLOOR)]
    c.fill(paths.lathe(510, body), round_body(clay))
    lid = [(20, 405 - tall), (90, 420 - tall), (128, 458 - tall), (120, 472 - tall)]
    c.fill(paths.lathe(510, lid), round_body(lighter(clay, 0.06)))
    c.oval(510, 392 - tall, 30, 28, round_body(clay))
    c.line(paths.oval(510, 462 - tall, 124, 16, 10, 170), darker(clay, 0.35), 5)
    c.line(paths.oval(430, 600, 70, 90, 170, 240), clear(WHITE, 0.28), 14)


def gaiwan(c: Canvas) -> None:
    glaze = c.rng.choice(GLAZES)
    c.shadow(500, FLOOR, 360, 55)
    c.fill(paths.lathe(500, [(290, 735), (250, 770), (150, FLOOR)]), round_body(glaze))
    c.oval(500, 735, 290, 34, lighter(glaze, 0.25))
    cup = [(262, 455), (245, 540), (170, 680), (95, 742)]
    c.fill(paths.lathe(500, cup), round_body(glaze))
    c.oval(500, 455, 262, 36, darker(glaze, 0.16))
    lid = [(60, 352), (150, 378), (228, 430), (236, 452)]
    c.fill(paths.lathe(500, lid), round_body(lighter(glaze, 0.12)))
    c.fill(paths.lathe(500, [(64, 306), (48, 330), (58, 356)]), round_body(glaze))
    motif = darker(c.rng.choice(GLAZES), 0.35)
    for i in range(5):
        c.fill(paths.leaf(430 + i * 22, 640 - i * 24, 64, 24, -70 + i * 26), clear(motif, 0.75))


def mug(c: Canvas) -> None:
    glaze, band = c.rng.sample(GLAZES, 2)
    flare = c.rng.choice((-20, 0, 35))
    c.shadow(500, FLOOR, 330, 55)
    c.ring(715, 590, 105, 120, darker(glaze, 0.1), 44)
    cup = [(215 + flare, 400), (212 + flare / 2, 560), (205, 700), (170, 775), (140, FLOOR)]
    c.fill(paths.lathe(500, cup), round_body(glaze))
    if c.rng.random() < 0.6:
        lower = [(212 + flare / 2, 590), (207, 690), (172, 774), (140, FLOOR)]
        c.fill(paths.lathe(500, lower), round_body(darker(band, 0.05)))
    c.oval(500, 400, 215 + flare, 40, lighter(glaze, 0.3))
    c.oval(500, 406, 190 + flare, 31, Fade((ink("5a3a28"), ink("8a5c3c"))))
    c.line([(345, 470), (350, 650)], clear(WHITE, 0.35), 18)
    for dx in (-60, 30):
        steam = [(500 + dx, 350), (475 + dx, 290), (520 + dx, 235), (500 + dx, 170)]
        c.line(steam, clear(WHITE, 0.55), 16, smooth=True)


def tea_tin(c: Canvas) -> None:
    tin = darker(c.rng.choice(GLAZES[2:]), 0.08)
    c.shadow(500, FLOOR, 290, 50)
    c.box(310, 330, 690, FLOOR, round_body(tin), 26)
    c.box(300, 255, 700, 360, round_body(darker(tin, 0.14)), 20)
    c.box(300, 352, 700, 362, darker(tin, 0.4))
    c.box(385, 450, 615, 690, PAPER, 8)
    c.box(400, 465, 600, 675, clear(MUSTARD, 0.18), 4)
    for i in range(4):
        c.fill(paths.leaf(500, 610, 90, 34, -150 + i * 40), c.rng.choice((tin, darker(tin, 0.25))))
    c.line([(500, 610), (500, 655)], darker(tin, 0.25), 6)


def kettle(c: Canvas) -> None:
    steel = c.rng.choice((ink("3d4044"), ink("c9ccca"), ink("56705f"), ink("b65f45"), ink("ead9b8")))
    c.shadow(500, FLOOR, 360, 55)
    neck = [(320, 640), (230, 560), (225, 420), (150, 340)]
    c.line(neck, darker(steel, 0.15), 34, smooth=True)
    c.line([(670, 470), (800, 440), (830, 560), (790, 680)], c.rng.choice((WALNUT, INK, WOOD)), 44, smooth=True)
    c.fill(paths.lathe(500, [(140, 420), (180, 470), (225, 640), (250, 770), (246, FLOOR)]), round_body(steel))
    c.fill(paths.lathe(500, [(40, 385), (120, 398), (146, 424), (140, 436)]), round_body(lighter(steel, 0.1)))
    c.oval(500, 360, 32, 30, WALNUT)
    c.line([(385, 520), (345, 700)], clear(WHITE, 0.3), 20)


RECIPES = {"teapot": teapot, "gaiwan": gaiwan, "mug": mug, "tea_tin": tea_tin, "kettle": kettle}
