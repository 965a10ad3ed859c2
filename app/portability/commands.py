"""`flask account import`: somebody comes from another site with her data."""

import contextlib
import secrets
from pathlib import Path

import click

from app.kernel import clock
from app.portability import operations


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--password-prompt", is_flag=True, help="Ask for the password of each new account.")
def take_in(files: tuple[Path, ...], password_prompt: bool) -> None:
    """Take in the data exports FILES of another site, or of this one: account, posts, pictures, relations, comments,
    likes. Several at once find each other; done again it changes nothing, and fills in what was missing before.

    Without --password-prompt each new account gets a password by chance, which is shown once.
    """
    made: dict[str, str] = {}

    def password_for(handle: str) -> str:
        if password_prompt:
            return str(click.prompt(f"Password for @{handle}", hide_input=True, confirmation_prompt=True))
        made[handle] = secrets.token_urlsafe(12)
        return made[handle]

    with contextlib.ExitStack() as stack:
        packs = [stack.enter_context(operations.opened(file)) for file in files]
        try:
            arrivals = operations.take_in(packs, now=clock.now(), password_for=password_for)
        except operations.NotTaken as refusal:
            raise click.ClickException(str(refusal.reason)) from refusal
    for arrival in arrivals:
        handle = arrival.account.handle
        click.echo(f"@{handle}: {'new here' if arrival.is_new else 'was here already'}")
        for kind in sorted(arrival.taken | arrival.skipped):
            left_out = f", {arrival.skipped[kind]} left out" if arrival.skipped[kind] else ""
            click.echo(f"  {kind}: {arrival.taken[kind]}{left_out}")
        if handle in made:
            click.echo(f"  password: {made[handle]}")
