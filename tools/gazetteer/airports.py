#!/usr/bin/env python3
"""Makes data/gazetteer/airports.places, the airports and air bases of the world by their own names.

    python3 -m venv venv && venv/bin/pip install airportsdata==20260905
    venv/bin/python tools/gazetteer/airports.py

"Sheremetyevo Airport" lies at no town of its name; "Kabul airport" is found by its town as well. Kept are airports with an
IATA code and whatever is called a base. Each is known by its name with the word for what it is, never without.

Data: airportsdata by Mike Borsetti (MIT); changed: other airfields left out, positions rounded.
"""
import csv, pathlib, re, subprocess, sys, tempfile

import airportsdata

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "data/gazetteer/airports.places"
BASE = re.compile(r"\b(Air Base|Air Force Base|Air Station|Airbase|Army Air ?[Ff]ield|Barracks)\b")
# "Keld International Airport" is also "Keld Airport".
SHORTER = [(re.compile(r" (?:International|Intl|Regional|Domestic|National) Airport$"), " Airport"),
           (re.compile(r" (?:Air Force Base|Airbase|Army Air ?[Ff]ield)$"), " Air Base")]


def spellings(name):
    found = [name]
    for pattern, short in SHORTER:
        if pattern.search(name):
            found.append(pattern.sub(short, name))
    return found


def rows():
    with (pathlib.Path(airportsdata.__file__).parent / "airports.csv").open(newline="") as file:
        for row in sorted(csv.DictReader(file), key=lambda r: r["icao"]):
            name, base = row["name"].strip(), bool(BASE.search(row["name"]))
            named = base or name.endswith(("Airport", "Airfield", "Aerodrome"))
            if not named or not (row["iata"] or base) or not row["icao"].isalnum() or any(c in name for c in ",/()"):
                continue
            spelt = spellings(name)
            yield [str(int(row["icao"], 36)), name, name, ",".join(spelt[1:]), f"{float(row['lat']):.3f}",
                   f"{float(row['lon']):.3f}", "S", "AIRB" if base else "AIRP", row["country"], "", "", "", "", "", "0",
                   "", "", "", ""]


def main():
    lines = ["\t".join(row) + "\n" for row in rows()]
    with tempfile.TemporaryDirectory() as folder:
        dump = pathlib.Path(folder) / "airports.txt"
        dump.write_text("".join(lines))
        command = ["cargo", "run", "--release", "-q", "-p", "ascribe-grounding", "--example", "compile_gazetteer",
                   "--", str(dump), str(OUT), "airportsdata 20260905 by Mike Borsetti, MIT"]
        sys.exit(subprocess.run(command, cwd=ROOT).returncode)


if __name__ == "__main__":
    main()
