"""Marks for shops and houses, and for people who would rather not show a face."""

from app.demo.drawing import paths, products
from app.demo.drawing.avatars.faces import ground
from app.demo.drawing.canvas import Canvas, Fade
from app.demo.drawing.colours import BUTTER, GOODS, INK, MOSS, PAPER, WHITE, clear, darker, ink, lighter


def moon(c: Canvas, variant: str) -> None:
    c.wash(ink("28335a"), ink("56628f"))
    for _ in range(24):
        r = c.rng.uniform(4, 10)
        c.oval(c.rng.uniform(60, 940), c.rng.uniform(60, 940), r, r, clear(WHITE, 0.8))
    c.glow(500, 500, 480, 480, BUTTER, 0.5)
    c.fill(paths.crescent(540, 500, 260, 0.5), BUTTER)


def peak(c: Canvas, variant: str) -> None:
    c.wash(ink("f3c9a8"), ink("f8ead3"))
    c.oval(660, 380, 120, 120, ink("ea8a5c"))
    for i, (x, y, tone) in enumerate(((330, 300, ink("66808c")), (640, 430, ink("4d6a70")), (420, 600, ink("3a5350")))):
        c.fill([(x, y), (x + 520, 1010), (x - 520, 1010)], tone)
        if i == 0:
            c.fill([(x, y), (x + 96, y + 132), (x + 30, y + 110), (x - 20, y + 150), (x - 92, y + 126)], WHITE)


def wave(c: Canvas, variant: str) -> None:
    c.wash(ink("f6e3c4"), ink("f3d0ae"))
    c.oval(690, 330, 130, 130, ink("e2654a"))
    for i in range(5):
        y = 470 + i * 110
        line = [(k * 150 - 150, y + 52 * ((k + i) % 2)) for k in range(10)]
        tone = lighter(ink("2f5d73"), 0.5 - i * 0.11)
        c.fill([*paths.curve(line), (1200, 1010), (-150, 1010)], tone)
        c.line(line, clear(WHITE, 0.7), 13, smooth=True)


def seal(c: Canvas, variant: str) -> None:
    """A house mark: a gate under a roof, pressed in red."""
    c.wash(PAPER, ink("efe4d0"))
    red = ink("b0402f")
    c.box(190, 190, 810, 810, red, 60)
    c.blob([(270, 430), (380, 370), (500, 300), (620, 370), (730, 430), (690, 455), (500, 400), (310, 455)], PAPER)
    for x in (350, 470, 530, 650):
        c.line([(x, 460), (x, 690)], PAPER, 34)
    c.line([(300, 710), (700, 710)], PAPER, 34)


def sprout(c: Canvas, variant: str) -> None:
    ground(c)
    green = c.rng.choice((MOSS, ink("5f9c6c"), ink("7a9a4a")))
    c.oval(500, 900, 330, 90, ink("8a6a50"))
    c.line([(500, 880), (505, 650), (490, 470)], darker(green, 0.15), 36, smooth=True)
    c.fill(paths.leaf(495, 560, 390, 210, -38), Fade((lighter(green, 0.25), green)))
    c.fill(paths.leaf(495, 510, 360, 200, -146), Fade((lighter(green, 0.12), darker(green, 0.12))))


def bread(c: Canvas, variant: str) -> None:
    ground(c)
    crust = ink("c07a38")
    c.blob(
        [
            (200, 470),
            (250, 330),
            (400, 290),
            (500, 310),
            (600, 290),
            (750, 330),
            (800, 470),
            (750, 560),
            (750, 800),
            (250, 800),
            (250, 560),
        ],
        Fade((lighter(crust, 0.15), darker(crust, 0.12))),
    )
    c.blob(
        [
            (255, 470),
            (300, 380),
            (420, 345),
            (580, 345),
            (700, 380),
            (745, 470),
            (700, 530),
            (700, 750),
            (300, 750),
            (300, 530),
        ],
        ink("f2d9a8"),
    )
    for side in (-1, 1):
        c.oval(500 + side * 90, 545, 22, 25, INK)
        c.oval(500 + side * 155, 605, 38, 24, clear(ink("e58f7e"), 0.6))
    c.line(paths.oval(500, 590, 44, 36, 20, 160), INK, 13)


def wheel(c: Canvas, variant: str) -> None:
    ground(c)
    tone = c.rng.choice(GOODS)
    for turn in range(0, 180, 15):
        a, b = (
            paths.oval(500, 500, 320, 320, turn, turn + 1)[0],
            paths.oval(500, 500, 320, 320, turn + 180, turn + 181)[0],
        )
        c.line([a, b], clear(INK, 0.45), 7)
    c.ring(500, 500, 335, 335, INK, 46)
    c.ring(500, 500, 298, 298, tone, 20)
    c.oval(500, 500, 66, 66, tone)
    c.oval(500, 500, 28, 28, PAPER)


def thing(c: Canvas, variant: str) -> None:
    """Any product's picture, close up: "thing:teapot"."""
    ground(c)
    c.oval(500, 540, 410, 410, clear(WHITE, 0.35))
    products.RECIPES.get(variant, products.RECIPES["teapot"])(c)


RECIPES = {
    "moon": moon,
    "peak": peak,
    "wave": wave,
    "seal": seal,
    "sprout": sprout,
    "bread": bread,
    "wheel": wheel,
    "thing": thing,
}
