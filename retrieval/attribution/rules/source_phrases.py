"""Source phrases: the sentence names where it is from."""

from __future__ import annotations

from retrieval.attribution.rules.rule import IN_PASSING, Context, Finding, found
from retrieval.attribution.syntax.mentions import Mention
from retrieval.attribution.syntax.sentence import Clause, ClauseKind, NounPhrase, ParsedSentence

_LONGEST_PHRASE = 14
_INNER_MARKS = frozenset("„“”\"«»()'‚‘/&-")


def source_preposition(sentence: ParsedSentence, context: Context) -> Finding | None:
    """laut X, according to X

    Example: Laut einem Sprecher der Werft war die Fähre voll besetzt.
    """
    grammar, tokens = context.grammar, sentence.tokens
    opening = grammar.source_prepositions | grammar.norm_prepositions
    for index, token in sentence.plain():
        if token.lower not in opening:
            continue
        at = index + 2 if sentence.lower(index + 1) in grammar.preposition_tails else index + 1
        if index and sentence.lower(index - 1) == "," and grammar.is_relative(tokens, at):
            return found("source_preposition", sentence, token.form, noun_phrase_before(sentence, context, index - 1))
        phrase = grammar.noun_phrase(tokens, at) or _pronoun_at(sentence, context, at)
        if phrase and (token.lower in grammar.source_prepositions or grammar.can_speak(Mention.of(sentence, phrase))):
            return found("source_preposition", sentence, token.form, _whose(sentence, context, phrase), phrase)
    return None


def noun_phrase_before(sentence: ParsedSentence, context: Context, end: int) -> NounPhrase | None:
    """ "ein Gutachten der Werft, laut dem": whose the noun is that the relative clause hangs on, or the noun itself"""
    phrase = _phrase_before(sentence, context, end) if end else None
    return _whose(sentence, context, phrase) if phrase else None


def source_postposition(sentence: ParsedSentence, context: Context) -> Finding | None:
    """X zufolge

    Example: Dem Betreiber zufolge blieb die Fähre im Hafen.
    """
    for index, token in sentence.plain():
        if index == 0 or token.lower not in context.grammar.source_postpositions:
            continue
        phrase = _phrase_before(sentence, context, index)
        if phrase is None:
            continue
        if sentence.lower(phrase.start) in context.grammar.own:
            who = _own_subject(sentence, context, index) or phrase
            return found("source_postposition", sentence, token.form, who, phrase)
        return found("source_postposition", sentence, token.form, _whose(sentence, context, phrase), phrase)
    return None


def statement_of(sentence: ParsedSentence, context: Context) -> Finding | None:
    """nach Angaben von X, nach Ansicht des X, nach eigenen Angaben

    Example: Nach Angaben der Werft war die Fähre voll besetzt.
    """
    grammar, tokens = context.grammar, sentence.tokens
    for index, token in sentence.plain():
        if token.lower not in grammar.statement_prepositions:
            continue
        phrase = grammar.noun_phrase(tokens, index + 1)
        if phrase is None or not _is_statement(sentence, context, index + 1, phrase):
            continue
        cue = f"{token.form} {tokens[phrase.head].form}"
        if sentence.lower(index + 1) in grammar.own:
            return found("statement_of", sentence, cue, _own_subject(sentence, context, index) or phrase, phrase)
        return found("statement_of", sentence, cue, _whose(sentence, context, phrase), phrase)
    return None


def opinion_of(sentence: ParsedSentence, context: Context) -> Finding | None:
    """seiner Ansicht nach, X' Meinung nach

    Example: Die Ministerin winkt ab. Die Fähre ist ihrer Ansicht nach zu alt.
    """
    grammar, tokens = context.grammar, sentence.tokens
    for index, token in sentence.plain():
        if (
            token.lower not in grammar.statement_prepositions
            or index < 2
            or not _is_opinion(sentence, context, index - 1)
        ):
            continue
        if grammar.noun_phrase(tokens, index + 1) is not None:
            continue  # "in der Meinung nach vorn"
        phrase = _phrase_before(sentence, context, index)
        whole = NounPhrase(phrase.start if phrase else index - 2, index, index - 1)
        return found(
            "opinion_of", sentence, f"{tokens[index - 1].form} {token.form}", _holder(sentence, context, whole), whole
        )
    return None


def _is_opinion(sentence: ParsedSentence, context: Context, at: int) -> bool:
    token = sentence.tokens[at]
    return token.capital and not token.quoted and context.grammar.is_opinion(token)


def _holder(sentence: ParsedSentence, context: Context, opinion: NounPhrase) -> NounPhrase:
    """Whose opinion it is: "ihrer | Ansicht", "Beobachters | Meinung" """
    if sentence.lower(opinion.start) in context.grammar.possessives or opinion.end - opinion.start == 2:
        return NounPhrase(opinion.start, opinion.start + 1, opinion.start)
    return opinion


def so_speaker(sentence: ParsedSentence, context: Context) -> Finding | None:
    """…, so X

    Example: Die Fähre sei voll gewesen, so die Reederin.
    """
    grammar, tokens = context.grammar, sentence.tokens
    for index, token in sentence.plain():
        if token.lower not in grammar.source_adverbs or index + 1 >= len(tokens):
            continue
        if index and tokens[index - 1].word:
            continue
        phrase = grammar.noun_phrase(tokens, index + 1, subject=True)
        if phrase and (
            (index > 0 and _ends_there(sentence, phrase)) or (index == 0 and sentence.lower(phrase.end) == ":")
        ):
            return found("so_speaker", sentence, token.form, phrase)
        if index and tokens[index + 1].lower in grammar.pronouns and sentence.lower(index + 2) in (".", ",", ""):
            return found("so_speaker", sentence, token.form, NounPhrase(index + 1, index + 2, index + 1))
    return None


def _ends_there(sentence: ParsedSentence, phrase: NounPhrase) -> bool:
    """Whether the sentence goes on behind the phrase without a verb: "…, so wird es gehen" has one."""
    following = next((c for c in sentence.clauses if c.start < phrase.end <= c.end), None)
    return (
        following is None
        or following.kind is not ClauseKind.MAIN
        or (following.verb is not None and following.verb.finite < phrase.start)
    )


def as_speaker_says(sentence: ParsedSentence, context: Context) -> Finding | None:
    """wie X mitteilte, as X put it

    Example: Wie die Reederei mitteilte, war die Fähre voll besetzt.
    """
    grammar = context.grammar
    for clause in sentence.clauses:
        inserted = clause.start > 0 and clause.opener in grammar.source_adverbs and clause.kind is ClauseKind.MAIN
        if clause.verb is None or clause.verb.modal or not (_compares(sentence, context, clause) or inserted):
            continue
        if clause.verb.lemma not in grammar.framing or gives_a_term(sentence, clause):
            continue
        cue = sentence.tokens[clause.verb.head].form
        if clause.verb.passive:
            return found("as_speaker_says", sentence, cue, grammar.agent(sentence, clause))
        return found("as_speaker_says", sentence, cue, _subject_or_place(sentence, context, clause))
    return None


def gives_a_term(sentence: ParsedSentence, clause: Clause) -> bool:
    """ "… a horse (or, as the paper called it, “the nag”)": only what stands in quotation marks right behind it"""
    behind = next((q for q in sentence.quotations if q.start >= sentence.tokens[clause.start].start), None)
    if clause.start == 0 or behind is None:
        return False
    said = sum(behind.covers(token.start, token.end) for token in sentence.tokens if token.word)
    between = [t for t in sentence.tokens[clause.end :] if t.word and t.end <= behind.start]
    return not between and said < IN_PASSING * sum(token.word for token in sentence.tokens)


def _compares(sentence: ParsedSentence, context: Context, clause: Clause) -> bool:
    """ "wie die Bahn sagte"; "wie viele Bahnen" is a question"""
    if clause.opener not in context.grammar.comparing:
        return False
    opener = next(at for at in range(clause.start, clause.end) if sentence.lower(at) == clause.opener)
    return sentence.lower(opener + 1) not in context.grammar.degrees


def it_says_in(sentence: ParsedSentence, context: Context) -> Finding | None:
    """heißt es in X, it says in X

    Example: Die Fähre sei voll gewesen, heißt es in dem Gutachten.
    """
    for clause in sentence.clauses:
        if (
            clause.verb
            and clause.verb.lemma in context.grammar.emerging
            and (place := _place(sentence, context, clause))
        ):
            cue = sentence.tokens[clause.verb.head].form
            points_back = sentence.lower(0) in context.grammar.demonstratives and clause.start == 0
            return Finding("it_says_in", cue, Mention.of(sentence, place), points_back=points_back)
        if clause.verb and clause.verb.lemma in context.grammar.impersonal and _is_impersonal(sentence, clause):
            place = _place(sentence, context, clause) or _place_anywhere(sentence, context) or _text(sentence, context)
            cue = sentence.tokens[clause.verb.head].form
            who = Mention.of(sentence, place) if place else None
            nobody = place is None and not sentence.has(*context.grammar.going_on)
            return Finding("it_says_in", cue, who, nobody=nobody)
    return None


def _pronoun_at(sentence: ParsedSentence, context: Context, at: int) -> NounPhrase | None:
    return NounPhrase(at, at + 1, at) if sentence.lower(at) in context.grammar.pronouns else None


def _is_impersonal(sentence: ParsedSentence, clause: Clause) -> bool:
    verb = clause.verb.finite if clause.verb else 0
    return "es" in (sentence.lower(verb - 1), sentence.lower(verb + 1)) or "it" in (sentence.lower(verb - 1),)


def _subject_or_place(sentence: ParsedSentence, context: Context, clause: Clause) -> NounPhrase | None:
    """wie die Bahn mitteilte; wie es in dem Bericht heißt"""
    subject = context.grammar.subject(sentence, clause)
    if subject and sentence.lower(subject.start) in context.grammar.nobody:
        return _place(sentence, context, clause)
    emerges = clause.verb is not None and clause.verb.lemma in context.grammar.emerging
    return subject or (_place(sentence, context, clause) if emerges else None)


def _place(sentence: ParsedSentence, context: Context, clause: Clause) -> NounPhrase | None:
    for index in range(clause.start, clause.end):
        if sentence.lower(index) in context.grammar.places and not sentence.tokens[index].quoted:
            phrase = context.grammar.noun_phrase(sentence.tokens, index + 1)
            if phrase and _can_hold_words(sentence, context, phrase):
                return _whose(sentence, context, phrase)
    return None


def _can_hold_words(sentence: ParsedSentence, context: Context, phrase: NounPhrase) -> bool:
    """Whether words can stand there, or come from there: "in Ellersund" and "am Montag" hold none."""
    grammar, tokens = context.grammar, sentence.tokens
    mention = Mention.of(sentence, phrase)
    somebody = grammar.is_body(mention) or grammar.is_person(mention) or grammar.is_medium(mention)
    titled = any(not token.word for token in mention.tokens)
    return somebody or titled or grammar.is_statement(tokens[phrase.head])


def document(sentence: ParsedSentence, context: Context) -> NounPhrase | None:
    """Whose words a document has that the sentence names: "In dem Bericht der Werft wird kritisiert, dass …" """
    for index, token in sentence.plain():
        if token.lower in context.grammar.places and (
            phrase := context.grammar.noun_phrase(sentence.tokens, index + 1)
        ):
            if not context.grammar.is_statement(sentence.tokens[phrase.head]):
                continue
            return _whose(sentence, context, phrase)
    return None


def _place_anywhere(sentence: ParsedSentence, context: Context) -> NounPhrase | None:
    for clause in sentence.clauses:
        if phrase := _place(sentence, context, clause):
            return phrase
    return None


def _text(sentence: ParsedSentence, context: Context) -> NounPhrase | None:
    """Auf der Internetseite heißt es: whatever the sentence begins with holds the words, unless it is a time."""
    if sentence.lower(0) not in context.grammar.places | {"auf"}:
        return None
    phrase = context.grammar.noun_phrase(sentence.tokens, 1)
    return phrase if phrase and phrase.end - phrase.start > 1 else None


def _is_statement(sentence: ParsedSentence, context: Context, at: int, phrase: NounPhrase) -> bool:
    noun = next((token for token in sentence.tokens[at : phrase.end] if token.capital), None)
    if noun is None or not (context.grammar.is_statement(noun) or _is_interim(sentence, context, phrase)):
        return False
    if sentence.lower(at - 1) in context.grammar.view_prepositions:
        return context.grammar.is_opinion(noun) and context.grammar.attribute(sentence.tokens, phrase) is not None
    numbered = sentence.lower(phrase.end)[:1].isdigit() and noun.lower in context.grammar.numbered
    return not numbered  # "nach Artikel 68"


def _is_interim(sentence: ParsedSentence, context: Context, phrase: NounPhrase) -> bool:
    """ "nach ersten Ermittlungen": what was found so far, and not when"""
    grammar = context.grammar
    inner = [token.lower for token in sentence.tokens[phrase.start : phrase.head]]
    return sentence.lower(phrase.head) in grammar.inquiries and bool(grammar.interim.intersection(inner))


def _whose(sentence: ParsedSentence, context: Context, phrase: NounPhrase) -> NounPhrase:
    """In "Angaben der Polizei" the police speaks; "ersten Angaben" belong to nobody else."""
    if sentence.lower(phrase.start) in context.grammar.possessives and not _is_relation(sentence, context, phrase):
        return NounPhrase(phrase.start, phrase.start + 1, phrase.start)
    if context.grammar.is_statement(sentence.tokens[phrase.head]) or _is_interim(sentence, context, phrase):
        return context.grammar.attribute(sentence.tokens, phrase) or phrase
    first = phrase.end - 2
    if phrase.start == first and context.grammar.is_statement(sentence.tokens[first]):
        return NounPhrase(first + 1, phrase.end, first + 1)  # "Einschätzung Tiemanns"
    return phrase


def _is_relation(sentence: ParsedSentence, context: Context, phrase: NounPhrase) -> bool:
    """ "their lawyers" speak themselves, "their account" is theirs"""
    grammar, noun = context.grammar, sentence.tokens[phrase.head]
    relation = grammar.names_relations or grammar.is_person(Mention.of(sentence, phrase))
    return relation and not (grammar.is_statement(noun) or grammar.is_opinion(noun))


def _own_subject(sentence: ParsedSentence, context: Context, at: int) -> NounPhrase | None:
    """nach eigenen Angaben: of the subject of the clause; of whom a pronoun stands for where that is a thing"""
    for clause in sorted(sentence.clauses, key=lambda clause: not clause.start <= at < clause.end):
        if clause.verb and (subject := context.grammar.subject(sentence, clause)):
            mention = Mention.of(sentence, subject)
            return _pronoun(sentence, context) if context.grammar.is_thing(mention) else subject
    return None


def _pronoun(sentence: ParsedSentence, context: Context) -> NounPhrase | None:
    """The first personal pronoun of the sentence: "Als Vorlage diente ihm nach eigener Aussage ein Foto" """
    pronouns = context.grammar.pronouns - context.grammar.possessives
    at = next((at for at, token in sentence.plain() if token.lower in pronouns), None)
    return None if at is None else NounPhrase(at, at + 1, at)


def _phrase_before(sentence: ParsedSentence, context: Context, end: int) -> NounPhrase | None:
    """The longest noun phrase that ends at token `end`; a pronoun there is all of it."""
    grammar, tokens = context.grammar, sentence.tokens
    if tokens[end - 1].lower in grammar.pronouns:
        return NounPhrase(end - 1, end, end - 1)
    best: NounPhrase | None = None
    for start in range(end - 1, max(-1, end - _LONGEST_PHRASE), -1):
        token = tokens[start]
        if not token.word and token.form not in _INNER_MARKS:
            break
        if token.word and not token.capital and grammar.is_finite(token):
            break
        phrase = grammar.noun_phrase(tokens, start)
        if phrase is not None and phrase.end == end:
            best = phrase
    return best
