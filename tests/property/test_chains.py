"""The `//@name:` chain of a repost: what feeds trim is always its oldest end, and they say so."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.kernel import clock
from app.posts import operations, presenters, rules
from app.posts.presenters.folding import halves

WORDS = st.one_of(
    st.just(""),
    st.integers(1, 140).map(lambda count: "好" * count),
    st.integers(1, 280).map(lambda count: "a" * count),
    st.sampled_from(["😀" * 30, "👨‍👩‍👧真好" * 8, "看 https://shop.example/k?a=1 这个"]),
)
LINKS = st.lists(st.tuples(WORDS, st.booleans(), st.booleans()), min_size=1, max_size=9)


def weight(link):
    return sum(map(halves, link.segments))


def test_what_is_trimmed_is_the_oldest_end(unscored, make_account):
    people = [make_account() for _ in range(3)]

    @settings(max_examples=60, deadline=None)
    @given(LINKS)
    def check(links):
        now = clock.now()
        post = operations.publish(by=people[0], text="根", now=now)
        gone = []
        for number, (words, shows_chain, is_deleted) in enumerate(links):
            by = people[number % 3]
            post = operations.repost(post, by=by, text=words, now=clock.now(), shows_chain=shows_chain)
            if is_deleted and number < len(links) - 1:
                gone.append((post, by))
        for one, by in gone:
            operations.delete(one, by=by, now=clock.now())
        whole = presenters.post_view(post, viewer=people[0], full=True)
        trimmed = presenters.post_view(post, viewer=people[0])
        assert not whole.chain_is_trimmed
        assert trimmed.chain == whole.chain[: len(trimmed.chain)]
        assert sum(map(weight, trimmed.chain)) <= 2 * rules.WORDS_MAX
        assert trimmed.chain_is_trimmed == (len(trimmed.chain) < len(whole.chain))
        if trimmed.chain_is_trimmed:
            one_more = whole.chain[: len(trimmed.chain) + 1]
            assert sum(map(weight, one_more)) > 2 * rules.WORDS_MAX
        if links[-1][1]:
            reached = next((n for n, link in enumerate(reversed(links[:-1]), 1) if not link[1]), len(links) - 1)
            assert len(whole.chain) == reached
        else:
            assert whole.chain == []

    check()
