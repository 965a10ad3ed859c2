"""`python -m tests.bench [unfurling|feeds|plans|words]`: measure, one line a figure."""

import sys

from tests.bench import feeds, plans, unfurling, words

ALL = {"unfurling": unfurling.figures, "feeds": feeds.figures, "plans": plans.costs, "words": words.figures}

if __name__ == "__main__":
    for name in sys.argv[1:] or ALL:
        for figure in ALL[name]():
            print(figure, flush=True)
