"""A copy of a scenario without its operational rung: no axes, no layers of roads and railways, no levers and addresses of either.

usage: make_still.py SCENARIO FOLDER
"""

import csv
import pathlib
import re
import shutil
import sys

source, target = map(pathlib.Path, sys.argv[1:])
shutil.rmtree(target, ignore_errors=True)
shutil.copytree(source, target)
(target / "operations.yaml").unlink()
scenario = (target / "scenario.yaml").read_text()
scenario = scenario.replace(", roads, railways]", "]")


def is_moving(lever):
    return re.search(r"(set|move|add): (axis\.|movement\.|pl-|catalogue\.[a-z-]*(division|brigade))", lever)


# a lever begins with its id and ends with the next one or with a line that stands at the left
scenario = re.sub(
    r"^  - id: .*\n    words: .*\n    edits:(?:.*\n(?:      .*\n)*)", lambda lever: "" if is_moving(lever[0]) else lever[0],
    scenario, flags=re.M)
(target / "scenario.yaml").write_text(scenario)
with (target / "statements.csv").open() as file:
    rows = list(csv.reader(file))
for row in rows[1:]:
    row[4] = " ".join(a for a in row[4].split() if not re.match(r"attrition|axis|movement|catalogue\..*(division|brigade)", a))
    row[:] = [re.sub(r"\{operational/[^}]*\}", "0", cell) for cell in row]
    if not row[4] and not row[5]:
        row[5] = "nothing"
with (target / "statements.csv").open("w") as file:
    csv.writer(file).writerows(rows)
