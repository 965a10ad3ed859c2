"""Paper, ink and books."""

from app.demo.drawing import paths
from app.demo.drawing.backdrops import FLOOR
from app.demo.drawing.canvas import Canvas, Fade, round_body
from app.demo.drawing.colours import (
    BRICK,
    BUTTER,
    GOODS,
    INDIGO,
    INK,
    MUSTARD,
    PAPER,
    SAND,
    WALNUT,
    WHITE,
    clear,
    darker,
    ink,
    lighter,
)


def notebook(c: Canvas) -> None:
    cover, band = c.rng.sample(GOODS, 2)
    tilt = c.rng.choice((-7, 5, 9))
    c.shadow(510, 590, 420, 430, 0.38)

    def part(x0: float, y0: float, x1: float, y1: float, radius: float = 0) -> paths.Points:
        return paths.turned(paths.box(x0, y0, x1, y1, radius), tilt, (500, 520))

    c.fill(part(286, 222, 748, 842, 18), darker(cover, 0.3))
    c.fill(part(280, 212, 740, 832, 16), PAPER)
    c.fill(part(270, 200, 728, 820, 20), Fade((lighter(cover, 0.1), darker(cover, 0.08))))
    c.fill(part(270, 200, 322, 820, 16), darker(cover, 0.16))
    c.fill(part(420, 300, 650, 400, 8), lighter(PAPER, 0.3))
    for y in (335, 365):
        c.fill(part(445, y, 600 if y > 340 else 625, y + 7), SAND)
    c.fill(part(668, 198, 692, 822), darker(band, 0.05))
    c.fill(part(560, 818, 584, 900), BRICK)


def pen(c: Canvas) -> None:
    barrel, metal = c.rng.choice(GOODS), c.rng.choice((MUSTARD, ink("c9ccca")))
    angle, centre = c.rng.choice((-38, -28, 32)), (500, 520)

    def lie(points: paths.Points) -> paths.Points:
        return paths.turned(points, angle, centre)

    c.box(140, 190, 860, 850, clear(WHITE, 0.85), 10)
    for y in range(290, 840, 70):
        c.line([(190, y), (810, y)], clear(INDIGO, 0.14), 4)
    script = [(220 + i * 17, 706 + (i * 29 % 46) - 23) for i in range(16)]
    c.line(script, darker(barrel, 0.3), 7, smooth=True)
    c.fill([(x + 18, y + 34) for x, y in lie(paths.box(170, 488, 800, 552, 30))], clear(INK, 0.16))
    c.fill(lie([(170, 520), (262, 490), (300, 490), (300, 550), (262, 550)]), metal)
    c.fill(lie([(170, 520), (250, 517), (250, 523)]), INK)
    c.fill(lie(paths.box(290, 484, 560, 556, 16)), Fade((lighter(barrel, 0.25), barrel, darker(barrel, 0.2))))
    c.fill(lie(paths.box(545, 478, 860, 562, 30)), Fade((lighter(barrel, 0.15), darker(barrel, 0.28))))
    c.fill(lie(paths.box(545, 478, 572, 562)), metal)
    c.fill(lie(paths.box(600, 470, 800, 486, 8)), darker(metal, 0.1))


def ink_bottle(c: Canvas) -> None:
    dye = c.rng.choice(GOODS)
    c.shadow(500, FLOOR, 340, 55)
    c.box(270, 430, 730, FLOOR, clear(WHITE, 0.75), 70)
    c.fill(paths.box(300, 520, 700, 765, 50), Fade((lighter(dye, 0.12), darker(dye, 0.3))))
    c.box(395, 360, 605, 450, clear(WHITE, 0.8), 16)
    c.box(370, 240, 630, 385, round_body(darker(INK, 0.1)), 24)
    c.box(390, 560, 610, 700, PAPER, 10)
    c.line([(430, 650), (480, 600), (530, 655), (575, 600)], dye, 12, smooth=True)
    c.line([(312, 490), (312, 720)], clear(WHITE, 0.5), 16)


def tape(c: Canvas) -> None:
    for i, colour in enumerate(c.rng.sample(GOODS, 3)):
        x, y = (330, 560, 640)[i], (640, 470, 700)[i]
        soft = lighter(colour, 0.25)
        c.shadow(x + 14, y + 60, 190, 150, 0.4)
        c.oval(x, y + 40, 160, 130, darker(soft, 0.22))
        c.oval(x, y, 160, 130, soft)
        for turn in range(0, 360, 30):
            px, py = paths.oval(x, y, 122, 98, turn, turn + 1)[0]
            c.oval(px, py, 11, 10, clear(WHITE, 0.75))
        c.oval(x, y, 84, 66, SAND)
        c.oval(x, y + 8, 68, 52, darker(SAND, 0.35))


def book(c: Canvas) -> None:
    cover, mark = c.rng.sample(GOODS, 2)
    c.shadow(520, FLOOR + 12, 340, 60)
    c.fill([(700, 190), (745, 222), (745, 800), (700, FLOOR + 20)], Fade((PAPER, SAND), across=True))
    for x in range(706, 744, 8):
        c.line([(x, 214), (x, 796)], clear(WALNUT, 0.18), 2)
    c.fill(paths.box(280, 180, 705, FLOOR + 20, 8), Fade((lighter(cover, 0.12), darker(cover, 0.06))))
    c.box(280, 180, 312, FLOOR + 20, darker(cover, 0.18))
    picture = c.rng.choice((_moon_cover, _leaf_cover, _hill_cover, _stripe_cover))
    picture(c, cover, mark)
    c.box(370, 250, 630, 268, lighter(PAPER, 0.2))
    c.box(370, 290, 545, 302, clear(PAPER, 0.7))


def _moon_cover(c: Canvas, cover: tuple[int, int, int], mark: tuple[int, int, int]) -> None:
    c.oval(500, 540, 120, 120, BUTTER)
    c.oval(545, 515, 105, 105, darker(cover, 0.02))


def _leaf_cover(c: Canvas, cover: tuple[int, int, int], mark: tuple[int, int, int]) -> None:
    c.line([(500, 740), (500, 420)], lighter(mark, 0.4), 8)
    for i in range(5):
        for side in (-38, -142):
            c.fill(paths.leaf(500, 720 - i * 62, 130 - i * 12, 46, side), lighter(mark, 0.3))


def _hill_cover(c: Canvas, cover: tuple[int, int, int], mark: tuple[int, int, int]) -> None:
    c.oval(585, 470, 52, 52, PAPER)
    for i in range(3):
        tone = lighter(mark, 0.45 - i * 0.2)
        c.fill(
            [
                *paths.curve([(312, 640 + i * 40), (420, 560 + i * 50), (560, 640 + i * 40), (705, 575 + i * 55)]),
                (705, 809),
                (312, 809),
            ],
            tone,
        )


def _stripe_cover(c: Canvas, cover: tuple[int, int, int], mark: tuple[int, int, int]) -> None:
    for i in range(5):
        c.box(370, 430 + i * 62, 640 - i * 40, 458 + i * 62, lighter(mark, 0.1 + i * 0.14), 14)


RECIPES = {"notebook": notebook, "pen": pen, "ink_bottle": ink_bottle, "tape": tape, "book": book}
