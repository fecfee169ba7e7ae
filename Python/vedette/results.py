"""What a run found, read from its results.gpkg."""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterable, Optional, Union

from ._program import call

if TYPE_CHECKING:
    import geopandas
    import pandas

PathLike = Union[str, "os.PathLike[str]"]


class Results:
    """A results file: tables as pandas, layers as GeoPandas, answers as the program gives them.

    Columns carry their unit at the end of their name (`_s`, `_pct`, `_km`); what they mean stands in `meaning`.
    """

    def __init__(self, path: PathLike) -> None:
        self.path = Path(path)
        if not self.path.is_file():
            raise FileNotFoundError(f"no results file {self.path}")
        tables = {row[0] for row in self._rows("SELECT name FROM sqlite_master")}
        if not {"run", "summary", "figures"} <= tables:
            raise ValueError(f"{self.path} is no results file of vedette")

    def __repr__(self) -> str:
        run = self.run
        return f"Results({str(self.path)!r}: {run['scenario']}, seed {run['seed']}, {run['replicates']} x {run['draws']} draws)"

    def _rows(self, query: str, parameters: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        with self._connection() as connection:
            return connection.execute(query, tuple(parameters)).fetchall()

    def _connection(self) -> sqlite3.Connection:
        return sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True)

    def _frame(self, query: str, parameters: Iterable[Any] = ()) -> "pandas.DataFrame":
        try:
            import pandas
        except ImportError as error:
            raise ImportError("pandas is needed for tables: pip install pandas") from error
        connection = self._connection()
        try:
            return pandas.read_sql_query(query, connection, params=tuple(parameters))
        finally:
            connection.close()

    @property
    def run(self) -> dict[str, Any]:
        """Which run it is: version, scenario and its SHA-256, seed, replicates, draws, postures of the headline."""
        connection = self._connection()
        connection.row_factory = sqlite3.Row
        try:
            return dict(connection.execute("SELECT * FROM run").fetchone())
        finally:
            connection.close()

    def tables(self) -> dict[str, str]:
        """Every table, view and layer, and what a row of it is."""
        return dict(self._rows("SELECT table_name, description FROM gpkg_contents ORDER BY table_name"))

    def meaning(self, table: str) -> dict[str, str]:
        """The columns of a table and what they hold."""
        self._expect(table)
        return dict(
            self._rows(
                "SELECT column_name, description FROM gpkg_data_columns WHERE table_name = ? ORDER BY rowid", [table]
            )
        )

    def table(self, name: str) -> "pandas.DataFrame":
        """A table or view as it is; empty cells are missing values."""
        self._expect(name)
        return self._frame(f'SELECT * FROM "{name}"')

    def _expect(self, name: str) -> None:
        known = self.tables()
        if name not in known:
            raise KeyError(f"{name!r} is not a table; there are {', '.join(sorted(known))}")

    def summary(
        self,
        place: Optional[str] = None,
        *,
        threat: Optional[str] = None,
        posture: Optional[str] = None,
    ) -> "pandas.DataFrame":
        """A row for each place, class of threat and posture; shares in per cent, times in seconds.

        The class of rows that are of all threats together is empty.
        """
        return self._chosen("summary", {"place": place, "class": threat, "posture": posture})

    def figures(
        self,
        place: Optional[str] = None,
        *,
        threat: Optional[str] = None,
        quantity: Optional[str] = None,
        posture: Optional[str] = None,
        statistic: Optional[str] = None,
    ) -> "pandas.DataFrame":
        """Every figure with its id, value, unit, computing error and, where it has no value, why."""
        wanted = {"place": place, "class": threat, "quantity": quantity, "posture": posture, "statistic": statistic}
        return self._chosen("figures", wanted)

    def drivers(self, place: Optional[str] = None) -> "pandas.DataFrame":
        """The ten inputs that each warning hangs on most, by share of its spread."""
        return self._chosen("drivers", {"place": place})

    def _chosen(self, table: str, wanted: dict[str, Optional[str]]) -> "pandas.DataFrame":
        asked = {column: value for column, value in wanted.items() if value is not None}
        where = " AND ".join(f'"{column}" = ?' for column in asked)
        return self._frame(f'SELECT * FROM "{table}"' + (f" WHERE {where}" if where else ""), asked.values())

    def layer(self, name: str = "warning_any") -> "geopandas.GeoDataFrame":
        """A layer in longitude and latitude: places, sites, formations, hexagons, warning_CLASS, low_CLASS."""
        try:
            import geopandas
        except ImportError as error:
            raise ImportError("GeoPandas is needed for layers: pip install geopandas") from error
        self._expect(name)
        return geopandas.read_file(self.path, layer=name)

    def draws(self) -> "pandas.DataFrame":
        """Equally likely draws of every launcher at every place, where the run kept some (`run(keep=100)`)."""
        file = self.path.with_name("draws.csv")
        if not file.is_file():
            raise FileNotFoundError(f"{file}: this run kept no draws; run(keep=100) keeps a hundred")
        try:
            import pandas
        except ImportError as error:
            raise ImportError("pandas is needed for draws: pip install pandas") from error
        return pandas.read_csv(file, dtype={"outcome": "category", "why": "category", "class": "category"})

    @property
    def briefing(self) -> Path:
        """The page, beside the results file."""
        return self.path.with_name("briefing.html")

    def explain(self, figure: str, scenario: PathLike) -> str:
        """What a figure says and what it hangs on, in words. The scenario is that of the run."""
        return call(["explain", os.fspath(scenario), figure, "--results", str(self.path)])

    def warn(self, place: str, scenario: PathLike) -> dict[str, Any]:
        """Every figure of one place, as `vedette warn --json` prints them."""
        told: dict[str, Any] = json.loads(
            call(["warn", os.fspath(scenario), "--place", place, "--json", "--results", str(self.path)])
        )
        return told
