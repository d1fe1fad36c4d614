"""Articles from elsewhere: a text, a web page or a feed becomes article files. Imports go downwards only.

sync           a folder of articles follows a feed: drafts of its entries, a plan, its execution
duplicates     what is there twice: articles, and parts of the texts of a feed
storage        what is written into the content folder: articles, the state of a feed
feed           from the bytes of an RSS or Atom feed to its entries
extract        from the bytes of a file or a page to a draft
http           pages and feeds from servers, and their addresses
parser_errors  what parsers raise on foreign bytes, as one line
"""
