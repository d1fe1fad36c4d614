"""The shape of a language's rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from retrieval.language.checking_words import CheckingWords
from retrieval.language.premise_words import PremiseWords


def words(listed: str) -> frozenset[str]:
    """The blank-separated words of a list in source code, as they are written."""
    return frozenset(listed.split())


def fold_case(listed: str) -> frozenset[str]:
    """The same, case folded as retrieval compares words ("weiß" is "weiss")."""
    return words(listed.casefold())


def union(lists: Iterable[frozenset[str]]) -> frozenset[str]:
    """The words of all the lists."""
    return frozenset[str]().union(*lists)


def phrases(listed: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a list in source code, one a line or separated by commas, the longest first."""
    found = {
        tuple(phrase.split()) for line in listed.casefold().splitlines() for phrase in line.split(",") if phrase.strip()
    }
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


@dataclass(frozen=True, slots=True)
class AnswerTypePatterns:
    """How the language asks for a date, an age, a price, a number or a name, and how it writes these.

    A question expects what the first of its phrases in `durations`, `dates`, `ages`, `prices`, `numbers`, `names`,
    `persons`, `reasons` says. A duration is told by its length or by its ends. `months` are words that tell a date,
    weekdays among them. `age`, `price`, `name` and `number` are patterns (`re`, verbose,
    any case) of how texts tell these. `before_years` are words before a year, which otherwise looks like any number.
    """

    durations: tuple[tuple[str, ...], ...] = ()
    dates: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[tuple[str, ...], ...] = ()
    names: tuple[tuple[str, ...], ...] = ()
    months: frozenset[str] = frozenset()
    numerals: frozenset[str] = frozenset()
    ages: tuple[tuple[str, ...], ...] = ()
    prices: tuple[tuple[str, ...], ...] = ()
    persons: tuple[tuple[str, ...], ...] = ()
    reasons: tuple[tuple[str, ...], ...] = ()
    age: str = r"(?!)"
    price: str = r"(?!)"
    name: str = r"(?!)"
    number: str = r"(?!)"
    before_years: frozenset[str] = frozenset()

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """All phrases that tell what is expected."""
        return self.durations + self.dates + self.ages + self.prices + self.numbers + self.names + self.persons


@dataclass(frozen=True, slots=True)
class FollowUpPatterns:
    """How the language asks on about a quote, and how its texts answer that.

    `source` are messages that ask who says it, or whether it is sure, `more` those that ask for more of the same, and
    `onward` those that ask how it goes on.
    Patterns (`re`, verbose, any case), looked for in a sentence: `because` gives a reason or a purpose, `therefore`
    says that the sentence before did, `times` tell when in words that are no dates.
    """

    source: tuple[tuple[str, ...], ...] = ()
    more: tuple[tuple[str, ...], ...] = ()
    onward: tuple[tuple[str, ...], ...] = ()
    because: str = r"(?!)"
    therefore: str = r"(?!)"
    times: str = r"(?!)"


@dataclass(frozen=True, slots=True)
class TopicPatterns:
    """How the language asks about an article itself, and what people write who ask nothing.

    In the phrases "*" stands for the article, named by one of the `works` ("article") or by one of the `pointers`
    ("this"), and "#" for one of the `works` alone. `around` are words that may stand beside a phrase without making
    the message a question to the text. `talk` are phrases, and `talk_words` words, of thanks, greetings, laughter and
    `insults`, which are among them; `neutral` is what goes with them.
    """

    works: frozenset[str] = frozenset()
    pointers: frozenset[str] = frozenset()
    overview: tuple[tuple[str, ...], ...] = ()
    author: tuple[tuple[str, ...], ...] = ()
    published: tuple[tuple[str, ...], ...] = ()
    publisher: tuple[tuple[str, ...], ...] = ()
    url: tuple[tuple[str, ...], ...] = ()
    around: frozenset[str] = frozenset()
    talk: tuple[tuple[str, ...], ...] = ()
    talk_words: frozenset[str] = frozenset()
    insults: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LanguageRules:
    """Word lists of one language, all in lower case. Every list may be empty: the code then knows less, but works.

    `stemmer` is the name of its Snowball stemmer; `script`, how the Unicode names of its letters begin.
    `stop_words` carry grammar, not subject; `question_words`, which open a question, are among them.
    `small_talk` is what people say around a question: greetings, thanks, filler. `filler` are phrases of it whose words
    could otherwise be what is asked about ("weiß jemand").
    `light_words` are so common in any text that they say little of what a question is about.
    `abbreviations` end with a full stop, which they are listed without, that ends no sentence.
    `long_forms` has what some of them stand for: either is found by the other.
    `abbreviations_before_names` end none before a name or noun ("Bgm. Vogt"), `abbreviations_before_numbers` none
    before a digit ("Art. 12"), nor do words with `endings_before_numbers` ("Königstr. 4"), and
    `abbreviations_before_dates` none before what a date goes on with ("Tues. Feb. 3", "5 p.m. Monday").
    `legal_forms` stand behind "& Co.".
    `before_cardinals`: behind them, as behind a noun, a number is no ordinal ("älter als 14."); empty where a language
    writes ordinals without a full stop. Behind `before_large_cardinals` no large one is ("Er ist 18.").
    `behind_ordinals`: before them it always is one ("8. Februar").
    `leaning` are words that, opening a sentence, point at the one before ("Damit", "Er").
    `connecting` are those of them that only join the two ("Außerdem"): without a pronoun it is understood alone.
    `leaning_phrases` do the same in more than one word ("Dem Bericht zufolge").
    `prefixes` make another word of a noun ("Beispiel"); `capital_nouns`: nouns, and few other words, have a capital.
    `participle` is a pattern of participles whose groups `before` and `verb`, joined, look like the verb's other forms.
    `saying` are words by which a question asks for what somebody says, or for who says it.
    `statements` are verbs by which a question asks for somebody's words or opinion ("Was sagte …", "What did … say");
    `statement_at_end`: these stand behind whoever says it. `about` are words that open what it is said of.
    `reasons` are words by which a sentence gives a reason or a purpose; `why` asks for one.
    """

    code: str
    stemmer: str = ""
    script: str = field(default="LATIN", kw_only=True)
    stop_words: frozenset[str] = field(default=frozenset(), repr=False)
    question_words: frozenset[str] = field(default=frozenset(), repr=False)
    small_talk: frozenset[str] = field(default=frozenset(), repr=False)
    filler: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    light_words: frozenset[str] = field(default=frozenset(), repr=False)
    abbreviations: frozenset[str] = field(default=frozenset(), repr=False)
    long_forms: Mapping[str, str] = field(default_factory=dict, repr=False)
    abbreviations_before_names: frozenset[str] = field(default=frozenset(), repr=False)
    abbreviations_before_numbers: frozenset[str] = field(default=frozenset(), repr=False)
    abbreviations_before_dates: frozenset[str] = field(default=frozenset(), repr=False)
    endings_before_numbers: tuple[str, ...] = ()
    legal_forms: frozenset[str] = frozenset()
    before_cardinals: frozenset[str] = field(default=frozenset(), repr=False)
    before_large_cardinals: frozenset[str] = field(default=frozenset(), repr=False)
    behind_ordinals: frozenset[str] = field(default=frozenset(), repr=False)
    saying: frozenset[str] = field(default=frozenset(), repr=False)
    statements: frozenset[str] = field(default=frozenset(), repr=False)
    statement_at_end: bool = False
    about: frozenset[str] = field(default=frozenset(), repr=False)
    leaning: frozenset[str] = field(default=frozenset(), repr=False)
    connecting: frozenset[str] = field(default=frozenset(), repr=False)
    leaning_phrases: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    prefixes: frozenset[str] = field(default=frozenset(), repr=False)
    capital_nouns: bool = False
    participle: str = ""
    why: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    reasons: frozenset[str] = field(default=frozenset(), repr=False)
    joining: frozenset[str] = field(default=frozenset(), repr=False)
    answer_types: AnswerTypePatterns = field(default=AnswerTypePatterns(), repr=False)
    follow_ups: FollowUpPatterns = field(default=FollowUpPatterns(), repr=False)
    topics: TopicPatterns = field(default=TopicPatterns(), repr=False)
    premises: PremiseWords = field(default=PremiseWords(), repr=False)
    checking: CheckingWords = field(default=CheckingWords(), repr=False)
