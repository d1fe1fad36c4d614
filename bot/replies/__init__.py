"""What the bot says: pure functions from what it knows to a message.

In which file:

    conversation        from a request to its reply, whatever it asks
    commands            the replies to commands that ask no question
    callbacks           the replies to taps on buttons
    questions/          the replies to questions, and to thanks, greetings and the like
    checks/             what people quote and claim, beside the articles
    style               what goes without saying in a chat
    wording             words of others within the bot's own sentences
    inline              the results of an inline query
    quoted_speakers     who is quoted, and their passages
    help, samples       greeting, help, what is kept; sample questions
    pagination          the buttons that turn pages
    quotes/             a quote, its source line, its buttons
    articles/           an article, and the list of many
    answer_json, explanation_json    an answer and its reasons, for programs
"""
