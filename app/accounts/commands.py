"""`flask account …`: what only whoever has the machine may do; each act is a row in the audit log."""

import click
from flask import Flask, current_app
from flask.cli import AppGroup

from app.accounts import operations, queries, rules
from app.accounts.models import Account
from app.kernel import clock

account = AppGroup("account", help="Roles, and accounts whose second factor is lost.")


def init_app(app: Flask) -> None:
    """Add the commands to the app."""
    app.cli.add_command(account)


@account.command("set-role")
@click.argument("handle")
@click.argument("role", type=click.Choice(rules.ROLES))
@click.option("--reason", default="command line", show_default=True, help="Why; stands in the audit log.")
def set_role(handle: str, role: str, reason: str) -> None:
    """Give HANDLE the role ROLE in the back office and end its sessions."""
    person = _named(handle)
    try:
        operations.set_role(person, role=role, by=None, reason=reason, now=clock.now())
    except operations.RoleKept as refusal:
        raise click.ClickException(str(refusal.reason)) from refusal
    click.echo(f"@{person.handle} is {role} now.")
    if role != "member" and not queries.has_second_factor(person):
        click.echo("The back office opens once a second factor is set up at /settings/security.")


@account.command("reset-second-factor")
@click.argument("handle")
@click.option("--reason", default="command line", show_default=True, help="Why; stands in the audit log.")
def reset_second_factor(handle: str, reason: str) -> None:
    """Take all second factors and recovery codes off HANDLE and end its sessions; make sure who asks for it."""
    person = _named(handle)
    operations.reset_second_factors(person, by=None, reason=reason, now=clock.now())
    click.echo(f"@{person.handle} logs in with the password alone now.")


@account.command("code")
@click.argument("handle")
def code(handle: str) -> None:
    """Print what the authenticator app of HANDLE shows now. Not in production: there only its phone knows."""
    if current_app.config["APP_ENV"] == "production":
        raise click.ClickException("Not in production (APP_ENV).")
    shown = operations.reveal_code(_named(handle), now=clock.now())
    if shown is None:
        raise click.ClickException(f"@{handle} has no authenticator app.")
    click.echo(shown)


def _named(handle: str) -> Account:
    found = queries.accounts_named([rules.tidy_handle(handle)]).get(rules.tidy_handle(handle))
    if found is None:
        raise click.ClickException(f"There is no account @{handle}.")
    return found
