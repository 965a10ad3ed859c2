"""What has happened to links and products."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LinkPasted:
    """An address waits to be fetched."""

    link_id: int


@dataclass(frozen=True)
class LinkResolved:
    """It is known what is behind a link: a product, a page, or nothing we could read."""

    link_id: int
    status: str


@dataclass(frozen=True)
class ProductChanged:
    """Price, availability or state of a product were seen to differ."""

    product_id: int


@dataclass(frozen=True)
class ProductMerged:
    """A product is the same as another one: whoever keeps something about the first keeps it about `into_id` now."""

    product_id: int
    into_id: int
