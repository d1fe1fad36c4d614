"""German words that exclude each other."""

from __future__ import annotations

OPPOSITES = (
    (
        r"(?:an)?(?:gestiegen|steig(?:en|t)|stieg(?:en)?)|(?:zu|an)?(?:gewachsen|wächst|wuchs(?:en)?)|zunehmen|zunimmt"
        r"|zugenommen|zunahm(?:en)?|erhöh(?:en|t|te|ten)|anstieg|zuwachs|wachstum|zunahme"
        r"|(?:mehr|höher|größer) als (?:im|in|vor|zuvor|am|noch|bisher)",
        r"(?:ge|ab)?(?:sunken|sink(?:en|t)|sank(?:en)?)|gefallen|zurückgegangen|abgenommen|abnehmen|abnahm|verringer\w+"
        r"|gesenkt|senk(?:en|t|te|ten)|geschrumpft|schrumpf(?:en|t|te|ten)|abnahme|rückgang"
        r"|(?:weniger|niedriger|kleiner) als (?:im|in|vor|zuvor|am|noch|bisher)",
    ),
    (
        r"stopp(?:en|t|te|ten)|gestoppt|(?:ein(?:zu)?)?stell(?:en|t|te|ten)(?=.*\bein\b)|einstell(?:en|t|te|ten)"
        r"|eingestellt|einzustellen|beend(?:en|et|ete|eten)|abbrechen|abgebrochen|aufhören|aufgehört|aufgeben|aufgegeben",
        r"fortsetz(?:en|t|te|ten)|fortgesetzt|fortzusetzen|weiterführ(?:en|t|te)|weitergeführt|weiterlaufen|weitermachen"
        r"|fortführ(?:en|t|te)|fortgeführt",
    ),
    (
        r"ge(?:wonnen|wann(?:en)?|winn(?:en|t))|sieg(?:en|t|te|ten)|gesiegt|vorne?|in führung|führ(?:t|te|ten)"
        r"|vorsprung",
        r"verl(?:oren|or(?:en)?|ier(?:en|t))|unterlag(?:en)?|unterlegen|zurückgelegen|zurücklag(?:en)?|rückstand|hinten",
    ),
    (
        r"ablehn(?:en|t|te|ten)|abgelehnt|abzulehnen|lehn(?:t|te|ten|en)(?=.*\bab\b)|verw(?:arf(?:en)?|orfen|irft|erfen)"
        r"|zurückgewiesen",
        r"zustimm(?:en|t|te|ten)|zugestimmt|zuzustimmen|stimm(?:t|te|ten)(?=.*\bzu\b)|ann(?:ehmen|immt)|angenommen"
        r"|billig(?:en|t|te|ten)|gebilligt|befürwort(?:en|et|ete|eten)",
    ),
    (r"verboten|verb(?:iet(?:en|et)|ot(?:en)?)|untersag\w+", r"erlaub(?:en|t|te|ten)|gestatt(?:en|et|ete|eten)"),
    (r"(?:ge)?öffn(?:en|et|ete|eten)|offen", r"schlie(?:ß|ss)(?:en|t)|schloss(?:en)?|geschlossen"),
    (r"begonnen|begann(?:en)?|beginn(?:en|t)", r"geendet|end(?:en|et|ete|eten)|aufgehört"),
    (r"lob(?:en|t|te|ten)|gelobt", r"kritisier(?:en|t|te|ten)|tadel(?:n|t|te|ten)|gerügt|rüg(?:en|t|te|ten)"),
    (r"länger\w*|verlänger\w+", r"kürzer\w*|verkürz\w+"),
    # "Weniger am Wetter als am Preis" is no smaller number.
    (
        r"mehr|meisten|größer\w*|grösser\w*|höher\w*|größte[nrs]?",
        r"weniger(?! (?:am|an|auf|aus|durch|für|im|in|mit|um|vom|von|wegen|zu|zum|zur)\b.* als\b)|wenigsten|kleiner\w*"
        r"|niedriger\w*",
    ),
    (r"viel|viele[sn]?|alles", r"nichts|wenig|wenige[sn]?"),
    (r"früher\w*|vorzeitig\w*|verfrüht\w*", r"später\w*|verspätet\w*|verzögert\w*"),
    (r"dafür|stimm(?:te|ten)(?=.*\bfür\b)", r"dagegen|stimm(?:te|ten)(?=.*\bgegen\b)"),
    (r"schneller\w*", r"langsamer\w*"),
    (r"stärker\w*|verstärk\w+", r"schwächer\w*|geschwächt|abgeschwächt"),
    (r"freigesprochen|freispruch", r"verurteilt\w*|verurteilung"),
    (r"optimistisch\w*|zuversichtlich\w*", r"pessimistisch\w*|skeptisch\w*"),
    # "Zum ersten Mal seit 1968" says that the last time was then.
    (r"erste[nrs]?(?!.*\bseit\b)", r"letzte[nrs]?"),
    (r"heimlich\w*", r"öffentlich\w*|offen"),
    (r"freiwillig\w*", r"gezwungen\w*|zwangsweise"),
    (r"wahrscheinlich\w*|möglich\w*|denkbar\w*", r"unwahrscheinlich\w*|unmöglich\w*|ausgeschlossen|undenkbar\w*"),
    (r"teurer\w*|verteuer\w+", r"billiger\w*|günstiger\w*|verbillig\w+"),
    (r"besser\w*|verbesser\w+", r"schlecht\w{0,3}|verschlechter\w+"),
    (r"zufrieden\w*|erfreut|begeistert\w*", r"unzufrieden\w*|enttäuscht\w*|verärgert\w*"),
    (r"kauf(?:en|t|te|ten)|gekauft|erw(?:irbt|arb(?:en)?|orben)", r"verkauf(?:en|t|te|ten)"),
    (r"einführ(?:en|t|te|ten)|eingeführt|einzuführen", r"abschaff(?:en|t|te|ten)|abgeschafft|abzuschaffen"),
    (r"baut(?:en)?|bauen|gebaut|errichtet\w*", r"abriss|abreißen|abgerissen|reißen(?=.*\bab\b)"),
    (r"verlassen|verließ(?:en)?|verlässt", r"betreten|betrat(?:en)?|betritt"),
    (r"jünger\w*|jüngste[nrs]?", r"älter\w*|älteste[nrs]?"),
    (r"voll\w{0,2}", r"leer\w{0,2}"),
    (r"gelungen|gelang(?:en)?|geglückt", r"misslungen|misslang(?:en)?|gescheitert|scheiter(?:n|t|te|ten)"),
    (r"gewinn|überschuss", r"verlust|defizit|fehlbetrag"),
    (r"zustimmung|zusage|ja", r"ablehnung|absage|nein"),
    (r"bestätig(?:en|t|te|ten)", r"dementier(?:en|t|te|ten)|bestreite[nt]|bestritt(?:en)?"),
    (r"legal\w*|erlaubt\w*|rechtmäßig\w*", r"illegal\w*|rechtswidrig\w*"),
    (r"schuldig\w*", r"unschuldig\w*"),
    (r"links", r"rechts"),
    (r"nördlich\w*|norden", r"südlich\w*|süden"),
    (r"westlich\w*|westen", r"östlich\w*|osten"),
    (r"morgens?|früh|vormittags?", r"mittags?", r"nachmittags?", r"abends?", r"nachts?|mitternacht"),
)

OPPOSITE_PREFIXES = (
    ("un", ""),
    *(("auf", "ab"), ("zu", "ab"), ("ein", "aus"), ("an", "ab"), ("auf", "zu"), ("vor", "nach"), ("hin", "rück")),
    *(("nord", "süd"), ("ost", "west"), ("ober", "unter"), ("über", "unter"), ("rein", "raus"), ("innen", "außen")),
    *(("vorder", "hinter"), ("groß", "klein"), ("alt", "neu"), ("hoch", "tief"), ("kurz", "lang"), ("früh", "spät")),
    *(("sommer", "winter"), ("mehr", "minder"), ("links", "rechts")),
)

OPPOSITE_PREPOSITIONS = (("für", "gegen"), ("ohne", "mit"))
