"""`flask media-clean`."""

import click
from flask import Flask

from app.kernel import clock
from app.media import operations


def init_app(app: Flask) -> None:
    """Add the command to the app."""
    app.cli.add_command(media_clean)


@click.command("media-clean")
def media_clean() -> None:
    """Remove uploaded pictures and videos that were not used within a day."""
    removed = 0
    while batch := operations.remove_orphans(clock.now()):
        removed += batch
    click.echo(f"{removed} unused files removed")
