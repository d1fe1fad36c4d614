"""Asks the articles of a folder: what they say, where it stands, and whom they report.

.venv/bin/python -m examples.ask_an_article FOLDER QUESTION
"""

import sys

from content import load_articles
from retrieval import Retriever


def main(folder: str, question: str) -> None:
    answer = Retriever(load_articles(folder)).answer(question)
    if not answer.found:
        sys.exit("That isn't answered.")
    quote = answer.quotes[0]
    reported = quote.attribution
    who = f"reporting {reported.speaker or reported.mention}" if reported else "in its own voice"
    print(f"{quote.article.title}, paragraph {quote.paragraph.number}, {who}:")
    print(quote.text)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: python -m examples.ask_an_article FOLDER QUESTION")
    main(*sys.argv[1:])
