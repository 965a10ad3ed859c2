"""`flask consume`: a process of its own that works the queue off."""

import click
from flask import Flask, current_app

from app.kernel import jobs


@click.command("consume")
@click.option("--workers", default=8, show_default=True, help="How many deliveries at a time.")
def consume(workers: int) -> None:
    """Work off what follows posts, reposts and comments, until stopped."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    jobs.consumer_of(app, workers=workers).run()
