"""A record in one DuckDB file."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

import duckdb

from detente.errors import RecordError, UnknownItem
from detente.model import ITEM_TYPES, Article, Item
from detente.store.conditions import condition
from detente.store.contract import Filters, Outcome, Unstorable, content_hash
from detente.store.opening import connect, in_our_words
from detente.store.tables import TABLES, column_list, in_order, insert_article, insert_items, rows


class DuckDBStore:
    """The store in one DuckDB file (`detente.store.contract.Store`).

    Many threads may read at once; those that write take turns. Another process can read the file only when nobody has it
    open for writing.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: Path) -> None:
        self.path = path
        self._connection: duckdb.DuckDBPyConnection | None = connection
        self._writing = threading.Lock()

    @classmethod
    def open(cls, path: str | PathLike[str], *, read_only: bool = False) -> DuckDBStore:
        """The store in the file at `path`; see `detente.store.open_store`."""
        path = Path(path)
        return cls(connect(path, read_only=read_only), path)

    def __enter__(self) -> DuckDBStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            with in_our_words(self.path):
                connection.close()

    def put(self, article: Article, items: Iterable[Item], *, coder: str | None = None) -> Outcome:
        by_kind = _by_kind(article, items)
        if coder is None:
            coder = "; ".join(sorted({item.coder for of_kind in by_kind.values() for item in of_kind}))
        digest = content_hash(article)
        with self._writing, in_our_words(self.path), self._cursor() as cursor:
            known = cursor.execute("select content_hash, coder from article where id = ?", [article.id]).fetchone()
            if known == (digest, coder):
                return "unchanged"
            cursor.execute("begin")
            try:
                if known is not None:
                    cursor.execute("delete from article where id = ?", [article.id])
                    for kind in ITEM_TYPES:
                        cursor.execute(f'delete from "{kind}" where article = ?', [article.id])
                insert_article(cursor, article, digest, coder)
                for kind, of_kind in by_kind.items():
                    insert_items(cursor, kind, of_kind)
                cursor.execute("commit")
            except duckdb.DataError as error:
                # A number beyond what the column holds, say.
                cursor.execute("rollback")
                raise Unstorable(f"{article.id}: {str(error).splitlines()[0]}") from error
            # Any other error ends the transaction when the cursor is closed: nothing of the article stays.
        return "added" if known is None else "replaced"

    def holds(self, article: Article, coder: str) -> bool:
        with in_our_words(self.path), self._cursor() as cursor:
            return bool(
                cursor.execute(
                    "select 1 from article where id = ? and content_hash = ? and coder = ?",
                    [article.id, content_hash(article), coder],
                ).fetchone()
            )

    def items(
        self,
        kind: str,
        *,
        party: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        type: str | None = None,
        issue: str | None = None,
    ) -> Iterator[Item]:
        where, given = condition(kind, Filters(party=party, since=since, until=until, type=type, issue=issue))
        # Not a generator itself, so that a wrong filter is told at once and not at the first item.
        return self._items(kind, where, given)

    def _items(self, kind: str, where: str, given: list[object]) -> Iterator[Item]:
        item_type = ITEM_TYPES[kind]
        with in_our_words(self.path), self._cursor() as cursor:
            query = f'select {column_list(item_type)} from "{kind}" {where} {in_order(item_type)}'
            yield from rows(cursor.execute(query, given), item_type)

    def item(self, id: str) -> Item:
        # An id begins with its kind, which spares looking through the others.
        named = id.partition("-")[0]
        for kind in sorted(ITEM_TYPES, key=lambda kind: kind != named):
            for item in self._items(kind, "where id = ?", [id]):
                return item
        raise UnknownItem(f"{id}: no entry of the record has this id")

    def articles(self) -> Iterator[Article]:
        with in_our_words(self.path), self._cursor() as cursor:
            yield from rows(cursor.execute(f"select {column_list(Article)} from article {in_order()}"), Article)

    def article(self, id: str) -> Article:
        with in_our_words(self.path), self._cursor() as cursor:
            query = f"select {column_list(Article)} from article where id = ?"
            for article in rows(cursor.execute(query, [id]), Article):
                return article
        raise UnknownItem(f"{id}: no article of the record has this id")

    def counts(self) -> dict[str, int]:
        query = "select " + ", ".join(f'(select count(*) from "{table}")' for table in TABLES)
        with in_our_words(self.path), self._cursor() as cursor:
            return dict(zip(TABLES, cursor.execute(query).fetchall()[0], strict=True))

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        if self._connection is None:
            raise RecordError(f"{self.path}: the record is closed")
        return self._connection.cursor()


def _by_kind(article: Article, items: Iterable[Item]) -> dict[str, list[Item]]:
    """The items of an article by kind; what is told twice is kept once."""
    by_kind: dict[str, list[Item]] = {}
    seen: dict[str, Item] = {}
    for item in items:
        if item.article != article.id:
            raise Unstorable(f"{article.id}: item {item.id} belongs to article {item.article}")
        if seen.setdefault(item.id, item) is not item:
            if seen[item.id] != item:
                raise Unstorable(f"{article.id}: two different items have the id {item.id}")
            continue
        by_kind.setdefault(item.kind, []).append(item)
    return by_kind
