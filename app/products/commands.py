"""`flask card-preview`: what the site makes of a link."""

import json
import sys

import click
from flask import Flask, current_app

from app.kernel.fetching import FetchRefused
from app.products import queries, rules
from app.products.unfurling import PageReading


def init_app(app: Flask) -> None:
    """Give the app its command."""
    app.cli.add_command(card_preview)


@click.command("card-preview")
@click.argument("url")
@click.option("--base", default="", help="Read the page as if it stood at this address.")
def card_preview(url: str, base: str) -> None:
    """Print as JSON what becomes of URL: kind (product/page), title, price, currency, availability, image, shop."""
    try:
        reading = queries.page_behind(url, base=base, trust_loopback=bool(current_app.config["TRUST_LOOPBACK"]))
    except FetchRefused as refusal:
        reason = rules.reason_for(refusal.problem.value)
        click.echo(json.dumps({"kind": "failed", "error": reason.code, "message": str(reason)}, ensure_ascii=False))
        sys.exit(1)
    click.echo(json.dumps(_as_json(reading), ensure_ascii=False, indent=2))


def _as_json(reading: PageReading) -> dict[str, object]:
    return {
        "kind": reading.kind,
        "title": reading.title,
        "price": None if reading.price is None else str(reading.price),
        "currency": reading.currency,
        "availability": reading.availability,
        "image": reading.image_url,
        "shop": reading.shop_name or reading.domain,
        "domain": reading.domain,
        "description": reading.description,
        "brand": reading.brand,
        "url": reading.canonical_url,
        "price_confidence": reading.price_confidence,
    }
