"""German words for what somebody is, by meaning: nobody is two of them at once as far as one article tells."""

from __future__ import annotations

# Patterns (`re`) of one meaning each, from any place of a word to its end. Words for many
# things ("Künstler", "Politiker") are none of them.
OCCUPATIONS = (
    r"bürgermeister(?:in)?|rathauschef(?:in)?|stadtoberhaupt",
    r"(?<!partei)(?<!regierungs)(?<!fraktions)(?<!rathaus)(?<!landes)(?<!bundes)(?:chef(?:in)?|geschäftsführer(?:in)?"
    r"|vorstand|inhaber(?:in)?|direktor(?:in)?|leiter(?:in)?|vorsitzende[nr]?)",
    r"landrat|landrätin",
    r"minister(?:in)?|senator(?:in)?|kanzler(?:in)?",
    r"(?:staatsanwalt|staatsanwältin|ankläger(?:in)?)",
    r"(?<!staats)(?:anwalt|anwältin)|verteidiger(?:in)?",
    r"richter(?:in)?",
    r"polizist(?:in)?|kommissar(?:in)?|polizeisprecher(?:in)?",
    r"feuerwehrmann|feuerwehrfrau|brandmeister(?:in)?|kreisbrandmeister(?:in)?",
    r"arzt|ärztin|chirurg(?:in)?|mediziner(?:in)?|hebamme|pfleger(?:in)?|sanitäter(?:in)?",
    r"lehrer(?:in)?|rektor(?:in)?|schulleiter(?:in)?|erzieher(?:in)?|dozent(?:in)?",
    r"schüler(?:in)?|student(?:in)?|lehrling|auszubildende[nr]?",
    r"pfarrer(?:in)?|pastor(?:in)?|bischof|bischöfin|priester|mesner(?:in)?",
    r"landwirt(?:in)?|bauer|bäuerin|winzer(?:in)?|schäfer(?:in)?|imker(?:in)?|gärtner(?:in)?|förster(?:in)?",
    r"fischer(?:in)?|angler(?:in)?|fährmann",
    r"bäcker(?:in)?|metzger(?:in)?|koch|köchin|wirt(?:in)?|kellner(?:in)?",
    r"trainer(?:in)?|coach",
    r"torwart|torhüter(?:in)?|keeper",
    r"stürmer(?:in)?",
    r"dirigent(?:in)?",
    r"regisseur(?:in)?",
    r"komponist(?:in)?",
    r"sänger(?:in)?|sopranistin|tenor",
    r"schauspieler(?:in)?",
    r"autor(?:in)?|schriftsteller(?:in)?",
    r"maler(?:in)?|bildhauer(?:in)?",
    r"restaurator(?:in)?",
    r"ingenieur(?:in)?|architekt(?:in)?|statiker(?:in)?|techniker(?:in)?|mechaniker(?:in)?|mechatroniker(?:in)?",
    r"\w+olog(?:e|in|en)|forscher(?:in)?|wissenschaftler(?:in)?|professor(?:in)?|physiker(?:in)?|chemiker(?:in)?"
    r"|historiker(?:in)?",
    r"hausmeister(?:in)?|reinigungskraft|briefträger(?:in)?|postbote|postbotin|busfahrer(?:in)?|lokführer(?:in)?",
)

KIN = (
    r"mutter|mama",
    r"vater|papa",
    r"tochter",
    r"sohn",
    r"(?:ehe)?frau|gattin|partnerin|lebensgefährtin|witwe|freundin",
    r"(?:ehe)?mann|gatte|partner|lebensgefährte|witwer|freund",
    r"bruder",
    r"schwester",
    r"(?:groß|gross)mutter|oma",
    r"(?:groß|gross)vater|opa",
    r"tante",
    r"onkel",
    r"nichte",
    r"neffe",
    r"enkel",
    r"enkelin",
    r"nachbar",
    r"nachbarin",
)
