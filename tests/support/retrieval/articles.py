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

# Texts that questions take things for given about.
HARBOUR = """Der Hafen von Lindwarden wird am 4. September geschlossen. Das sagte Bürgermeisterin Karin Ottmann am \
Montag. Die Firma Hellbeck aus Kiel hatte 312 Boote gezählt und 48.000 Euro verlangt.

Fischer Anton Brevik warf Karin Ottmann Untätigkeit vor. Die Preise für Kabeljau sind seit 2021 gestiegen. \
Die Fischer wollen nicht verkaufen, weil sie um ihre Liegeplätze fürchten.

Der Stadtrat hatte dreizehn Sitzungen gebraucht. Norwegen rief seinen Botschafter aus Schweden zurück."""

MARROW = """The town of Marrow closed its bridge on 4 September. Engineer Clara Fenwick found 312 cracks.

Owen Hale called the report "hasty"."""
