"""Where sentences begin and end."""

import pytest
from hypothesis import given

from evmap.reading.sentences import split_sentences
from tests.reading.odd import any_text, page_like


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "marked",
    [
        "By harnessing exosomes, we strike cancer at its core… without all the collateral damage.",
        "The cancer cells die… and healthy cells get to carry on peacefully.",
        "You might be wondering, “Can I get this treatment now if I have cancer?”",
        "Even more impressive?| When tested on mice, the treatment helped.",
        "Even potential use as a vaccine!| Scientists are exploring it.",
        "T cells — CD8+ T cells — have the power to destroy tumor cells.| They do.",
        "They’re natural: Your body already produces them.",
        "Think of vesicles as the body's postal service—tiny envelopes.| These vesicles travel.",
        "Some drugs, e.g. The Pill, and others, i.e. none, work.| Others do not.",
        "Dr. Smith and Prof. J. R. Jones agree.| Mrs. Hall does not.",
        "Smith et al. Nature, showed it.| See Fig. 2 and Figs. S1 and S2.| It is clear.",
        "This was shown by Smith et al. The authors agree.".replace(". The", ".| The"),
        "It fell by 3.5 % in 2020.| The rest stayed.",
        "It was 5.| Then 6.",
        "See vol. 3, no. 5, pp. 7 and p. 9.| He said no.| We did not.",
        "On Feb. 20 and Sept. 3 it rained.| It stopped.",
        "In the U.S. Army it is known.| In the U.S. it is not.".replace("U.S. it", "U.S. it"),
        "He lives in the U.S.| The law is clear.",
        "She is at Acme Inc.| The firm is old.",
        "It holds E. coli and S. aureus.| Both are bacteria.",
        "Cells release RNA.| mRNA is one kind.| p53 is a protein.",
        "“It works.”| “Is it safe?”| Nobody knows.",
        "“Is it safe?” Dr. Hall asked.| “Yes!” she said.",
        "Is this it?!| Yes…| Really...| No.",
        "It ends (so we think).| (Or not.)| Yes.",
        "It is known.[3]| It is old.[12][13]| Yes.",
        "It is known.[3] but not by all.",
        "Node.js and example.com are names.| So is Yahoo.",
        "…how we might fix them.|Share this story.",
        "Prof.Hall said so.",
        "Go to www.Site.Com for more.",
        "1. First of all.| 2 follows.",
        "外泌体很小。|它们很重要！|是吗？|是。",
        "What? nobody knows that.",
        "It rose by approx. 20 mg.| Fine.",
        "One.| — Two.| “Three.”| ‘Four.’| (Five.)",
        "Stop.\u00a0| Next.".replace("| ", "|"),
        "No stop at all",
        "...",
        ". . . .",
    ],
)
def test_sentences_are_split_where_the_bars_are(marked: str) -> None:
    assert sentences(marked.replace("|", "")) == [part.strip() for part in marked.split("|")]


@given(any_text | page_like)
def test_nothing_but_white_space_is_left_between_sentences(text: str) -> None:
    spans = split_sentences(text, 0, len(text))
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(page_like)
def test_a_block_in_a_longer_text_is_split_alike(text: str) -> None:
    around = f"Before. {text} After."
    alone = [(start + 8, end + 8) for start, end in split_sentences(text, 0, len(text))]
    assert split_sentences(around, 8, 8 + len(text)) == alone
