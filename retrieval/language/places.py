"""Names of countries and well-known towns in German and English, and what else the same thing is called.

They tell a name from another noun, and find it in a text that calls it otherwise. Not complete.
"""

from __future__ import annotations

from retrieval.language.rules import fold_case, phrases, union

# German name, English name, whom or what it belongs to: as they begin, case folded. A line is one
# country.
_COUNTRIES = """
    deutschland germany deutsch german brd
    österreich austria österreichisch austrian
    schweiz switzerland schweizer swiss
    frankreich france französisch franzose french
    großbritannien vereinigtes königreich britain united kingdom uk britisch brite british england englisch engländer
    usa us vereinigte staaten vereinigten staaten united states america amerika amerikanisch amerikaner american
    russland russia russisch russe russian
    china chinesisch chinese volksrepublik
    japan japanisch japaner japanese
    italien italy italienisch italiener italian
    spanien spain spanisch spanier spanish
    portugal portugiesisch portugiese portuguese
    polen poland polnisch pole polish
    tschechien czech republic czechia tschechisch tscheche czech
    ungarn hungary ungarisch hungarian
    türkei turkey türkisch türke turkish
    ukraine ukrainisch ukrainer ukrainian
    indien india indisch inder indian
    brasilien brazil brasilianisch brasilianer brazilian
    kanada canada kanadisch kanadier canadian
    australien australia australisch australier australian
    mexiko mexico mexikanisch mexikaner mexican
    ägypten egypt ägyptisch ägypter egyptian
    israel israelisch israeli
    iran iranisch iraner iranian
    irak iraq irakisch iraker iraqi
    griechenland greece griechisch grieche greek
    schweden sweden schwedisch schwede swedish
    norwegen norway norwegisch norweger norwegian
    dänemark denmark dänisch däne danish
    finnland finland finnisch finne finnish
    niederlande netherlands holland niederländisch niederländer dutch
    belgien belgium belgisch belgier belgian
    irland ireland irisch ire irish
    schottland scotland schottisch schotte scottish
    taiwan taiwanesisch taiwanisch taiwanese
    südkorea south korea südkoreanisch
    nordkorea north korea nordkoreanisch
    vietnam vietnamesisch
    südafrika south africa südafrikanisch
    nigeria nigerianisch
    kenia kenya kenianisch
    marokko morocco marokkanisch
    saudi-arabien saudi arabia saudisch saudi
    syrien syria syrisch syrer syrian
    afghanistan afghanisch afghane afghan
    pakistan pakistanisch pakistani
    argentinien argentina argentinisch argentinier argentine
    chile chilenisch chilene
    rumänien romania rumänisch rumäne romanian
    bulgarien bulgaria bulgarisch bulgare bulgarian
    serbien serbia serbisch serbe serbian
    kroatien croatia kroatisch kroate croatian
    slowenien slovenia slowenisch
    slowakei slovakia slowakisch
    island iceland isländisch
    estland estonia estnisch
    lettland latvia lettisch
    litauen lithuania litauisch
    luxemburg luxembourg
    belarus weißrussland
    europa europe europäisch european
    afrika africa afrikanisch african
    asien asia asiatisch asian
    kuba cuba kubanisch
    peru peruanisch
    bayern bavaria bayerisch bayrisch
    sachsen saxony sächsisch
    niedersachsen lower saxony
    thüringen thuringia
    hessen hesse hessisch
"""
_TOWNS_GERMAN = fold_case("""
    berlin hamburg münchen köln frankfurt stuttgart düsseldorf dortmund essen leipzig bremen dresden hannover nürnberg
    duisburg bochum wuppertal bielefeld bonn münster karlsruhe mannheim augsburg wiesbaden mönchengladbach gelsenkirchen
    aachen braunschweig chemnitz kiel krefeld halle magdeburg freiburg oberhausen mainz lübeck erfurt rostock kassel
    hagen potsdam saarbrücken hamm ludwigshafen mülheim oldenburg osnabrück leverkusen heidelberg darmstadt solingen
    regensburg paderborn ingolstadt würzburg fürth ulm heilbronn pforzheim wolfsburg göttingen bottrop reutlingen
    koblenz bremerhaven bergisch recklinghausen erlangen jena trier salzgitter siegen hildesheim cottbus gütersloh
    kaiserslautern schwerin passau bamberg bayreuth flensburg konstanz tübingen wien graz linz salzburg innsbruck
    klagenfurt zürich genf basel bern lausanne luzern brüssel paris london rom mailand venedig neapel madrid barcelona
    lissabon moskau kiew warschau prag budapest athen istanbul ankara kopenhagen oslo stockholm helsinki dublin
    edinburgh manchester liverpool amsterdam rotterdam straßburg lyon marseille peking shanghai tokio seoul delhi mumbai
    washington boston chicago philadelphia houston dallas detroit seattle miami toronto montreal sydney melbourne kairo
    jerusalem teheran bagdad kabul damaskus nairobi lagos kapstadt johannesburg
""")
_TOWNS_ENGLISH = fold_case("""
    berlin hamburg munich cologne frankfurt vienna zurich geneva basel brussels paris london rome milan venice naples
    madrid barcelona lisbon moscow kyiv kiev warsaw prague budapest athens istanbul ankara copenhagen oslo stockholm
    helsinki dublin edinburgh manchester liverpool birmingham leeds glasgow bristol amsterdam rotterdam lyon marseille
    beijing shanghai tokyo seoul delhi mumbai washington boston chicago philadelphia houston dallas detroit seattle
    miami toronto montreal sydney melbourne cairo jerusalem tehran baghdad kabul damascus nairobi lagos
""")
_OTHERS = """
    eu europäische union european union
    un uno vereinte nationen vereinten nationen united nations
    nato nordatlantikpakt
    x twitter
    münchen munich münchner
    köln cologne kölner
    wien vienna wiener
    rom rome römisch roman
    moskau moscow
    kiew kyiv kiev
    warschau warsaw
    prag prague
    athen athens athener
    peking beijing
    tokio tokyo
    brüssel brussels
    mailand milan
    venedig venice
    neapel naples
    lissabon lisbon
    genf geneva
    zürich zurich
    kopenhagen copenhagen
    kreml russische regierung moskau
    weißes haus weißen haus white house us-regierung
"""


def _groups(listed: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(" ".join(each).split()) for each in phrases(listed))


COUNTRIES = _groups(_COUNTRIES)
SAME_NAMES = (*COUNTRIES, *_groups(_OTHERS))
_NO_NAMES = fold_case("vereinigte vereinigten staaten republic united states kingdom königreich us uk brite ire")
_ALL_COUNTRIES = union(COUNTRIES) - _NO_NAMES
GERMAN_PLACES = _ALL_COUNTRIES | _TOWNS_GERMAN - {"essen", "halle", "hagen", "hamm", "siegen"}
ENGLISH_PLACES = _ALL_COUNTRIES | _TOWNS_ENGLISH
