"""`flask recount`."""

import sys

import click
from flask import Flask

from app.engagement import queries as engagement
from app.posts import queries as posts
from app.relationships import queries as relationships


def init_app(app: Flask) -> None:
    """Add the command to the app."""
    app.cli.add_command(recount)


@click.command("recount")
def recount() -> None:
    """Compare all counters with the rows they count; ends with 1 where they differ."""
    wrong = [*relationships.miscounts(), *posts.miscounts(), *engagement.miscounts()]
    for miscount in wrong:
        click.echo(f"{miscount.counter} of {miscount.row_id}: {miscount.stored}, should be {miscount.true}")
    click.echo(f"{len(wrong)} counters differ" if wrong else "all counters agree")
    if wrong:
        sys.exit(1)
