"""Finding an article's attributions: sentence by sentence, rule by rule."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from content import Article
from retrieval.attribution.attribution import Attribution
from retrieval.attribution.confidence import confidence_of, is_named
from retrieval.attribution.resolved import Resolved, resolve
from retrieval.attribution.rules import RULES, SOURCE_PHRASES, Context, Finding
from retrieval.attribution.rules.saying import announces, speaks
from retrieval.attribution.speakers.discourse import Discourse
from retrieval.attribution.speakers.names import Names, mentions_in, one_name_each, titles_behind, titles_told
from retrieval.attribution.speakers.resolution import antecedent, speaking
from retrieval.attribution.syntax.grammar import Grammar
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.parser import headline, headline_source, sentences_of
from retrieval.attribution.syntax.sentence import ClauseKind, NounPhrase, ParsedSentence
from retrieval.attribution.turns import Interview

# Rules that read a source's name where it is said to be one, be it a person's or a paper's.
_NAMES_SOURCES = SOURCE_PHRASES | {"so_speaker", "it_says_in", "cited", "named_source", "anaphoric_source"}

# Sentences: the longest quotation whose speaker is looked for at its end.
_AHEAD = 25


def find(article: Article, grammar: Grammar) -> tuple[Attribution, ...]:
    """The reported sentences of the article, in order."""
    sentences = sentences_of(article, grammar)
    mentions = [tuple(mentions_in(sentence, grammar)) for sentence in sentences]
    names = Names.of(grammar, sentences, chain.from_iterable(mentions))
    title = headline(article)
    discourse = Discourse(source=headline_source(title, grammar), bearers=names.bearers, common=names.common)
    interview = Interview.of(article, title, sentences, mentions, grammar)
    results: dict[int, Attribution] = {}
    for index, sentence in enumerate(sentences):
        if index in interview.said:
            if answer := interview.said[index]:
                results[index] = answer
            continue
        if sentence.is_note:
            continue
        if sentence.is_entry or (index and _has_heading(article, sentences[index - 1], sentence)):
            discourse.pause()
        discourse.reading, discourse.current = sentence, mentions[index]
        discourse.here = _named_subject(sentence, grammar)
        context = Context(grammar, discourse, sentences[index + 1 : index + _AHEAD] if sentence.speech else ())
        finding = _best(sentence, context)
        if finding and finding.mention and _says_nothing(finding.mention, grammar):
            finding = None  # "we asked her" and "the clock says nine" are the article's own voice
        found = resolve(finding, discourse, grammar) if finding else Resolved(None)
        if finding and not (sentence.introduces and not sentence.speech):
            results[index] = _attribution(sentence, finding, found, names)
            if finding.points_back and index and index - 1 not in results:
                results[index - 1] = _attribution(sentences[index - 1], finding, found, names)
        _note(discourse, sentence, finding, found, grammar)
    reported = one_name_each(results[index] for index in sorted(results))
    return tuple(_with_sources_only(each, grammar, article.text) for each in reported)


def _with_sources_only(attribution: Attribution, grammar: Grammar, text: str) -> Attribution:
    """Without the speaker's name if it is a subject that says nothing: "vierte Tonne Kali", "tausende Tote" """
    name = attribution.speaker
    kept = name is None or attribution.rule in _NAMES_SOURCES or grammar.is_source(name, text)
    return attribution if kept else replace(attribution, speaker=None)


def _says_nothing(mention: Mention, grammar: Grammar) -> bool:
    if mention.first in grammar.hardly_anybody:
        return True
    return grammar.is_thing(mention) or all(token.lower in grammar.first_persons for token in mention.tokens)


def _has_heading(article: Article, one: ParsedSentence, other: ParsedSentence) -> bool:
    """Whether a heading stands between the two sentences."""
    return one.paragraph != other.paragraph and bool(article.text[one.span.end : other.span.start].strip())


def _best(sentence: ParsedSentence, context: Context) -> Finding | None:
    """The finding of the first rule that knows the speaker; failing that, of the first rule that fires."""
    fallback = None
    for rule in RULES:
        finding = rule(sentence, context)
        if finding and (finding.mention or finding.nobody):
            return finding
        fallback = fallback or finding
    return fallback


def _attribution(sentence: ParsedSentence, finding: Finding, found: Resolved, names: Names) -> Attribution:
    return Attribution(
        sentence.span.start,
        sentence.span.end,
        names.of_speaker(found.speaker) if found.speaker and is_named(found.share) else None,
        finding.written or (finding.mention.text if finding.mention else None),
        finding.cue,
        confidence_of(found.share),
        finding.rule,
        found.way,
    )


def _note(
    discourse: Discourse, sentence: ParsedSentence, finding: Finding | None, found: Resolved, grammar: Grammar
) -> None:
    """What the next sentence has to know."""
    speaker = found.speaker
    if finding:
        discourse.share = found.share if speaker else discourse.share
        discourse.speaker, discourse.silence, discourse.rule = speaker or discourse.speaker, 0, finding.rule
        if speaker:
            said = (token.lower for _, token in sentence.plain() if grammar.is_statement(token))
            discourse.statements.update(dict.fromkeys(said, speaker))
        if speaker and _is_source(speaker, finding, grammar):
            discourse.source = speaker
        for quotation in sentence.speech:
            if speaker:
                discourse.quotations.setdefault(quotation.start, speaker)
    elif unfinished := speaks(sentence, Context(grammar, discourse)) or announces(
        sentence, Context(grammar, discourse)
    ):
        discourse.speaker, discourse.silence, discourse.rule = speaking(unfinished, discourse, grammar), 0, None
        discourse.share = 1.0
    else:
        discourse.silence += 1
        discourse.rule = None
    discourse.subjects.append(_subject(sentence, grammar, discourse))
    discourse.remember(discourse.current)
    discourse.titled += [(title, mention) for mention in discourse.current for title in grammar.titles(mention)]
    discourse.titled += titles_behind(discourse.current, sentence.text, grammar)
    discourse.titled += titles_told(sentence, discourse.current, grammar)
    discourse.sentence += 1
    discourse.paragraph = sentence.paragraph


def _is_source(speaker: Mention, finding: Finding, grammar: Grammar) -> bool:
    """Whether a later "dem Bericht zufolge" can mean this speaker: a medium, or what a source phrase names."""
    if not grammar.is_name(speaker) or grammar.is_person(speaker):
        return False
    return grammar.is_medium(speaker) or finding.rule in SOURCE_PHRASES


def _named_subject(sentence: ParsedSentence, grammar: Grammar) -> Mention | None:
    """The subject of its first main clause, unless that is a pronoun itself."""
    main = next((c for c in sentence.clauses if c.kind is ClauseKind.MAIN), None)
    phrase = grammar.subject(sentence, main) if main else None
    if phrase is None or sentence.lower(phrase.start) in grammar.pronouns | grammar.nobody:
        return None
    return Mention.of(sentence, phrase)


def _is_one_of_two(sentence: ParsedSentence, phrase: NounPhrase, grammar: Grammar) -> bool:
    """ "Uwe Seifert und Jan Brandt": neither of them is the subject"""
    following = sentence.tokens[phrase.end + 1 : phrase.end + 2]
    return sentence.lower(phrase.end) in grammar.coordinators and any(token.capital for token in following)


def _subject(sentence: ParsedSentence, grammar: Grammar, discourse: Discourse) -> Mention | None:
    for clause in sentence.clauses:
        if clause.kind is ClauseKind.MAIN and (phrase := grammar.subject(sentence, clause)):
            if _is_one_of_two(sentence, phrase, grammar):
                return None
            return antecedent(Mention.of(sentence, phrase), discourse, grammar)
    if sentence.quotations or not any(token.word and not token.capital for token in sentence.tokens):
        return None  # „…“ Lea Brandt, 28
    persons = [mention for mention in discourse.current if discourse.is_somebody(mention, grammar)]
    return persons[0] if len(persons) == 1 else None
