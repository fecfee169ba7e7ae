"""The package as somebody has it who installed it: no compiler, no clone, no data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import vedette
from vedette import _program


class Installed(unittest.TestCase):
    results: vedette.Results

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.mkdtemp()
        cls.results = vedette.run("meridia", draws=8, keep=10, out=Path(cls.folder) / "out")

    @classmethod
    def tearDownClass(cls) -> None:
        shutil.rmtree(cls.folder)

    def test_no_compiler_is_needed(self) -> None:
        self.assertIsNone(shutil.which("swift"))
        self.assertNotIn("LD_LIBRARY_PATH", os.environ)

    def test_every_file_of_a_briefing_is_there(self) -> None:
        names = sorted(file.name for file in self.results.path.parent.iterdir())
        expected = ["briefing.html", "draws.csv", "figures.csv", "results.gpkg", "results.json", "summary.csv"]
        self.assertEqual(names, expected)
        self.assertTrue(self.results.briefing.read_text(encoding="utf-8").startswith("<!doctype html>"))
        self.assertEqual(self.results.run["version"], vedette.__version__)

    def test_summary_is_the_file(self) -> None:
        import pandas

        frame = self.results.summary()
        text = pandas.read_csv(self.results.path.with_name("summary.csv"))
        self.assertEqual(len(frame), len(text))
        self.assertEqual(list(text.columns), [column for column in frame.columns if column in text.columns])
        merged = frame["siren_first_pct"].fillna(-1).round(4).tolist()
        self.assertEqual(merged, text["siren_first_pct"].fillna(-1).round(4).tolist())
        lantern = self.results.summary("lantern", posture=str(self.results.run["after"]))
        self.assertEqual(set(lantern["place"]), {"lantern"})
        self.assertIn("siren_first_pct", self.results.meaning("summary"))

    def test_shares_of_outcomes_add_up(self) -> None:
        told = self.results.summary().dropna(subset=["siren_first_pct"])
        self.assertFalse(told.empty)
        for total in told[["siren_first_pct", "siren_late_pct", "no_alert_pct"]].sum(axis=1):
            self.assertAlmostEqual(total, 100, places=2)

    def test_layers_are_places(self) -> None:
        layer = self.results.layer()
        self.assertEqual(layer.crs.to_epsg(), 4326)
        self.assertEqual(len(layer), len(self.results.table("places")))

    def test_draws_are_so_many(self) -> None:
        draws = self.results.draws()
        self.assertEqual(set(draws.groupby(["posture", "place", "class", "launcher"], observed=True).size()), {10})

    def test_what_if_has_a_posture_of_its_own(self) -> None:
        tried = vedette.run("meridia", set={"alert.decision": "5s"}, draws=8)
        self.assertIn("tried", set(tried.summary()["posture"]))

    def test_figures_and_drivers(self) -> None:
        figures = self.results.figures("lantern", statistic="median")
        self.assertFalse(figures.empty)
        self.assertTrue(figures["id"].str.endswith("/median").all())
        self.assertFalse(self.results.drivers("lantern").empty)
        words = self.results.explain(figures["id"].iloc[0], vedette.scenario("meridia"))
        self.assertIn("Lantern", words)
        self.assertTrue(self.results.warn("lantern", vedette.scenario("meridia"))["figures"])

    def test_refusals_carry_the_programs_words(self) -> None:
        with self.assertRaises(vedette.VedetteError) as caught:
            vedette.run("meridia", set={"alert.decisoin": "5s"}, draws=8)
        self.assertEqual(caught.exception.code, 65)
        self.assertIn("is not the address of an input", str(caught.exception))
        with self.assertRaises(FileNotFoundError):
            vedette.run("atlantis")
        with self.assertRaises(KeyError):
            self.results.table("figure")
        with self.assertRaises(ValueError):
            other = Path(self.folder) / "other.gpkg"
            other.touch()
            vedette.Results(other)

    def test_the_command_is_the_program(self) -> None:
        command = Path(sys.executable).with_name("vedette")
        for words in ([str(command)], [sys.executable, "-m", "vedette"]):
            said = subprocess.run([*words, "--version"], stdout=subprocess.PIPE, encoding="utf-8", check=True)
            self.assertEqual(said.stdout.strip(), vedette.__version__)

    def test_projections_come_along(self) -> None:
        self.assertTrue((_program.PROGRAM.parent.parent / "share/proj/proj.db").is_file())

    def test_no_data_layer_comes_along(self) -> None:
        package = Path(vedette.__file__).parent
        for file in package.rglob("*"):
            self.assertNotIn(file.suffix, {".grid", ".lines", ".npz", ".dcw"}, str(file))


if __name__ == "__main__":
    unittest.main()
