"""Who may see what: the one table from which all cells of the matrix are made."""

#: audience of a post: the relations (of the viewer to its author) in which it may be seen
MAY_SEE = {
    "public": {"self", "mutual", "fan", "stranger", "member", "muter", "logged_out", "staff"},
    "fans": {"self", "mutual", "fan", "muter"},
    "mutuals": {"self", "mutual"},
    "group": {"self", "member"},
    "self": {"self"},
}
AUDIENCES = tuple(MAY_SEE)

#: relation: what it says. `blocked` and `blocker` were mutual friends and members of the group before the block, the
#: follows of which ended; all that was delivered to them before is still stored.
RELATIONS = {
    "self": "the author",
    "mutual": "follows and is followed",
    "fan": "follows",
    "stranger": "nothing between them",
    "member": "in the group, follows nobody",
    "muter": "follows and has muted the author",
    "blocked": "blocked by the author",
    "blocker": "has blocked the author",
    "logged_out": "nobody",
    "staff": "a moderator: no second sight on the pages of the site",
}
READERS = {"self", "mutual", "fan"}
"""In whose feeds the author's posts stand."""


def seen(relation: str) -> set[str]:
    """The audiences of the posts that such a viewer may see."""
    return {audience for audience in AUDIENCES if relation in MAY_SEE[audience]}
