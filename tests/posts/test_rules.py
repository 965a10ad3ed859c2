"""Who may repost and comment, by what stands between two people: answers about rows in hand."""

import pytest

from app.posts import rules
from app.posts.models import COMMENTERS, REPOSTERS
from app.posts.rules import Standing

#: who is asking: (is the author, follows, is followed)
AUTHOR, MUTUAL, FAN, FOLLOWED, STRANGER = (
    (True, False, False), (False, True, True), (False, True, False), (False, False, True), (False, False, False),
)  # fmt: skip
MAY_REPOST = {
    "all": {AUTHOR, MUTUAL, FAN, FOLLOWED, STRANGER},
    "fans": {AUTHOR, MUTUAL, FAN},
    "mutuals": {AUTHOR, MUTUAL},
    "none": {AUTHOR},
}
MAY_COMMENT = {
    "all": {AUTHOR, MUTUAL, FAN, FOLLOWED, STRANGER},
    "fans": {AUTHOR, MUTUAL, FAN},
    "followed": {AUTHOR, MUTUAL, FOLLOWED},
    "none": {AUTHOR},
}
PEOPLE = [AUTHOR, MUTUAL, FAN, FOLLOWED, STRANGER]


def standing(post, person):
    is_own, follows, is_followed = person
    return Standing(post, is_own=is_own, follows=follows, is_followed=is_followed)


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("reposters", REPOSTERS)
def test_who_may_repost(alice, bob, make_post, make_repost, reposters, person):
    free = standing(make_post(by=bob), STRANGER)
    root = standing(make_post(by=alice, reposters=reposters), person)
    parent = standing(make_repost(free.post, by=alice, reposters=reposters), person)
    may = person in MAY_REPOST[reposters]
    assert (rules.why_not_repost(root, root) is None) == may
    assert (rules.why_not_repost(free, root) is None) == may
    assert (rules.why_not_repost(parent, free) is None) == may


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("commenters", COMMENTERS)
def test_who_may_comment(alice, bob, make_post, commenters, person):
    post = make_post(by=alice, commenters=commenters)
    is_own, follows, is_followed = person
    by = alice if is_own else bob
    reason = rules.why_not_comment(post, by=by, follows=follows, is_followed=is_followed)
    assert (reason is None) == (person in MAY_COMMENT[commenters])


def test_each_refusal_says_what_the_author_has_chosen(alice, bob, make_post):
    said = {
        str(rules.why_not_repost(one, one))
        for one in (standing(make_post(by=alice, reposters=choice), STRANGER) for choice in REPOSTERS[1:])
    } | {
        str(rules.why_not_comment(make_post(by=alice, commenters=choice), by=bob, follows=False, is_followed=False))
        for choice in COMMENTERS[1:]
    }
    assert len(said) == 6
