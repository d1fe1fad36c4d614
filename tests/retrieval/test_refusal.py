import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import Article
from retrieval import Retriever
from retrieval.evidence import Vocabulary, coverage, weigh, weight
from retrieval.language import GERMAN
from retrieval.lexicon import Lexicon, Token
from retrieval.refusal import ACROSS, FITTED, NOTHING, Refusal, Signals
from retrieval.words import words_of

LEXICON = Lexicon(GERMAN)
SHARES = st.floats(0, 1)


def read(text: str) -> tuple[Token, ...]:
    return LEXICON.read(words_of(text))


def test_a_vocabulary_has_words_by_stem_or_by_their_letters() -> None:
    vocabulary = Vocabulary.of(read("Die Häuser des Elektroautoherstellers"))
    haus, autos, mond = read("Haus Elektroautos Mond")
    assert vocabulary.has(haus) == 1.0
    assert 0.5 < vocabulary.has(autos) < 1.0
    assert vocabulary.has(mond) == 0.0


def test_names_and_numbers_weigh_most_and_common_words_least() -> None:
    name, plain, light = read("Taiwan aktivieren Jahr")
    assert weight(name, "Taiwan") > weight(plain, "aktivieren") > weight(light, "Jahr") > 0


def test_coverage_is_the_share_by_weight() -> None:
    assert coverage([(3.0, 1.0), (1.0, 0.0)]) == pytest.approx(0.75)
    assert coverage([(1.0, 0.5), (1.0, 0.0)]) == pytest.approx(0.25)
    assert coverage([]) == 0.0


def test_what_stands_in_every_sentence_weighs_less_than_what_stands_in_none() -> None:
    musk, mond = read("Musk Mond")
    (_, present), (_, missing) = weigh([(musk, 1.0), (mond, 1.0)], [5, 0], 5, lambda *_: False)
    assert missing > 5 * present


def test_the_words_of_a_name_share_one_weight() -> None:
    elon, musk = read("Elon Musk")
    alone = weigh([(elon, 1.0), (musk, 1.0)], [0, 0], 0, lambda *_: False)
    together = weigh([(elon, 1.0), (musk, 1.0)], [0, 0], 0, lambda *name: name == ("elon", "musk"))
    assert sum(counts for _, counts in together) == pytest.approx(sum(counts for _, counts in alone) / 2)


@given(
    st.builds(Signals, SHARES, SHARES, SHARES, SHARES, SHARES),
    st.sampled_from(Signals._fields[:5]),
    st.sampled_from((FITTED, ACROSS)),
)
def test_more_evidence_never_makes_an_answer_less_likely(signals: Signals, name: str, refusal: Refusal) -> None:
    more = Signals(**{**signals._asdict(), name: 1.0})
    assert refusal.probability(NOTHING) <= refusal.probability(signals) <= refusal.probability(more) <= 1


def test_the_nearest_passage_is_shown_before_there_is_an_answer() -> None:
    assert 0 < FITTED.near < FITTED.answer < 1
    assert FITTED.probability(NOTHING) < FITTED.near


def test_a_question_about_a_name_of_the_article_is_not_answered_by_the_name(bridge: Article) -> None:
    retriever = Retriever([bridge])
    near = retriever.signals("Wie viele Einwohner hat Lindau?")
    assert near.article < retriever.signals("Was baut die Stadt Lindau?").article
