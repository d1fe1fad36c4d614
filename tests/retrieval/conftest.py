"""Articles that the tests of this package share."""

from __future__ import annotations

import pytest

from content import Article
from retrieval import WORDS_ALONE, Retriever
from retrieval.encoder import why_not

BRIDGE = """# Die neue Brücke

Die Stadt Lindau baut seit März 2021 eine neue Brücke über den Rhein. Sie soll 48 Millionen Euro kosten. Planerin ist \
die Ingenieurin Clara Öztürk aus Köln.

Am 8. Februar wurde der Verkehr gesperrt. Damit wollte die Stadt die Bauarbeiter schützen. Radfahrer dürfen die \
Baustelle weiterhin queren.

## Kritik

Der Einzelhändler Jörg Strauß hält die Sperrung für überzogen. Seine Umsätze seien um ein Drittel gefallen, weil die \
Kundschaft ausbleibe. Bürgermeisterin Meyer widersprach ihm."""


@pytest.fixture(scope="session")
def bridge() -> Article:
    return Article.from_text(BRIDGE, title="Lindau sperrt die Rheinbrücke", language="de")


@pytest.fixture(scope="session")
def retriever(bridge: Article) -> Retriever:
    """By words alone: the same on every machine."""
    return Retriever([bridge], WORDS_ALONE)


@pytest.fixture(scope="session")
def by_meaning(bridge: Article) -> Retriever:
    """With the encoder of this machine."""
    if reason := why_not():
        pytest.skip(reason)
    return Retriever([bridge])
