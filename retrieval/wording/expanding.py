"""Many slices of an array as one list of places."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def expanded(begins: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The places of slices that begin there and are so long, one slice after another."""
    ends = np.cumsum(sizes)
    return np.arange(ends[-1] if len(ends) else 0) + np.repeat(begins - ends + sizes, sizes)
