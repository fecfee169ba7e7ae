"""Vedette, a warning-time laboratory: how much warning a posture leaves, and on what that rests.

    import vedette
    results = vedette.run("belarus-2026", set={"alert.decision": "20s"})
    results.summary(place="vilnius")
    results.layer("warning_quasi_ballistic").plot("siren_first_after_pct")

The program itself is in the package; `vedette` on the command line is the same.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Iterable, Mapping, Optional

from ._program import VedetteError, call
from ._version import version as __version__
from .results import PathLike, Results

__all__ = ["Results", "VedetteError", "__version__", "run", "scenario", "scenarios"]

_OWN = Path(__file__).parent / "Scenarios"


def scenarios() -> list[str]:
    """Names of the scenarios that the package brings."""
    return sorted(folder.name for folder in _OWN.iterdir() if (folder / "scenario.yaml").is_file())


def scenario(name: PathLike) -> Path:
    """The folder of a scenario: a path, or the name of one that the package brings."""
    path = Path(name)
    if (path / "scenario.yaml").is_file():
        return path
    if os.fspath(name) in scenarios():
        return _OWN / os.fspath(name)
    raise FileNotFoundError(f"no folder {path} with a scenario.yaml; the package brings {', '.join(scenarios())}")


def run(
    name: PathLike,
    *,
    set: Optional[Mapping[str, str]] = None,
    without: Iterable[str] = (),
    edit: Optional[PathLike] = None,
    start: Optional[str] = None,
    draws: Optional[int] = None,
    until: Optional[str] = None,
    seed: int = 1,
    keep: Optional[int] = None,
    out: Optional[PathLike] = None,
    progress: bool = False,
) -> Results:
    """Runs a briefing and returns what it found.

    name: the folder of a scenario, or the name of one that the package brings.
    set: inputs to set, as {"alert.decision": "20s"}; the run then has a posture `tried` beside the one it starts from.
    without: ids of sources as if they had never spoken.
    edit: a file of postures made by edits.
    start: the posture that set and without start from; the later one of the headline where left out.
    draws: in each of 16 replicates, a power of two; until: or the computing error to draw down to, as "5s".
    keep: equally likely draws of every launcher to keep, for Results.draws().
    out: folder for the files; a new temporary one where left out, which stays.
    progress: show progress and warnings on standard error.
    Raises VedetteError where the program refuses.
    """
    folder = Path(out) if out is not None else Path(tempfile.mkdtemp(prefix="vedette-"))
    arguments = ["brief", str(scenario(name)), "--out", str(folder), "--seed", str(seed)]
    for address, value in (set or {}).items():
        arguments += ["--set", f"{address}={value}"]
    for source in [without] if isinstance(without, str) else without:
        arguments += ["--without", source]
    options = {"--edit": edit, "--from": start, "--draws": draws, "--until": until, "--keep": keep}
    for option, given in options.items():
        if given is not None:
            arguments += [option, os.fspath(given) if isinstance(given, os.PathLike) else str(given)]
    if progress:
        arguments += ["--progress", "bar"]
    call(arguments, shows=progress)
    return Results(folder / "results.gpkg")
