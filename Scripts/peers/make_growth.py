#!/usr/bin/env python3
"""A larger Meridia: so many places and radars, spread over its land. Usage: PLACES SENSORS FOLDER"""
import pathlib, random, shutil, sys

places, sensors, out = int(sys.argv[1]), int(sys.argv[2]), pathlib.Path(sys.argv[3])
shutil.rmtree(out, ignore_errors=True)
shutil.copytree(pathlib.Path(__file__).parents[2] / "Scenarios" / "meridia", out)
chance = random.Random(1)


def somewhere():
    return f"{chance.uniform(-42.4, -39.9):.3f},{chance.uniform(-131.2, -129.9):.3f}"


def grow(name, more, row):
    lines = (out / name).read_text().splitlines() + [row(i) for i in range(more)]
    (out / name).write_text("\n".join(lines) + "\n")


more = max(0, sensors - 2)
grow("places.csv", max(0, places - 6), lambda i: f"town-{i},Town {i},QM,Middle,{somewhere()},10000,urban,gazette")
grow("sites.csv", more, lambda i: f"watch-{i},Watch {i},QM,radar,watch,{somewhere()},5 km")
text = (out / "scenario.yaml").read_text()
names = ", ".join(["north-watch", "south-watch"] + [f"watch-{i}" for i in range(more)])
(out / "scenario.yaml").write_text(text.replace("north-watch, south-watch", names))
