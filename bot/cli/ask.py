"""`python -m bot ask`: an answer in the terminal."""

from __future__ import annotations

import json
import sys
from typing import TextIO

import click

from bot.articles.retrievers import retriever_source
from bot.cli.failures import FAILED
from bot.cli.output.checks_text import checks_text, is_confirmed
from bot.cli.output.explanation_text import explanation_text
from bot.cli.output.progress import show_encoding, show_reading
from bot.cli.output.terminal import terminal_text
from bot.config.settings import load_settings
from bot.messages.texts import Catalogue, Texts
from bot.replies.answer_json import answer_json
from bot.replies.answers import answer_text, visible_quotes
from bot.replies.checks_json import checks_json
from bot.replies.explanation_json import explanation_json
from bot.replies.quotes.quotations import found_words
from retrieval import Answer, Retriever, Verdict


@click.command()
@click.argument("question", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
@click.option("--explain", is_flag=True, help="Tell also why: words, passages, the decision, the rule for who says it.")
@click.option(
    "--check",
    "checked",
    type=click.File(encoding="utf-8-sig", errors="replace"),
    metavar="FILE",
    help="Check the quotations of a text instead, - for standard input; exit code 1 when one is altered or absent.",
)
def ask(question: tuple[str, ...], *, as_json: bool, explain: bool, checked: TextIO | None) -> None:
    """Answers QUESTION with a quote; exit code 1 when no article answers it, or it cannot be looked up."""
    if bool(question) is (checked is not None):
        raise click.UsageError("Either a question, or a text whose quotations to check, is needed.")
    settings = load_settings()
    texts = Catalogue()[settings.language]
    retriever = retriever_source(settings).load_whole(show_reading, show_encoding)
    if checked:
        _check(checked.read(), retriever, texts, as_json=as_json)
        return
    asked = " ".join(question)
    explanation = retriever.explain(asked) if explain else None
    answer = explanation.answer if explanation else retriever.answer(asked)
    if as_json:
        explained = {"explanation": explanation_json(explanation)} if explanation else {}
        click.echo(json.dumps(answer_json(answer) | explained, ensure_ascii=False, indent=2))
    else:
        click.echo(_answer_lines(answer, texts, articles=len(retriever.articles)))
        if explanation:
            click.echo("\n" + explanation_text(explanation, texts))
    if not answer.found:
        sys.exit(FAILED)


def _check(text: str, retriever: Retriever, texts: Texts, *, as_json: bool) -> None:
    checks = retriever.check(text)
    written = json.dumps(checks_json(text, checks), ensure_ascii=False, indent=2) if as_json else None
    click.echo(written or checks_text(text, checks, texts))
    if not all(map(is_confirmed, checks)):
        sys.exit(FAILED)


def _answer_lines(answer: Answer, texts: Texts, *, articles: int) -> str:
    if not answer.subject:
        return texts("ask-something-plain")
    show_reading = terminal_text(answer_text(answer, texts, articles=articles))
    if answer.verdict is Verdict.NONE:
        return show_reading
    return f"{show_reading}\n{found_words(visible_quotes(answer), texts)}".rstrip("\n")
