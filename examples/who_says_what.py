"""Lists who says what in the articles of a folder, with the words that show it.

.venv/bin/python -m examples.who_says_what FOLDER
"""

import sys

from content import load_articles
from retrieval import attributions


def main(folder: str) -> None:
    for article in load_articles(folder):
        print(article.title)
        for reported in attributions(article):
            sentence = article.text[reported.start : reported.end]
            speaker = reported.speaker or reported.mention or "somebody"
            print(f"- {speaker} ({reported.cue}, {reported.confidence}): {sentence}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m examples.who_says_what FOLDER")
    main(*sys.argv[1:])
