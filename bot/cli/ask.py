"""`python -m bot ask`: an answer in the terminal."""

from __future__ import annotations

import sys
from typing import TextIO

import click

from bot.articles.article_search import newest_articles
from bot.articles.retrievers import retriever_source
from bot.articles.scope import ChatScope
from bot.cli.failures import FAILED
from bot.cli.output.checks_text import checks_text, is_confirmed
from bot.cli.output.encoding import json_text
from bot.cli.output.explanation_text import explanation_text
from bot.cli.output.printing import echo
from bot.cli.output.progress import show_encoding, show_reading
from bot.cli.output.terminal import terminal_text, terminal_width, wrap
from bot.config.settings import InterfaceLanguage, load_settings
from bot.messages.texts import Catalogue, Texts
from bot.replies.answer_json import answer_json
from bot.replies.checks.checks_json import checks_json
from bot.replies.explanation_json import explanation_json
from bot.replies.questions.answers import answer_text, visible_quotes
from bot.replies.questions.topics import topic_reply
from bot.replies.quotes.quote_block import found_words
from bot.replies.style import ReplyStyle
from retrieval import Answer, Retriever, Topic, Verdict, certain_language_of

# As many can be chosen from at a glance.
_MOST_ARTICLES = 20


@click.command()
@click.argument("question", nargs=-1)
@click.option("--article", "slug", metavar="SLUG", help="Ask this article alone: the name of its file without .md.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
@click.option("--explain", is_flag=True, help="Tell also why: words, passages, the decision, the rule for who says it.")
@click.option(
    "--check",
    "text",
    type=click.File(encoding="utf-8-sig", errors="replace"),
    metavar="FILE",
    help="Check the quotations of a text instead, - for standard input; exit code 1 when one is altered or absent.",
)
def ask(question: tuple[str, ...], *, slug: str | None, as_json: bool, explain: bool, text: TextIO | None) -> None:
    """Answers QUESTION with a quote; "-", or none, reads it from standard input.

    Exit code 1 when no article answers it, or it cannot be looked up.
    """
    if text and question:
        raise click.UsageError("Either a question, or a text whose quotations to check, is needed.")
    asked = "" if text else _asked(question)
    settings = load_settings()
    loaded, faults = retriever_source(settings).load_whole(show_reading, show_encoding)
    for fault in faults:
        click.echo(f"{click.style('left out:', fg='yellow')} {fault}", err=True)
    retriever = _of_article(loaded, slug)
    if text:
        _check(text.read(), retriever, Catalogue()[settings.language], as_json=as_json)
        return
    texts = Catalogue().for_code(certain_language_of(asked, list(InterfaceLanguage)), settings.language)
    explanation = retriever.explain(asked) if explain else None
    answer = explanation.answer if explanation else retriever.answer(asked)
    if as_json:
        explained = {"explanation": explanation_json(explanation)} if explanation else {}
        echo(json_text(answer_json(answer) | explained))
    else:
        echo(wrap(_answer_lines(answer, retriever, texts), terminal_width()))
        if explanation:
            echo("\n" + wrap(explanation_text(explanation, texts), terminal_width()))
    if not answer.found:
        sys.exit(FAILED)


def _asked(question: tuple[str, ...]) -> str:
    """The question as it was given, or as standard input has it; for that nobody is kept waiting who did not ask so."""
    if question not in ((), ("-",)):
        return " ".join(question)
    is_waited_for = bool(question) or not sys.stdin.isatty()
    piped = sys.stdin.buffer.read().decode("utf-8-sig", "replace").strip() if is_waited_for else ""
    if not question and not piped:
        raise click.UsageError("A question is needed, or a text whose quotations to check.")
    return piped


def _of_article(retriever: Retriever, slug: str | None) -> Retriever:
    """What answers from all articles, or from the one with this slug alone."""
    if slug is None:
        return retriever
    for article in retriever.articles:
        if article.slug == slug:
            return retriever.within(article)
    raise click.BadParameter(f'no article is called "{slug}"', param_hint="--article")


def _check(text: str, retriever: Retriever, texts: Texts, *, as_json: bool) -> None:
    checks = retriever.check(text)
    written = json_text(checks_json(text, checks)) if as_json else None
    echo(written or wrap(checks_text(text, checks, texts), terminal_width()))
    if not all(map(is_confirmed, checks)):
        sys.exit(FAILED)


def _answer_lines(answer: Answer, retriever: Retriever, texts: Texts) -> str:
    """What is said in a private chat, without what is only to be tapped there."""
    style = ReplyStyle(texts, article=ChatScope(retriever).only_article)
    if answer.topic:
        return _topic_lines(answer, retriever, style)
    if not answer.subject:
        return texts("ask-something-plain")
    shown = terminal_text(answer_text(answer, retriever, style))
    if answer.verdict is Verdict.NONE:
        return shown
    return f"{shown}\n{found_words(visible_quotes(answer), texts)}".rstrip("\n")


def _topic_lines(answer: Answer, retriever: Retriever, style: ReplyStyle) -> str:
    if answer.topic is not Topic.TALK and len(retriever.articles) > 1:
        articles = newest_articles(retriever.articles)[:_MOST_ARTICLES]
        return "\n".join([style.texts("which-article-option"), *(f"  {each.slug}: {each.title}" for each in articles)])
    reply = topic_reply(answer, retriever, style)
    return terminal_text(reply.text) if reply else ""
