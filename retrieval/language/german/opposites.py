"""German words that exclude each other."""

from __future__ import annotations

OPPOSITES = (
    (
        r"(?:an)?(?:gestiegen|steig(?:en|t)|stieg(?:en)?)|(?:zu|an)?(?:gewachsen|wächst|wuchs(?:en)?)|zunehmen|zunimmt"
        r"|zugenommen|zunahm(?:en)?|erhöh(?:en|t|te|ten)|anstieg|zuwachs|wachstum|zunahme|(?:an)?(?:ge|zu)?hob(?:en)?"
        r"|anheb(?:en|t|ung)|(?:ver)(?:doppel|dreifach|vierfach)(?:n|t|te|ten)|aufgestockt|aufstocken|ausgeweitet"
        r"|gew(?:ann|innt|onnen)(?=.*\ban wert\b)"
        r"|(?:mehr|höher|größer) als (?:im|in|vor|zuvor|am|noch|bisher)",
        r"(?:ge|ab)?(?:sunken|sink(?:en|t)|sank(?:en)?)|gefallen|zurückgegangen|abgenommen|abnehmen|abnahm|verringer\w+"
        r"|gesenkt|senk(?:en|t|te|ten)|senkung|geschrumpft|schrumpf(?:en|t|te|ten)|abnahme|rückgang|fiel(?:en)?|fällt"
        r"|fallen|reduzier(?:en|t|te|ten)|halbier(?:en|t|te|ten)|gekürzt|kürz(?:en|t|te|ten)|kürzung|herabgesetzt"
        r"|verl(?:or|iert|oren)(?=.*\ban wert\b)"
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
        r"|billig(?:en|t|te|ten)|gebilligt|befürwort(?:en|et|ete|eten)|genehmig(?:en|t|te|ten)|akzeptier(?:en|t|te|ten)",
    ),
    (
        r"verboten|verb(?:iet(?:en|et)|ot(?:en)?)|untersag\w+",
        r"erlaub(?:en|t|te|ten)|gestatt(?:en|et|ete|eten)|zugelassen|zulass(?:en|t)|zulässig",
    ),
    (
        r"(?:ge)?öffn(?:en|et|ete|eten)|offen\w{0,2}|freigegeben|freizugeben",
        r"schlie(?:ß|ss)(?:en|t)|schloss(?:en)?|geschlossen\w{0,2}|(?:ge)?sperr(?:en|t|te|ten)",
    ),
    (r"begonnen|begann(?:en)?|beginn(?:en|t)", r"geendet|end(?:en|et|ete|eten)|aufgehört"),
    (
        r"lob(?:en|t|te|ten)|gelobt|begrüß(?:en|t|te|ten)|gut finden|finden(?=.*\bgut\b)",
        r"kritisier(?:en|t|te|ten)|tadel(?:n|t|te|ten)|gerügt|rüg(?:en|t|te|ten)|beklag(?:en|t|te|ten)|schlecht finden",
    ),
    (r"länger\w*|verlänger\w+", r"kürzer\w*|verkürz\w+"),
    (r"mehr|meisten|größer\w*|grösser\w*|höher\w*|größte[nrs]?", r"weniger|wenigsten|kleiner\w*|niedriger\w*"),
    (r"viel|viele[sn]?|alles", r"nichts|wenig|wenige[sn]?"),
    (r"früher\w*|vorzeitig\w*|verfrüht\w*", r"später\w*|verspätet\w*|verzögert\w*"),
    (r"dafür|stimm(?:te|ten)(?=.*\bfür\b)", r"dagegen|stimm(?:te|ten)(?=.*\bgegen\b)"),
    (r"schnell\w*|zügig\w*|beschleunig\w+", r"langsam\w*|verlangsam\w+"),
    (r"plötzlich\w*|schlagartig|auf einen schlag", r"allmählich|schrittweise|nach und nach"),
    (r"stärker\w*|verstärk\w+", r"schwächer\w*|geschwächt|abgeschwächt"),
    (r"starke[nmrs]?", r"schwache[nmrs]?"),
    (r"warm\w{0,2}|wärmer\w*|heiß\w*", r"kalt\w{0,2}|kälter\w*|kühl\w*"),
    (r"nass\w*|feucht\w*", r"trocken\w*"),
    (r"hell\w{0,2}|heller\w*", r"dunk(?:el|le)\w*"),
    (r"laut(?:er|e[nr]?|es)", r"leise\w*"),
    (r"hart\w{0,2}|härter\w*", r"weich\w{0,2}|weicher\w*"),
    (r"dick\w{0,2}|dicker\w*", r"dünn\w{0,2}|dünner\w*"),
    (r"breit\w{0,2}|breiter\w*", r"schmal\w{0,2}|schmaler\w*|schmäler\w*"),
    (r"schwer\w*", r"leicht\w*"),
    (r"einfach\w*", r"schwierig\w*|kompliziert\w*"),
    (r"reich\w{0,2}", r"arm|arme[nmrs]?"),
    (r"gesund\w{0,2}", r"krank\w{0,2}|erkrankt\w*"),
    (r"voran|vorwärts", r"rückwärts"),
    (r"oben|obere[nmrs]?", r"unten|untere[nmrs]?"),
    (r"drinnen", r"draußen|im freien"),
    (r"häufig\w*|oft|regelmäßig", r"selten\w*"),
    (r"mindestens", r"höchstens"),
    (r"gemeinsam|zusammen", r"getrennt"),
    (r"vollständig|komplett", r"teilweise|zum teil"),
    (r"kostenlos\w*|gratis|umsonst", r"kostenpflichtig\w*|gebührenpflichtig\w*"),
    (r"pünktlich", r"verspätet"),
    (r"privat\w{0,2}", r"staatlich\w*|städtisch\w*|öffentlich\w*"),
    (r"befürworter\w*|anhänger\w*", r"gegner\w*|kritiker\w*"),
    (r"mieter\w*", r"vermieter\w*"),
    (r"arbeitgeber\w*", r"arbeitnehmer\w*|beschäftigte\w*"),
    (r"sieg", r"niederlage"),
    (r"einnahmen", r"ausgaben"),
    (
        r"(?:ein|an)geschaltet|(?:ein|an)(?:zu)?schalt(?:en|et)|hochgefahren|hochfahren",
        r"(?:aus|ab)geschaltet|(?:aus|ab)(?:zu)?schalt(?:en|et)|heruntergefahren|herunterfahren",
    ),
    (
        r"empf(?:ehlen|iehlt|ahl|ahlen|ohlen)|r(?:aten|ät|iet|ieten)(?=.*\b(?:zum|zur|dazu)\b)",
        r"abraten|abzuraten|abgeraten|r(?:aten|ät|iet|ieten)(?=.*\bab\b)|warn(?:en|t|te|ten)|gewarnt",
    ),
    (r"überleb(?:en|t|te|ten)", r"gestorben|starb(?:en)?|umgekommen|getötet|ertrunken|verendet"),
    (
        r"(?:zu|ein)gegeben|eingeräumt|gestanden|räum(?:t|te|ten)(?=.*\bein\b)",
        r"(?:ab)?bestritt(?:en)?|(?:ge)?leugne\w+",
    ),
    (r"gegründet|gründ(?:en|et|ete|eten)", r"aufgelöst|auflös(?:en|t|te|ten)"),
    (r"verschärf\w+", r"(?:ge)?locker(?:n|t|te|ten)|gelockert|entschärf\w+"),
    (r"verhäng(?:en|t|te|ten)", r"aufgehoben|aufheb(?:en|t)|aufzuheben"),
    (r"unterstütz(?:en|t|te|ten)", r"bekämpf(?:en|t|te|ten)|lehn(?:en|t|te|ten)(?=.*\bab\b)"),
    (r"vertrau(?:en|t|te|ten)", r"misstrau(?:en|t|te|ten)"),
    (r"entlassen|gefeuert|rausgeworfen", r"eingestellt|angestellt|befördert"),
    (r"beigetreten|eingetreten", r"ausgetreten"),
    (r"vergrößer\w+|ausgebaut|erweiter\w+", r"verkleiner\w+|abgebaut"),
    (r"einstimmig\w*", r"knapp\w*|mehrheitlich"),
    (r"freigesprochen|freispruch", r"verurteilt\w*|verurteilung"),
    (r"optimistisch\w*|zuversichtlich\w*", r"pessimistisch\w*|skeptisch\w*"),
    (r"erste[nrs]?", r"letzte[nrs]?"),
    (r"heimlich\w*", r"öffentlich\w*|offen"),
    (r"freiwillig\w*", r"gezwungen\w*|zwangsweise"),
    (r"wahrscheinlich\w*|möglich\w*|denkbar\w*", r"unwahrscheinlich\w*|unmöglich\w*|ausgeschlossen|undenkbar\w*"),
    (r"teurer\w*|verteuer\w+|höhere[nrs]? (?:preise|kosten|löhne)\w*", r"billiger\w*|günstiger\w*|verbillig\w+"),
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
    (r"frühling|frühjahr", r"sommer", r"herbst", r"winter"),
)

OPPOSITE_PREFIXES = (
    ("un", ""),
    *(
        ("auf", "ab"),
        ("zu", "ab"),
        ("ein", "aus"),
        ("an", "ab"),
        ("an", "aus"),
        ("auf", "zu"),
        ("vor", "nach"),
        ("hin", "rück"),
    ),
    *(("nord", "süd"), ("ost", "west"), ("ober", "unter"), ("über", "unter"), ("rein", "raus"), ("innen", "außen")),
    *(("vorder", "hinter"), ("groß", "klein"), ("alt", "neu"), ("hoch", "tief"), ("kurz", "lang"), ("früh", "spät")),
    *(("sommer", "winter"), ("mehr", "minder"), ("links", "rechts")),
)

OPPOSITE_PREPOSITIONS = (
    ("für", "gegen"),
    ("ohne", "mit"),
    ("vor", "nach"),
    ("über", "unter"),
    ("innerhalb", "außerhalb"),
)
