"""The article that tests of retrieval share."""

from __future__ import annotations

BRIDGE = """# Die neue Brücke

Die Stadt Lindau baut seit März 2021 eine neue Brücke über den Rhein. Sie soll 48 Millionen Euro kosten. Planerin ist \
die Ingenieurin Clara Öztürk aus Köln.

Am 8. Februar wurde der Verkehr gesperrt. Damit wollte die Stadt die Bauarbeiter schützen. Radfahrer dürfen die \
Baustelle weiterhin queren.

## Kritik

Der Einzelhändler Jörg Strauß hält die Sperrung für überzogen. Seine Umsätze seien um ein Drittel gefallen, weil die \
Kundschaft ausbleibe. Bürgermeisterin Meyer widersprach ihm."""
