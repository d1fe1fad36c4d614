"""`python -m bot evaluate`: how good the answers are, on questions whose answers are known."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from bot.articles.encoders import encoder_of, reader_of
from bot.cli.evaluation.attribution import print_attribution
from bot.cli.evaluation.tables import HEAD, fitted_text, near_miss_lines, report_line
from bot.cli.output.encoding import json_text
from bot.cli.output.paths import from_here
from bot.cli.output.progress import show_encoding
from bot.config.settings import load_settings
from retrieval.answering.retriever import text_vectors
from retrieval.encoder import WordsAlone
from retrieval.evaluation.fitting.fit_answerability import AllowedErrors, fit
from retrieval.evaluation.fitting.fit_reading import fit_lines
from retrieval.evaluation.fitting.observations import observe
from retrieval.evaluation.fitting.trials import Trial, trials
from retrieval.evaluation.measures import Report
from retrieval.evaluation.measures import evaluate as evaluate_set
from retrieval.evaluation.page import write_page
from retrieval.evaluation.retrievers import RetrievalMode
from retrieval.evaluation.sets.question_files import read_sets
from retrieval.evaluation.sets.question_sets import QuestionSet
from retrieval.reader import NoReader
from retrieval.scoring.decision.answerability import BUILT_IN
from retrieval.scoring.decision.fitted_constants import read_constants, write_constants
from retrieval.scoring.decision.windows import ALL_IS_AN_ANSWER, WindowReader

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_SHARE = click.FloatRange(0, 1)


@click.command()
@click.argument("files", nargs=-1, type=_FILE)
@click.option("--language", default="de", show_default=True, help="Language of articles where a FILE does not tell.")
@click.option(
    "--questions",
    type=_FILE,
    multiple=True,
    help="The questions of a FILE in another language, asked instead (by their ids); with --fit, too.",
)
@click.option("--words", is_flag=True, help="By words alone; otherwise with the encoder, and again by words alone.")
@click.option("--sample", type=click.IntRange(min=1), help="At most so many questions of each set, always the same.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON, misses too.")
@click.option("--page", type=click.Path(dir_okay=False, path_type=Path), help="Write an HTML page with all of it.")
@click.option("--fit", "fitting", is_flag=True, help="Fit what decides about answers, and keep it beside the index.")
@click.option(
    "--denied",
    type=_SHARE,
    default=AllowedErrors().denied,
    show_default=True,
    help="For --fit: the share of the answerable questions of the worst set that may be denied.",
)
@click.option(
    "--wrong-refusals",
    type=_SHARE,
    default=AllowedErrors().wrong_refusals,
    show_default=True,
    help="For --fit: the share that may not be answered, denied ones included.",
)
@click.option("--attribution", is_flag=True, help="Score who says it, on gold readings (default: the project's own).")
def evaluate(
    files: tuple[Path, ...],
    language: str,
    questions: tuple[Path, ...],
    *,
    words: bool,
    sample: int | None,
    as_json: bool,
    page: Path | None,
    fitting: bool,
    denied: float,
    wrong_refusals: float,
    attribution: bool,
) -> None:
    """Scores passages, quotes and refusals on FILES of questions: in SQuAD's format, or readers' questions.

    \b
    n        questions                         q1 q2 q3  first quote right, of 1, 2, 3 sentences
    libR@1   right passage first of all        shown     right, as an answer or as the nearest
    libMRR   mean of its reciprocal ranks      denied    answerable, and said not to be answered
    artR@1   right passage first in its own    wrong     answerable, and not answered
    typo     libR@1 with a typing error        ms        median time of an answer
    Not answered, as it should be: when asked of a random article, of the most similar one, of its own with
    the paragraph removed that answers; and near-misses, which its own article does not answer.

    With --fit: fits the constants that decide whether a question is answered, on all FILES; the table shows how each
    set fares with them, and with constants from the other sets alone. With --attribution: scores who says it.
    """
    if attribution:
        print_attribution(files, as_json=as_json)
        return
    if not files:
        raise click.UsageError("name files of questions, or use --attribution")
    if denied > wrong_refusals:
        raise click.UsageError("--denied cannot be more than --wrong-refusals: who is denied is not answered")
    sets = read_sets(files, language, questions, beside=fitting)
    if sample:
        sets = tuple(each.sample(sample) for each in sets)
    ways = _ways(words=words, read_all=fitting)
    if fitting:
        _fit(sets, ways[0], AllowedErrors(denied, wrong_refusals), as_json=as_json)
    else:
        _measure(sets, ways, page, as_json=as_json)


def _ways(*, words: bool, read_all: bool) -> list[RetrievalMode]:
    """How the settings have articles searched, and by words alone.

    `read_all`: a reader reads as many windows of each article as it may.
    """
    settings = load_settings()
    encoder = encoder_of(settings)
    by_words = RetrievalMode(None)
    if words or isinstance(encoder, WordsAlone):
        return [by_words]
    reader = reader_of(settings)
    windows = None if isinstance(reader, NoReader) else WindowReader(reader, reads_all=read_all)
    vectors, constants = text_vectors(encoder, settings.index_folder), read_constants(settings.index_folder)
    return [RetrievalMode(vectors, constants, windows), by_words]


def _measure(sets: Sequence[QuestionSet], ways: Sequence[RetrievalMode], page: Path | None, *, as_json: bool) -> None:
    reports: list[Report] = []
    if not as_json:
        click.echo(HEAD)
    for questions in sets:
        for way in ways:
            with _progress(f"{questions.name}, {way.name}") as progress:
                report = evaluate_set(questions, way, progress=progress, encoding=show_encoding)
            reports.append(report)
            if not as_json:
                click.echo(report_line(report))
            if report.unencoded:
                click.echo(
                    f"{report.unencoded} questions got no vector in time, and were asked by words alone.", err=True
                )
    if as_json:
        click.echo(json_text([report.as_json() for report in reports]))
    else:
        for line in near_miss_lines(reports):
            click.echo(line)
    if page:
        write_page(page, ", ".join(dict.fromkeys(questions.name for questions in sets)), reports)


def _fit(sets: Sequence[QuestionSet], way: RetrievalMode, shares: AllowedErrors, *, as_json: bool) -> None:
    observations = []
    for questions in sets:
        with _progress(f"{questions.name}, {way.name}") as progress:
            observations.append(observe(questions, way, progress=progress, encoding=show_encoding))
    name = way.vectors.name if way.vectors else None
    meaning, before = name is not None, BUILT_IN.of(name)
    formulas = fit(observations, shares, before, meaning=meaning)
    lines = fit_lines(observations, shares, formulas, ALL_IS_AN_ANSWER) if way.windows else None
    tried = trials(observations, shares, before, meaning=meaning, lines=lines)
    if as_json:
        listed = {formula: getattr(formulas, formula)._asdict() for formula in formulas._fields}
        read = {"lines": {which: getattr(lines, which)._asdict() for which in lines._fields}} if lines else {}
        click.echo(json_text({"encoder": name, **listed, **read, "sets": list(map(_as_json, tried))}))
    else:
        for line in fitted_text(name, formulas, lines, tried):
            click.echo(line)
    if name is not None:
        folder = load_settings().index_folder
        file = write_constants(folder, name, formulas)
        if way.windows and lines:
            write_constants(folder, way.windows.name, lines)
        click.echo(
            f"They are kept in {from_here(file)}, and used with the index there from the next start on.", err=True
        )


def _as_json(trial: Trial) -> dict[str, object]:
    left_out = trial.left_out._asdict() if trial.left_out else None
    return {**trial._asdict(), "tuned": trial.tuned._asdict(), "left_out": left_out}


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error, so that the figures alone go to standard output."""
    with click.progressbar(length=1, label=what, file=sys.stderr) as bar:

        def tell(done: int, total: int) -> None:
            bar.length = total
            bar.update(done - bar.pos)

        yield tell
