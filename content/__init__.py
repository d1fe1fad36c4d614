"""What the bot knows: articles, and the reader of the files that hold them."""

from content.article import Article
from content.article_order import newest_first
from content.draft import Draft, draft_of_file, text_of
from content.errors import ArticleFault, ContentError, InvalidArticles, InvalidText
from content.files import LARGEST_ARTICLE, FolderState, folder_state
from content.library import ArticleFolder, load_articles, read_articles
from content.paragraphs import Paragraph

__all__ = [
    "LARGEST_ARTICLE",
    "Article",
    "ArticleFault",
    "ArticleFolder",
    "ContentError",
    "Draft",
    "FolderState",
    "InvalidArticles",
    "InvalidText",
    "Paragraph",
    "draft_of_file",
    "folder_state",
    "load_articles",
    "newest_first",
    "read_articles",
    "text_of",
]
