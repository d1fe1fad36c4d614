"""The order in which articles are told of."""

from datetime import UTC, date, datetime

from content import Article, newest_first


def dated(published: date | datetime | None) -> Article:
    return Article(text="Text.", title="T", language="de", published=published)


def test_days_times_and_times_with_a_zone_are_put_in_one_order_and_the_undated_last() -> None:
    inorder = [
        dated(datetime(2025, 1, 2, 8, 0, tzinfo=UTC)),
        dated(datetime.fromisoformat("2025-01-01T09:30")),
        dated(date(2025, 1, 1)),
        dated(date(2024, 12, 31)),
        dated(None),
        dated(None),
    ]
    shuffled = [inorder[at] for at in (4, 2, 0, 5, 3, 1)]
    assert newest_first(shuffled, lambda article: article) == inorder
