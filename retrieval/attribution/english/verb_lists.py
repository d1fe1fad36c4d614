"""English verbs: those of saying, and enough others to see where a clause has its verb.

Irregular forms, the past and the participle, stand behind ":".
"""

from __future__ import annotations

# Report only with something said beside them: a quotation, "that …", a clause.
STATEMENTS = """
    say:said:said tell:told:told add explain claim argue insist warn believe think:thought:thought hope fear expect
    estimate suggest announce declare state report write:wrote:written confirm reveal note observe remark reply
    answer respond admit concede acknowledge confess promise vow pledge swear:swore:sworn predict
    forecast:forecast:forecast stress emphasise emphasize complain joke ask wonder recall recount conclude assert
    maintain allege assure tweet post testify contend boast caution charge quip inform repeat reiterate indicate
    agree disagree disclose guess suspect interject reckon point remind lament marvel muse opine proclaim retort
    worry posit speculate surmise foresee:foresaw:foreseen anticipate clarify elaborate underscore underline
    highlight hint counter brag bemoan concur beg plead implore comment
"""

# Report by themselves, with an object: "X denied the claims".
SPEECH_ACTS = """
    deny reject dismiss demand urge accuse blame criticise criticize condemn propose recommend call describe refute
    rebut challenge question mock ridicule slam blast praise laud defend denounce decry deride brand label dub tout
    hail chide lambaste rebuke castigate cite mention liken suggest
"""

OTHERS = """
    be:was:been have:had:had do:did:done go:went:gone get:got:got make:made:made take:took:taken come:came:come
    see:saw:seen know:knew:known give:gave:given find:found:found become:became:become leave:left:left
    feel:felt:felt put:put:put bring:brought:brought begin:began:begun keep:kept:kept hold:held:held
    stand:stood:stood hear:heard:heard let:let:let mean:meant:meant set:set:set meet:met:met run:ran:run
    pay:paid:paid sit:sat:sat speak:spoke:spoken lie:lay:lain lead:led:led read:read:read grow:grew:grown
    lose:lost:lost fall:fell:fallen send:sent:sent build:built:built spend:spent:spent win:won:won buy:bought:bought
    break:broke:broken rise:rose:risen drive:drove:driven fly:flew:flown sink:sank:sunk strike:struck:struck
    shoot:shot:shot steal:stole:stolen sell:sold:sold use work seem try turn start show play move live happen
    include continue change watch follow stop create open close walk allow offer consider appear wait serve die
    remain raise pass decide return carry arrive land kill injure plan want need help look like fail refuse decline
    support visit publish arrest cancel launch sign vote join reach face use help provide mean:meant:meant maintain
    object protest advise decide conclude realise realize doubt reason shout yell prompt imply lead require
    seek:sought:sought think:thought:thought teach:taught:taught catch:caught:caught choose:chose:chosen
    draw:drew:drawn eat:ate:eaten fight:fought:fought forget:forgot:forgotten hide:hid:hidden hit:hit:hit
    hurt:hurt:hurt cut:cut:cut throw:threw:thrown wear:wore:worn wake:woke:woken shut:shut:shut spread:spread:spread
    deal:dealt:dealt feed:fed:fed sing:sang:sung ring:rang:rung swim:swam:swum shake:shook:shaken
    understand:understood:understood withdraw:withdrew:withdrawn overcome:overcame:overcome seem involve produce
    reduce increase cover control force manage develop expand protect enter exist occur belong contain represent
    prevent prove apply avoid cause count cross drop earn enjoy ensure examine finance fill gain gather govern grant
    handle hire hope imagine improve invest invite issue judge kick lack lift limit link listen maintain mark
    mention miss note notice obtain operate own perform pick pose prefer prepare press promote provide pull pursue
    push refer reflect regard release rely remove reveal rule save search settle share shift solve sound start step
    struggle succeed suffer supply surround talk target tend test threaten touch train travel treat trust visit warn
    wash watch weigh wish wonder worry yield underscore quote receive collect replace repair restore delay end cost
    last attend host approve oppose welcome
"""

MODALS = "will would can could may might must shall should"

# Verbs of saying only together with a word beside them.
WITH_WORD = """
    speak of
    speak about
    warn of
    call for
    refer to
    describe as
    complain about
    point to
    agree with
    call on
    comment on
    hope for
    argue for
    argue against
    warn against
    caution against
    insist on
    press for
    boast of
    complain of
    disagree with
    hint at
    put at
    apologise for
    apologize for
    talk about
    accuse of
"""
