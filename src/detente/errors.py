"""The errors that détente raises on purpose.

Everything that a caller may want to catch is a `DetenteError`. Commands turn each into one line on standard error;
none of them is ever shown as a traceback.

    DetenteError
      InputError          something given to be read could not be read
        NotFound            no such file, folder or address
        EmptyInput          nothing to read in it
        NotText             bytes that are no text in any encoding we know
        BadRecord           a line of JSON lines that is broken or lacks a key
        BadDate             a date that is none
        NoArticle           a page with no article in it
        CodingFailed        an article on which the coder itself failed
        FetchError          an address that could not be fetched
          ForbiddenAddress    an address that we refuse to fetch
      DataError           a data file (ontology, knowledge base, codebook) that breaks its rules
      RecordError         a record file that cannot be used
        NotARecord          a file that is no record
        NewerRecord         a record made by a newer version of détente
        StorageFull         no room left for writing
      UnknownItem         no entry with that id
      MissingExtra        an optional package that is not installed
"""

from __future__ import annotations


class DetenteError(Exception):
    """Root of the tree. `str(error)` is one line that can be shown to a person."""


class InputError(DetenteError):
    """Something given to be read could not be read.

    `name` is the file, address or record concerned; `reason` says what is wrong with it.
    """

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        # The error crosses process borders when articles are coded on several cores.
        return type(self), (self.name, self.reason)


class NotFound(InputError):
    """No such file, folder or address."""


class EmptyInput(InputError):
    """There is nothing to read in it."""


class NotText(InputError):
    """Bytes that are no text in any encoding that we know."""


class BadRecord(InputError):
    """A line of JSON lines that is broken or lacks a key."""


class BadDate(InputError):
    """A date that is none."""


class NoArticle(InputError):
    """A page with no article in it."""


class CodingFailed(InputError):
    """An article on which the coder itself failed: a fault of détente, told so that the other articles go on."""


class FetchError(InputError):
    """An address that could not be fetched."""


class ForbiddenAddress(FetchError):
    """An address that is refused: private, loopback, link-local, or not http."""


class DataError(DetenteError):
    """A data file (ontology, knowledge base, codebook) that breaks its rules."""


class RecordError(DetenteError):
    """A record file that cannot be used."""


class NotARecord(RecordError):
    """The file is no record of détente."""


class NewerRecord(RecordError):
    """The record was made by a newer version of détente."""


class StorageFull(RecordError):
    """There is no room left for writing."""


class UnknownItem(DetenteError):
    """No entry of the record has that id."""


class MissingExtra(DetenteError):
    """An optional package is not installed."""
