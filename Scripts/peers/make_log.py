"""A scenario's folder with a made-up log of so many rows over ten years, and one episode that holds them all."""
import datetime
import pathlib
import random
import re
import shutil
import sys

source, target, count = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
shutil.copytree(source, target)
(target / "statements.csv").unlink(missing_ok=True)
text = (source / "indicators.yaml").read_text()
codes = [c for line in re.findall(r"codes: \[(.*?)\]", text) for c in line.split(", ")]
feeds = re.findall(r"^  (\w+):$", text.split("feeds:")[1].split("families:")[0], re.M)
(target / "episodes.csv").write_text(
    "id,title,start,end,purpose,event,posture\ndecade,Ten years,2015-01-01,2024-12-31,other,,2021\n"
)
random.seed(1)
first = datetime.date(2015, 1, 1)
with open(target / "observations.csv", "w") as file:
    file.write("id,observed,published,indicator,claim,value,unit,place,feed,reliability,credibility,title,link,origin,"
               "supersedes,note,recorded\n")
    for row in range(count):
        day = random.randrange(3652)
        seen = first + datetime.timedelta(day)
        told = first + datetime.timedelta(min(3652, day + random.randrange(10)))
        value = f"{random.randrange(1, 200000)},men" if row % 4 == 0 else ","
        origin = f"r{random.randrange(row)}" if row % 10 == 9 else ""
        file.write(
            f"r{row},{seen},{told},{random.choice(codes)},\"Row {row}, as it was told by somebody on that day\",{value},"
            f"Town {row % 300},{random.choice(feeds)},{random.choice('ABCDE')},{random.randrange(1, 6)},A page,"
            f"https://news.example/{row},{origin},,,{told}\n"
        )
