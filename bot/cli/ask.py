"""`python -m bot ask`: an answer in the terminal."""

from __future__ import annotations

import json
import sys

import click

from bot.cli.answer_json import answer_json
from bot.cli.failures import FAILED
from bot.cli.terminal import styled
from bot.replies.answers import answer_text
from bot.replies.quotations import found_words
from bot.settings import load_settings
from bot.texts import Catalogue
from content import load_articles
from retrieval import Dictionaries, Retriever


@click.command()
@click.argument("question", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
def ask(question: tuple[str, ...], *, as_json: bool) -> None:
    """Answers QUESTION with a quote; exit code 1 when no article answers it."""
    settings = load_settings()
    texts = Catalogue()[settings.language]
    retriever = Retriever(load_articles(settings.content_dir), dictionaries=Dictionaries(settings.dictionary_folders))
    answer = retriever.answer(" ".join(question))
    if as_json:
        click.echo(json.dumps(answer_json(answer), ensure_ascii=False, indent=2))
    elif answer.subject:
        click.echo(styled(answer_text(answer, texts, articles=len(retriever.articles))))
        if answer.found:
            click.echo(found_words(answer.quotes[0], texts))
    else:
        click.echo(texts("ask-something-plain"))
    if not answer.found:
        sys.exit(FAILED)
