"""Animals that look straight at you: one head, many ears."""

from app.demo.drawing import paths
from app.demo.drawing.avatars.faces import ground
from app.demo.drawing.canvas import Canvas, Fade
from app.demo.drawing.colours import BUTTER, INK, MUSTARD, PAPER, WHITE, Colour, clear, darker, ink, lighter

GINGER, GREY, CREAMY, BROWN, BLACK = ink("e39a52"), ink("9a9a98"), ink("f0e2c8"), ink("97684a"), ink("45403f")


def _eyes(c: Canvas, y: float, gap: float, size: float = 26) -> None:
    for side in (-1, 1):
        c.oval(500 + side * gap, y, size, size * 1.15, INK)
        c.oval(500 + side * gap - size * 0.3, y - size * 0.4, size * 0.34, size * 0.34, WHITE)


def _muzzle(c: Canvas, y: float, tone: Colour, nose: Colour = INK) -> None:
    c.oval(500, y + 34, 118, 86, tone)
    c.oval(500, y, 32, 22, nose)
    for side in (-1, 1):
        c.line(paths.oval(500 + side * 34, y + 34, 34, 30, 20, 160), INK, 9)
        c.oval(500 + side * 215, y + 10, 46, 30, clear(ink("e58f7e"), 0.45))


def _head(c: Canvas, fur: Colour, rx: float = 300, ry: float = 265) -> None:
    c.blob([(170, 1100), (230, 860), (500, 790), (770, 860), (830, 1100)], darker(fur, 0.08))
    c.oval(500, 560, rx, ry, Fade((lighter(fur, 0.1), darker(fur, 0.05))))


def _pointed(c: Canvas, fur: Colour, inner: Colour, height: float) -> None:
    for side in (-1, 1):
        c.fill([(500 + side * 290, 520), (500 + side * 262, 340 - height), (500 + side * 70, 345)], darker(fur, 0.05))
        c.fill([(500 + side * 252, 440), (500 + side * 240, 390 - height), (500 + side * 125, 375)], inner)


def cat(c: Canvas, variant: str) -> None:
    ground(c)
    fur = {"ginger": GINGER, "grey": GREY, "black": BLACK, "cream": CREAMY}.get(variant) or c.rng.choice(
        (GINGER, GREY, BLACK, CREAMY)
    )
    _pointed(c, fur, ink("e6b0a4"), 110)
    _head(c, fur)
    for x in (440, 500, 560):
        c.line([(x, 310), (500 + (x - 500) * 0.8, 390)], darker(fur, 0.28), 20)
    _eyes(c, 540, 125, 32)
    _muzzle(c, 625, lighter(fur, 0.45), ink("c97b72"))
    for side in (-1, 1):
        for dy in (-14, 26):
            c.line(
                [(500 + side * 130, 660 + dy), (500 + side * 330, 640 + dy * 2.2)],
                clear(WHITE if fur == BLACK else INK, 0.5),
                6,
            )


def fox(c: Canvas, variant: str) -> None:
    ground(c)
    _pointed(c, ink("d9743a"), BLACK, 140)
    _head(c, ink("d9743a"), 305, 240)
    c.blob([(200, 590), (400, 600), (500, 680), (600, 600), (800, 590), (690, 760), (500, 815), (310, 760)], WHITE)
    _eyes(c, 530, 130, 25)
    c.oval(500, 695, 40, 30, INK)


def dog(c: Canvas, variant: str) -> None:
    ground(c)
    fur = c.rng.choice((CREAMY, ink("d7a565"), BROWN))
    _head(c, fur, 270, 270)
    for side in (-1, 1):
        c.blob(
            [
                (500 + side * 190, 330),
                (500 + side * 330, 400),
                (500 + side * 350, 650),
                (500 + side * 260, 690),
                (500 + side * 215, 500),
            ],
            darker(fur, 0.35),
        )
    c.blob([(540, 300), (700, 380), (700, 560), (590, 600), (540, 480)], darker(fur, 0.22))
    _eyes(c, 520, 112, 29)
    _muzzle(c, 620, lighter(fur, 0.55))
    c.blob([(462, 715), (538, 715), (530, 790), (470, 790)], ink("de7d77"))


def bear(c: Canvas, variant: str) -> None:
    panda = variant == "panda"
    ground(c)
    fur = PAPER if panda else c.rng.choice((BROWN, ink("b5825a"), GREY))
    for side in (-1, 1):
        c.oval(500 + side * 225, 345, 105, 100, BLACK if panda else darker(fur, 0.15))
    _head(c, fur)
    if panda:
        for side in (-1, 1):
            c.fill(paths.turned(paths.oval(500 + side * 128, 535, 76, 96), side * 28, (500 + side * 128, 535)), BLACK)
            c.oval(500 + side * 118, 530, 26, 28, WHITE)
    _eyes(c, 532, 116, 22)
    _muzzle(c, 625, lighter(fur, 0.5))


def rabbit(c: Canvas, variant: str) -> None:
    ground(c)
    fur = c.rng.choice((PAPER, GREY, CREAMY, ink("c9a98c")))
    for side in (-1, 1):
        ear = paths.turned(paths.oval(500 + side * 125, 235, 78, 215), side * 9, (500 + side * 125, 400))
        c.fill(ear, darker(fur, 0.04))
        c.fill(
            paths.turned(paths.oval(500 + side * 125, 245, 38, 160), side * 9, (500 + side * 125, 400)), ink("ecb9b0")
        )
    _head(c, fur, 270, 240)
    _eyes(c, 560, 122, 27)
    _muzzle(c, 635, lighter(fur, 0.5), ink("d98b84"))


def bird(c: Canvas, variant: str) -> None:
    ground(c)
    coat = c.rng.choice((ink("6d98b3"), MUSTARD, ink("c9695a"), ink("7ba37c")))
    c.fill(paths.leaf(660, 620, 330, 150, 20), darker(coat, 0.25))
    c.oval(480, 590, 285, 270, Fade((lighter(coat, 0.12), darker(coat, 0.08))))
    c.oval(420, 680, 190, 165, lighter(coat, 0.6))
    c.fill(paths.leaf(540, 560, 290, 190, 35), darker(coat, 0.18))
    c.fill([(200, 520), (110, 560), (205, 600)], MUSTARD)
    c.oval(300, 500, 30, 32, INK)
    c.oval(292, 488, 9, 9, WHITE)
    for x in (430, 520):
        c.line([(x, 850), (x, 930)], ink("a06a3c"), 14)
    c.line([(160, 935), (840, 925)], ink("8a6446"), 26)


def owl(c: Canvas, variant: str) -> None:
    ground(c)
    coat = c.rng.choice((BROWN, GREY, ink("b98d5f")))
    c.blob(
        [
            (240, 300),
            (330, 360),
            (500, 330),
            (670, 360),
            (760, 300),
            (800, 600),
            (700, 900),
            (500, 960),
            (300, 900),
            (200, 600),
        ],
        Fade((lighter(coat, 0.1), darker(coat, 0.15))),
    )
    c.oval(500, 770, 200, 170, lighter(coat, 0.5))
    for side in (-1, 1):
        c.oval(500 + side * 125, 510, 130, 130, lighter(coat, 0.6))
        c.oval(500 + side * 115, 510, 72, 72, BUTTER)
        c.oval(500 + side * 112, 510, 44, 46, INK)
    c.fill([(460, 580), (540, 580), (500, 660)], MUSTARD)
    for row in range(3):
        for k in range(4 - row % 2):
            c.line(paths.oval(410 + k * 60 + 30 * (row % 2), 720 + row * 52, 24, 24, 20, 160), darker(coat, 0.1), 9)


def penguin(c: Canvas, variant: str) -> None:
    ground(c)
    c.oval(500, 660, 300, 400, ink("3a4250"))
    c.oval(500, 760, 225, 300, WHITE)
    for side in (-1, 1):
        c.oval(500 + side * 92, 480, 122, 118, WHITE)
    _eyes(c, 480, 82, 26)
    c.fill([(440, 545), (560, 545), (500, 610)], MUSTARD)
    c.box(270, 660, 730, 735, c.rng.choice((ink("c9573f"), ink("5f9c6c"))), 36)


def whale(c: Canvas, variant: str) -> None:
    c.wash(ink("d7e7ea"), ink("9fc3cc"))
    blue = c.rng.choice((ink("55809b"), ink("5b6f9c"), ink("5a9094")))
    c.blob(
        [
            (120, 560),
            (260, 400),
            (520, 390),
            (700, 520),
            (800, 480),
            (790, 350),
            (870, 300),
            (880, 480),
            (830, 640),
            (640, 760),
            (300, 760),
        ],
        Fade((lighter(blue, 0.15), blue)),
    )
    c.blob([(130, 610), (330, 650), (560, 690), (600, 745), (300, 760), (170, 690)], lighter(blue, 0.65))
    c.oval(270, 565, 20, 24, INK)
    for dx in (-40, 40):
        c.line([(400, 370), (400 + dx * 0.6, 270), (400 + dx * 2, 240)], WHITE, 16, smooth=True)
    for y in (850, 920):
        c.line([(k * 110 - 50, y + 18 * (k % 2)) for k in range(12)], clear(WHITE, 0.6), 14, smooth=True)


RECIPES = {
    "cat_face": cat,
    "fox_face": fox,
    "dog_face": dog,
    "bear_face": bear,
    "rabbit_face": rabbit,
    "bird_face": bird,
    "owl_face": owl,
    "penguin_face": penguin,
    "whale_face": whale,
}
