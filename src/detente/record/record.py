"""A record: articles are read into it, entries are asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Self, Unpack, cast

from detente.errors import InputError
from detente.items import Items
from detente.model import (
    Article,
    Commitment,
    Event,
    Figure,
    Finding,
    Forecast,
    Item,
    Mention,
    Place,
    Position,
    Statement,
    Talks,
    Time,
)
from detente.record.explain import Explanation
from detente.record.report import ReadReport
from detente.store import Filters, Outcome, Store, Unstorable, open_store
from detente.store.contract import content_hash

if TYPE_CHECKING:
    import datetime as dt

Progress = Callable[[Article | InputError, Outcome | Literal["error"]], None]
"""Called with each article or error as soon as it is done, and with what became of it."""


class Record:
    """The record of a crisis in one file, made if it is not there.

        with Record("crisis.duckdb") as record:
            print(record.read(["reports/"]))
            record.events(party="RUS", type="THREATEN").to_pandas()

    Raises `RecordError` when the file cannot be used: it is no record, a newer détente made it, another process has it.
    """

    def __init__(self, path: str | PathLike[str], *, read_only: bool = False) -> None:
        self.path = Path(path)
        self.store: Store = open_store(path, read_only=read_only)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self.store.close()

    def __repr__(self) -> str:
        return f"Record({str(self.path)!r})"

    def read(
        self,
        inputs: Iterable[str],
        *,
        date: dt.date | None = None,
        allow_private: bool = False,
        workers: int | None = None,
        progress: Progress | None = None,
    ) -> ReadReport:
        """Reads inputs (files, folders, addresses, `-`) into the record; reading the same again changes nothing.

        Each article is kept whole as soon as it is coded, so that a reading that is broken off loses nothing of what came
        before. `date` is the date of articles that have none; `workers` as in `detente.pipeline.code_articles`.

        What cannot be read is told in the report, and the rest is done. Raises `StorageFull`, or another `RecordError`.
        """
        from detente.checks import Checker
        from detente.pipeline import code_articles
        from detente.sources import read

        report = ReadReport()
        coder = Checker().name

        def done(entry: Article | InputError, outcome: Outcome | Literal["error"]) -> None:
            if isinstance(entry, InputError):
                report.errors.append(entry)
            else:
                setattr(report, outcome, getattr(report, outcome) + 1)
            if progress is not None:
                progress(entry, outcome)

        def to_code() -> Iterator[Article | InputError]:
            """What must be coded: articles that the record holds already are done without."""
            met: dict[str, str] = {}
            for entry in read(inputs, date=date, allow_private=allow_private):
                if isinstance(entry, InputError):
                    yield entry
                    continue
                # Two reports of one id in one reading would replace each other for ever; the first is kept.
                content = content_hash(entry)
                if met.setdefault(entry.id, content) != content:
                    yield InputError(entry.source or entry.id, f"another report with the id {entry.id} came before it")
                elif self.store.holds(entry, coder):
                    done(entry, "unchanged")
                else:
                    yield entry

        for coded in code_articles(to_code(), workers=workers):
            if isinstance(coded, InputError):
                done(coded, "error")
                continue
            article, items = coded
            try:
                outcome = self.store.put(article, items, coder=coder)
            except Unstorable as error:
                done(InputError(article.source or article.id, str(error)), "error")
            else:
                done(article, outcome)
        return report

    def items(self, kind: str, **filters: Unpack[Filters]) -> Items[Item]:
        """The items of a kind that pass the filters (`detente.store.Filters`), by date, article and place in it."""
        return Items(self.store.items(kind, **filters), kind=kind)

    def events(self, **filters: Unpack[Filters]) -> Items[Event]:
        """Who did what to whom."""
        return self._of(Event, **filters)

    def statements(self, **filters: Unpack[Filters]) -> Items[Statement]:
        """Who said what."""
        return self._of(Statement, **filters)

    def figures(self, **filters: Unpack[Filters]) -> Items[Figure]:
        """The numbers that were given."""
        return self._of(Figure, **filters)

    def talks(self, **filters: Unpack[Filters]) -> Items[Talks]:
        """Rounds of talks."""
        return self._of(Talks, **filters)

    def commitments(self, **filters: Unpack[Filters]) -> Items[Commitment]:
        """What was promised."""
        return self._of(Commitment, **filters)

    def positions(self, **filters: Unpack[Filters]) -> Items[Position]:
        """Where the parties stand."""
        return self._of(Position, **filters)

    def forecasts(self, **filters: Unpack[Filters]) -> Items[Forecast]:
        """What was expected to happen."""
        return self._of(Forecast, **filters)

    def findings(self, **filters: Unpack[Filters]) -> Items[Finding]:
        """What does not hold in the reports."""
        return self._of(Finding, **filters)

    def places(self, **filters: Unpack[Filters]) -> Items[Place]:
        """The places that were named."""
        return self._of(Place, **filters)

    def times(self, **filters: Unpack[Filters]) -> Items[Time]:
        """The expressions of time."""
        return self._of(Time, **filters)

    def mentions(self, **filters: Unpack[Filters]) -> Items[Mention]:
        """Where actors are named."""
        return self._of(Mention, **filters)

    def _of(self, item_type: type[Any], **filters: Unpack[Filters]) -> Items[Any]:
        return self.items(cast(str, item_type.model_fields["kind"].default), **filters)

    def articles(self) -> Iterator[Article]:
        """The articles, by date and id."""
        return self.store.articles()

    def counts(self) -> dict[str, int]:
        """How many articles, and items of each kind, there are."""
        return self.store.counts()

    def explain(self, id: str) -> Explanation:
        """What an entry rests on; printing it tells. Raises `UnknownItem`."""
        item = self.store.item(id)
        return Explanation(item, self.store.article(item.article))

    def export(
        self, format: str, path: str | PathLike[str], *, kinds: Iterable[str] | None = None, **filters: Unpack[Filters]
    ) -> list[Path]:
        """Writes the record, or the items of some kinds that pass the filters, and gives back the files written.

        Where a file of the format holds one kind only, `path` is a folder (made if need be) for a file of each kind, or a
        file where one kind is asked for. Without `kinds` it is every kind that knows of the filters. A file that is
        there is replaced when the new one is whole.

        Raises `DetenteError` for a format, kind or filter that there is not, `StorageFull`, or another `RecordError`.
        """
        from detente.record.export import export

        return export(self.store, format, Path(path), None if kinds is None else list(kinds), filters)
