"""Where records are kept. What is saved together is seen together or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Generic, Protocol, TypeVar

from praxeo.domain.record_json import as_written_now, from_body, to_body
from praxeo.domain.records import Record
from praxeo.ports.along import Companion

R = TypeVar("R", bound=Record)


class Page(Generic[R]):
    """Some records of a listing; `cursor` leads to the next ones and is "" at the end.

    A store that keeps JSON hands it over as it is (`of_bodies`): who passes a page on needs no records of it.
    """

    def __init__(self, *, records: Iterable[R], cursor: str) -> None:
        self.cursor = cursor
        self._records: tuple[R, ...] | None = tuple(records)
        self._stored: tuple[type[R], Sequence[str]] | None = None

    @classmethod
    def of_bodies(cls, kind: type[R], bodies: Sequence[str], cursor: str) -> Page[R]:
        """A page of what `to_body` wrote, in this release or an earlier one."""
        page = cls(records=(), cursor=cursor)
        page._records, page._stored = None, (kind, bodies)
        return page

    @property
    def records(self) -> tuple[R, ...]:
        """The records. Raises what `from_body` does."""
        if self._records is None:
            assert self._stored is not None
            kind, bodies = self._stored
            self._records = tuple(from_body(kind, body) for body in bodies)
        return self._records

    @property
    def bodies(self) -> Iterator[str]:
        """The JSON of each record as this release writes it. Raises what `from_body` does."""
        if self._stored is None:
            return map(to_body, self.records)
        kind, bodies = self._stored
        return (as_written_now(kind, body) for body in bodies)

    def kept(self, keep: Callable[[R], bool]) -> Page[R]:
        """The page without the others."""
        return Page(records=filter(keep, self.records), cursor=self.cursor)


class RecordStore(Protocol):
    """Keeps records. What is saved together is seen together or not at all.

    Each adapter takes an `after_save`, which is told of the records of every save that succeeded.
    """

    def get(self, kind: type[R], record_id: str) -> R | None:
        """The record with this id, or None."""

    def save(self, *records: Record, delete: Sequence[Record] = ()) -> tuple[Record, ...]:
        """Save and delete all of these or none; gives the saved ones with their new versions.

        `Conflict("changed_meanwhile")` if the stored version of any is not the version given
        (0: it must not exist yet). `Refused`/`TooLarge` past `domain.limits`.
        """

    def along(self, companion: Companion) -> AbstractContextManager[None]:
        """While inside, the first save of this thread (or task) takes one more record along.

        The companion makes it from the records of that save; it is saved with them or not at all,
        counts in the limits, and is not among what `save` gives. A save that fails does not use it up.
        """

    def restore(self, *records: Record) -> None:
        """Keep these records of another store as they are, their versions included: all or none.

        `Conflict("exists_already")` if the id of any is taken; limits as for `save`.
        """

    def list(
        self,
        kind: type[R],
        where: Mapping[str, str],
        *,
        cursor: str = "",
        limit: int = 50,
        newest_first: bool = False,
    ) -> Page[R]:
        """The records with these field values in order of creation (or the other way round).

        Each is as `get` would give it now. One that was saved in the last seconds may be missing
        where the store is spread over machines: who must know asks for it by its id.

        The fields must be a listing of the catalog: `Refused("unknown_listing")`. A text that is
        no cursor: `Refused("bad_cursor")`. The cost does not grow with the table.
        """

    def scan(self, kind: type[R], *, cursor: str = "", limit: int = 50) -> Page[R]:
        """Every record of a table in an order of the store's own: for work on all of it, whatever it costs.

        One that is saved meanwhile may come or not. `Refused("bad_cursor")` as for `list`.
        """

    def close(self) -> None:
        """Give back what the store holds open."""
