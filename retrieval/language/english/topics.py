"""How English speakers ask about an article itself, and what they write without asking anything."""

from __future__ import annotations

from retrieval.language.rules import TopicPatterns, fold_case, phrases

_WORKS = fold_case("""
    review reviews feature essay commentary editorial blog blogpost entry profile obituary opinion article articles
    text piece story report post interview news column write writeup liveblog
""")
_POINTERS = fold_case("this that it these here")

_OVERVIEW = phrases("""
    rundown, break * down, boil * down, catch me up, fill me in, what s it say, what is # saying
    what is # talking about, what are they talking about here, what s this one about, what is # arguing, what s * saying
    gimme the short version, outline *, what is * about, what s * about, whats * about, what was * about
    what are * about, about what is *, what is * all about, what s * all about, whats * all about, what it is about
    what it s about, what * is about, what * is all about, what is going on, what s going on, whats going on
    what is happening, what s happening, what happened here, summarize, summarise, summarize *, summarise *, summary
    summaries, sum up, sum * up, sum it up, summing up, recap, tl dr, tldr, too long didn t read, too long didnt read
    too long, gist, the gist, nutshell, what does * say, what did * say, what s in *, whats in *, what is in *
    what does * talk about, what does * cover, main point, main points, main idea, main takeaway, takeaway, takeaways
    key point, key points, key message, key takeaways, main message, bottom line, topic, the topic, overview
    short version, the short of it, synopsis, in one sentence, in a sentence, in two sentences, in a few words, in short
    in brief, brief me, outline, abstract, what s the story, what is the story, whats the story, what s the point of #
    what is the point of #, subject, what do i need to know, what did i miss, explain *, give me the short version, eli5
    contents, highlights, what is being discussed, what s being discussed, what am i reading
""")
_AUTHOR = phrases("""
    who is behind #, who s behind #, whos behind #, who is responsible for #, who was it written by
    who * was written by, who writes *, who is writing *, who wrote *, who wrote, who has written *, who wrote up
    who authored *, who s written *, who is * by, who s * by, whos * by, who is * written by, who was * written by
    by whom is *, by whom was * written, by whom, written by, written by whom, written by who, author, authors, writer
    writers, byline, journalist, reporter, columnist, journalist wrote *, reporter wrote *, whose article is *
    who penned *, who did #, who conducted #, who reported #, who is # from, who s # from, who wrot *
    whose writing is *, who made #, who reviewed *, who is critic, who s critic, whos critic, who is reviewer
    who s reviewer, whos reviewer, who is commentator, who s commentator, whos commentator
""")
_PUBLISHED = phrases("""
    when did * get published, is * still up to date, is * still accurate, what s the date of *, when was # updated
    when did you publish *, what date * was published, when was * published, when was * written, when was * posted
    when was * released, when was * printed, when was * out, when is * from, when s * from, when did * come out
    when did # appear, when did # run, when published, when is * dated, when was * uploaded, when was * put up
    when did they publish *, when did * go up, publication date, publishing date, date of publication, release date
    date, dated, pub date, date published, how old is *, how old s *, how recent is *, how current is *, how new is *
    how fresh is *, how up to date is *, is * recent, is * current, is # new, is # old, is * up to date
    is * still current, is * outdated, is * still valid, what date is * from, what year is * from, which year is * from
    what day is * from, what date was * published, what year was * published, what year was * written, from when is *
    what s the date on *, is * from today, what date is *, what year is *, when * was published, when * was written
    what date was * written, what day did * come out, which day did * come out, what day was * published
    which day was * published, what day did # appear, what year did * come out, which year did * come out
    what year did # appear, which year did # appear, which year was * published, what month is * from
    which month is * from, what month was * published, which month was * published
""")
_PUBLISHER = phrases("""
    in which newspaper, in what newspaper, in which paper, in what paper, in which magazine, in what magazine
    by which newspaper, by which outlet, where did you get #, what kind of paper is *, what sort of newspaper is *
    in which newspaper was * published, in which paper was * published, in what paper was * published
    where was * published, where is * published, where was * printed, where did # appear, where did * come out
    where did # run, where does # come from, where is # from, where s # from, where did # come from, where published
    where was * posted, which newspaper, which newspaper is * from, which newspaper is *, what newspaper is * from
    what newspaper is *, what newspaper, which paper, which paper is * from, what paper is * from, what paper is *
    what paper, which paper is *, which magazine, what magazine, which magazine is * from, what magazine is * from
    which outlet, what outlet, which outlet is * from, which outlet published *, what outlet is * from, outlet
    which publication, what publication, which publication is * from, what publication is * from, which paper printed *
    who published *, who published, who is publishing *, publisher, published by, published by whom, published in
    which site is * from, what site is * from, which website is * from, what website is * from
    which newspaper published *, which paper published *, what s the source of *, what is the source of *
    whats the source of *, which media, which newspaper ran *, which paper ran *, who printed #, who put # out
    who ran #
""")
_URL = phrases("""
    link me, link to original, source link, where s #, where is #, web version, online version, where s the original
    can i read # online, read more, read on, link to source, link, links, linky, url, urls, hyperlink, web address
    website, webpage, web page, weblink, permalink, where can i read *, where can i find #, where can one read *
    where do i find #, where do i read *, where to read *, where can i read more, where can we read *
    where can you read *, where to find #, where can i see #, is # online, is # available online, is # on the web
    can i read * online, can i read * somewhere, can i see *, full article, full text, full story, full piece
    original article, the original, original text, whole article, entire article, complete article, where can i get #
""")
_AROUND = fold_case("""
    these those somewhere said source get a an the of to for in on at with me us i we you is are was were be been
    has have had do does did can could would will may might please pls plz plis kindly just quickly quick short
    brief briefly shortly actually again here there it this that s t re ve d ll m so and or but also hey hi hello ok
    okay thanks thank thx sorry um uh well then now give gimme got send share show tell say explain what who which
    where when how whats whos wheres name named called know known knows anyone anybody someone somebody any some one
    whole full entire complete all go let want need like love looking wondering wonder curious read reading time no
    not dont don long lazy really idea everything bro man dude guys folks bot mate exactly even by from about
    basically simple simply terms words few couple sentences sentence lines line try make understand gonna going
    article mean
""")
_NEUTRAL = fold_case("""
    robot human machine person program a an the so very much really for all your you u ur me my i im are is was were
    that this it and or but also just too again to of s m re ve d t don do have had has be been on in with at here
    now then day evening morning night afternoon one bot mate man dude bro guys everyone there lot lots help helps
    helped helpful helping useful info answer answers information made got get good great nice best better well such
    what totally absolute absolutely freaking fucking damn bloody pretty quite how as ever not no back up out
    see later know
""")
_TALK_WORDS = fold_case("""
    thanks thank thx ty tysm cheers ta appreciated hello hi hey hiya heya howdy yo sup bye goodbye cya greetings
    morning lol lmao lmfao rofl haha hahaha hahahaha hehe xd omg kek ok okay k kk yes yeah yep yup no nope nah
    sure fine right alright exactly true indeed correct understood gotcha wow cool great nice awesome amazing super
    brilliant perfect excellent sweet neat wonderful fantastic impressive interesting huh hm hmm meh ah oh ugh oops
    whatever nevermind sorry test testing ping funny hilarious boring love bravo congrats respect wellcome welcome
""")
_INSULTS = fold_case("""
    stupid dumb idiot idiots idiotic moron morons useless rubbish garbage trash crap shit bullshit nonsense suck sucks
    ass asshole bitch bastard fuck fucker terrible awful annoying pathetic wtf lame silly ridiculous loser losers
    liar liars fool fools jerk twat wanker tosser muppet numpty prick dickhead dumbass dipshit jackass imbecile nitwit
    dimwit halfwit pillock plonker bollocks hogwash drivel
""")
_TALK = phrases("""
    who are you, what are you, are you, are you a bot, are you human, are you a human, are you real, are you chatgpt
    are you an ai, are you ai, are you there, you there, what can you do, what do you do, how are you, how s it going
    hows it going, how is it going, how do you do, what s up, whats up, what is your name, what s your name
    whats your name, how old are you, where are you from, who made you, who built you, who created you
    who programmed you, who is your creator, how do you work, are you alive, do you have feelings, i love you
    i hate you, i like you, do you love me, will you marry me, marry me, shut up, fuck off, fuck you, screw you
    you re lying, you are lying, you lie, all lies, you clown, you re clown, what clown, what a clown
    piss off, go away, get lost, you suck, go to hell, you re wrong, you are wrong, see you, see you later, see ya
    see ya later, talk later, later, good night, good morning, good evening, good afternoon, have a nice day
    have a good one, take care, good job, well done, keep it up, not bad, good work, good bot, bad bot, stupid bot
    nice bot, good one, nice one, good answer, never mind, no problem, no worries, you re welcome, my bad, i see, got it
    makes sense, fair enough, good to know, that helps, that helped, i guess, of course, for real, oh my god, oh god
    come on, are you kidding, are you kidding me, you re kidding, are you sure, tell me a joke, tell a joke
    say something funny, know any jokes, i m bored, im bored, anyone there, anybody there, anyone here, is anyone there
    is anybody there, you re right, you are right, talk to me, do you speak english, do you speak german
    can you speak german, can you hear me, hello world, i have a question, can you help me, i need help
    nice to meet you, what the hell, what the fuck, chatgpt, gpt, ai, can i ask you something
""")

ENGLISH_TOPICS = TopicPatterns(
    works=_WORKS,
    pointers=_POINTERS,
    overview=_OVERVIEW,
    author=_AUTHOR,
    published=_PUBLISHED,
    publisher=_PUBLISHER,
    url=_URL,
    around=_AROUND,
    talk=_TALK,
    talk_words=_TALK_WORDS | _INSULTS,
    insults=_INSULTS,
    neutral=_NEUTRAL,
)
