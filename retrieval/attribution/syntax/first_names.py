"""First names that tell which pronoun stands for their bearer. Not complete: a name that is not here fits both."""

from __future__ import annotations

from collections.abc import Iterable

from retrieval.attribution.syntax.tokens import SyntaxToken
from retrieval.language.rules import words

FEMALE = words("""
    agnes alexandra alice alicia amelie andrea angela angelika anita anja anke anna anne annegret anneliese annette
    annalena antje ayse barbara beate beatrix benazir bettina birgit brigitte britta carla carmen carola caroline
    catherine charlotte christa christiane christina christine claudia condoleezza cornelia cristina dagmar daniela
    diana dilma dora doris dorothea edith elena elfriede elisabeth elke ellen else emilia emily emma erika esther
    eva franziska frauke gabriele gerda gertrud gesine gisela gudrun hanna hannah hannelore heide heidemarie heidi
    heike helen helena helene helga henriette herta hilary hildegard hillary ilse ines inge ingrid irene iris
    irmgard isabel isabell jana jane janet jennifer jessica joanna johanna julia juliane jutta karen karin karoline
    katarina katharina kathrin katja katrin kerstin kirsten klara kristina laura lea lena leni linda lisa liz lotte
    louise lucia luise lydia magdalena maja malu manuela mareike margaret margarete margot maria marianne marie
    marina marion marlene marta martha martina mary melanie melissa merle michaela michelle miriam monika nadine
    nadja nancy natalia natascha nicola nicole nina nora olga patricia paula petra pia rachel ramona rebecca regina
    regine renate rita rosa rosemarie ruth sabine sahra sandra sara sarah saskia sibylle sigrid silke silvia simone
    sofia sonja sophie stefanie stephanie susan susanne svenja sylvia tamara tanja tatjana teresa theresa thea ulla
    ulrike ursula ute valentina abigail adaeze aisha alison amanda amy anne-marie annie ashley bernadette beth
    bonnie bridget carol charlotte chloe claire colleen cynthia daisy deborah debbie denise donna dorothy edna
    eileen elaine eleanor elizabeth ella ellie elspeth esme fatima fiona florence frances freya gail georgia gillian
    gina gloria grace gwen harriet hazel heather holly imogen isla isobel ivanka ivy jacqueline janice jasmine jenny
    jess jessica jill joan jodie josephine joyce judith judy kate katherine kathleen kathryn kathy katie kayla keira
    kelly kimberly kirsty lauren leah lillian lily lindsay lois lorraine lucy lydia lynn mabel madison maggie marcia
    marjorie maureen mavis megan melinda mildred millie moira molly morag nadia naomi natalie nell nicole niamh
    olive olivia pamela pauline peggy penelope penny phoebe phyllis polly poppy priya rosalind rosie rosemary rose
    roxanne ruby sally samantha sharon sheila shirley sienna sinead siobhan sonia stacey stella sue susannah suzanne
    tammy tara tina tracy una ursula valerie vanessa vivian wendy whitney winifred yasmin zara zoe vera verena
    veronika victoria waltraud wiebke yvonne yulia zita oprah angelina britney madonna paris
    adelheid adele almut astrid bärbel brunhilde cordula corinna dörte dorle dorothee edda edeltraud elsbeth
    friederike frieda gerlinde gesa gundula hadwig hedwig heidrun henrike hermine hilde hiltrud imke ingeborg irmela
    irmtraud isolde jette karla katinka lieselotte liselotte lore magda marlies margit margret mechthild meike mirjam
    nele ottilie reinhild ricarda roswitha sieglinde sigrun sunniva swantje theda traute trude walburga wencke wilma
""")
MALE = words("""
    abdullah achim adam adolf albert alberto alex alexander alexej alfred ali andreas andrew anton antonio antonis
    arnold arthur axel barack bartholomäus ben benedikt benjamin bernd bernhard bill björn bob bodo boris brian
    bruno carl carlos carsten charles chris christian christoph christopher claus clemens colin cornelius daniel
    david dennis detlef dick dieter dietmar dirk dmitri dmitrij dominik donald eberhard edmund eduard edward egon
    ehud elon emil emmanuel eric erich erik ernst erwin eugen felix ferdinand fidel florian francis franck francois
    françois frank franz fred frederik friedbert friedrich fritz gabriel geert georg george gerald gerd gerhard
    gernot giorgio giovanni gordon gregor guido günter günther guenter gustav hamid hans hans-dietrich hans-peter
    hans-werner harald harry hartmut heiko heiner heinrich heinz helmut hendrik henning henry herbert hermann holger
    horst hosni howard hubert hugo ian igor ingo ismail ivan jack jacques jakob james jan jason jean jean-claude
    jeff jens jim jimmy joachim jochen joe johann johannes john jonas jonathan jörg jörn josé josef joseph joschka
    juan jürgen julian julius karl karl-heinz karl-theodor karsten kai kenneth kevin klaus kofi konrad kurt lars
    larry laurent lech leo leon lothar louis luca ludwig luis luiz lukas lutz mahmud manfred manuel marc marco
    marcus mario mark markus martin marvin mathias matthew matthias max maximilian michael michail michel miguel
    mike mohammed moritz muammar nelson nick nicolas niels nikolaus nils norbert olaf oleg oliver oskar osama otto
    pascal patrick paul pedro pervez peter philipp philip pierre rainer ralf ralph raul recep reiner reinhard
    reinhold renato rené richard robert roberto roger roland rolf roman ron ronald ronny rudi rudolf rüdiger saddam
    salvador sam samuel scott sebastian sergej sergei siegfried sigmar silvio simon stefan steffen stephan stephen
    steve steven sven adrian aidan alan alasdair alastair alec alfie alistair amit andy angus archie arthur arnav
    barry ben benny bert billy bobby brad bradley brandon brendan brett bruce bryan calvin callum cameron casey
    cecil chad charlie christopher chuck clarence clark clifford clive cody connor craig curtis dale damian damien
    danny darren dave dean declan derek desmond dominic don doug douglas duncan dwayne dwight dylan earl eddie edgar
    edmund elijah elliot elliott ernest ethan euan evan ewan fergus fraser freddie frederick gareth garry gary gavin
    gene geoffrey geoff gerard gilbert glen glenn graham grant greg gregory harold harvey hector herman howard hugh
    iain isaac ivor jacob jake jamal jared jeffrey jeremy jerome jerry jesse jimmy joel jon jordan josh joshua keith
    ken kerry kieran kyle lachlan lawrence lee leonard leroy leslie lewis liam lionel lloyd logan luke malcolm
    marcus maurice melvin michael mick milton mitch morris murray nathan neil nigel noah norman omar owen percy pete
    phil raj raymond reginald rhys ricardo ricky rob robbie robin rodney roger rory ross rowan roy rupert russell
    ryan seamus sean seth shane shaun sid sidney simon stanley stewart stuart syed ted terence terry todd tony
    travis trevor tyler vernon vic vince wayne wesley wilbur wilfred will william willie zach zachary tarek theo
    theodor thilo thomas thorsten tim timo tobias tom toni tony torsten udo ulrich uli urs uwe viktor vincent vitali
    václav volker walter warren werner wilfried wilhelm willi willy wladimir wolf wolfgang wulf xavier yassir
    winfried christos mariano dominique helmuth edgar rick mitt newt bernie kim xi jinping
    adalbert albrecht alois alwin anselm ansgar arne arno baldur bastian botho burkhard burkhart detlev eckart
    eckhard egbert ekkehard elmar enno erhard ewald fiete friedemann friedhelm fritjof gebhard gereon gero gisbert
    gottfried gotthard gunnar hanno hartwig hasso hauke heino heribert hinrich hubertus ingolf jannik jannis
    jobst kilian klaas knut korbinian lennart leonhard lüder ludger malte mathis mattis meinhard
    onno ortwin oswald ottfried ottmar ottokar quirin raimund reimar reinhold rupprecht rutger
    siegbert siegmund sönke tammo teofil tillmann traugott ulf valentin veit volkhard volkmar waldemar
    wendelin xaver
""")


FIRST_NAMES = FEMALE | MALE


def gender_of_first_name(tokens: Iterable[SyntaxToken]) -> str | None:
    """ "f" or "m" by the first of the tokens that is a first name, None when none is."""
    for token in tokens:
        for name in (token.lower, token.lower.split("-")[0]):
            if token.capital and name in FEMALE:
                return "f"
            if token.capital and name in MALE:
                return "m"
    return None
