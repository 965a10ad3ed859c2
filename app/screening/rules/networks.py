"""Whose neighbours accounts are, seen from where they act."""

from app.kernel.networks import address_in, block_of


def public_network(address: str) -> str:
    """The block of an address; '' for one that is not public: there everybody is a neighbour."""
    found = address_in(address)
    return block_of(found) if found is not None and found.is_global else ""
