"""Seeds of what is tried by chance: a few in the test suite, or as many as a time allows.

`FUZZ_SECONDS=600 pytest -s …` tries others for ten minutes each and prints how many; `FUZZ_SEED` is the first one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from random import Random


def seeded(count: int) -> Iterator[Random]:
    """Random numbers of `count` seeds from 0 on, or of those that `FUZZ_SECONDS` have time for.

    What fails is noted with its seed.
    """
    seconds = float(os.environ.get("FUZZ_SECONDS", "0"))
    first = seed = int(os.environ.get("FUZZ_SEED", "0")) or (time.time_ns() // 1000 if seconds else 0)
    end = time.monotonic() + seconds
    while time.monotonic() < end if seconds else seed < first + count:
        try:
            yield Random(seed)
        except GeneratorExit:
            print(f"\nFailed with FUZZ_SEED={seed}")
            raise
        seed += 1
    print(f"\n{seed - first} seeds from {first} on")
