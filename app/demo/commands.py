"""`flask demo`: fill an empty site with the demo world."""

import sys
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path

import click
from flask import Flask, current_app

from app.demo import content, operations
from app.kernel import clock, logs

CHINA = timezone(timedelta(hours=8))  # the people of the world live by this clock
SEED = 2026


def init_app(app: Flask) -> None:
    """Add the command to the app."""
    app.cli.add_command(demo)


@click.command("demo")
@click.option("--seed", default=SEED, show_default=True, help="The same seed gives the same world.")
def demo(seed: int) -> None:
    """Fill an empty site with people, products and what they say about them; takes about half a minute."""
    now, started = clock.now(), time.monotonic()
    try:
        with logs.quiet():
            operations.build(content.load(seed, clock=minute_of_day(now)), seed=seed, now=now, say=say)
    except operations.NotEmpty as refusal:
        click.echo(
            f"There are {refusal.accounts} accounts here already; the demo world wants an empty site. "
            "Point INSTANCE_DIR (or DATABASE_URL) to a fresh one, migrate it, and try again.",
            err=True,
        )
        sys.exit(1)
    target = Path(current_app.config["INSTANCE_DIR"]) / "demo_logins.txt"
    target.write_text(operations.logins_of(content.load(seed)), encoding="utf-8")
    say(f"done in {time.monotonic() - started:.0f} s; logins: {target}")


def minute_of_day(now: datetime) -> int:
    """Where the day stands for the people of the world."""
    there = now.astimezone(CHINA)
    return there.hour * 60 + there.minute


def say(line: str) -> None:
    """One line of progress."""
    click.echo(f"  {line}")
