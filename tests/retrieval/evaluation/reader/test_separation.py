"""How well scores tell what is answered from what is not."""

from __future__ import annotations

import pytest

from retrieval.evaluation.reader.measures import SeparationReport, auc, threshold


def test_auc_is_the_chance_that_the_answerable_one_scores_higher() -> None:
    assert auc([3, 4], [1, 2]) == 1.0
    assert auc([1, 2], [3, 4]) == 0.0
    assert auc([1, 3], [2]) == 0.5
    assert auc([1], [1]) == 0.5, "ties count half"


def test_the_threshold_refuses_its_share_of_answerable_ones() -> None:
    assert threshold(list(range(101)), 0.1) == pytest.approx(10)


def test_what_is_refused_is_told_by_kind() -> None:
    report = SeparationReport.of([float(each) for each in range(100)], [("role", -1.0), ("role", 50.0), ("time", 7.0)])
    assert report.refused == {0.05: pytest.approx(1 / 3), 0.1: pytest.approx(2 / 3)}
    assert report.kinds == {"role": (1, 2), "time": (1, 1)}
    assert "AUC" in str(report)
