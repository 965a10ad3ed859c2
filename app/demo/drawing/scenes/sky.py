"""What hangs above a landscape at a time of day."""

from app.demo.drawing import paths
from app.demo.drawing.canvas import Canvas
from app.demo.drawing.colours import BUTTER, PAPER, TIMES, WHITE, Colour, clear, ink, mix

SUNNY = ("dawn", "day", "dusk")


def time_of(variant: str, c: Canvas, choices: tuple[str, ...] = tuple(TIMES)) -> str:
    """The wished time of day, or one of the fitting ones."""
    return variant if variant in TIMES else c.rng.choice(choices)


def paint_sky(c: Canvas, time: str, horizon: float) -> Colour:
    """Gradient, sun or moon, clouds or stars; tells the colour of the haze at the horizon."""
    top, low = TIMES[time]
    c.wash(top, mix(top, low, 0.6), low, bottom=horizon + 20)
    x, y = c.w * c.rng.uniform(0.15, 0.85), horizon * c.rng.uniform(0.25, 0.6)
    if time == "night":
        for _ in range(70):
            r = c.rng.uniform(1.5, 4)
            c.oval(c.rng.uniform(0, c.w), c.rng.uniform(0, horizon * 0.9), r, r, clear(WHITE, c.rng.uniform(0.3, 0.9)))
        c.glow(x, y, 260, 260, BUTTER, 0.5)
        full = c.rng.random() < 0.5
        c.fill(paths.oval(x, y, 62, 62) if full else paths.crescent(x, y, 64), ink("f6ecc8"))
    elif time != "grey":
        sun = {"dawn": ink("f6b98c"), "day": ink("fdf3cf"), "dusk": ink("f08a5d")}[time]
        y = horizon * (0.75 if time != "day" else 0.3)
        c.glow(x, y, 420, 420, sun, 0.8)
        c.oval(x, y, 74, 74, mix(sun, WHITE, 0.25))
    if time in ("day", "grey", "dawn"):
        for _ in range(c.rng.choice((2, 3, 4))):
            cloud(c, c.rng.uniform(0, c.w), c.rng.uniform(0.1, 0.6) * horizon, c.rng.uniform(0.6, 1.2))
    return low


def cloud(c: Canvas, x: float, y: float, size: float) -> None:
    tone = clear(PAPER, 0.7)
    c.box(x - 150 * size, y - 18 * size, x + 150 * size, y + 30 * size, tone, 30)
    c.oval(x - 50 * size, y - 20 * size, 70 * size, 50 * size, tone)
    c.oval(x + 46 * size, y - 10 * size, 56 * size, 40 * size, tone)
