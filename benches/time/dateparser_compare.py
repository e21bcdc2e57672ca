#!/usr/bin/env python3
"""Measures PyPI `dateparser` on the texts that the example `timebank` wrote with `--json`, beside Ascribe.

    pip install dateparser
    cargo run --release -p ascribe-grounding --example timebank -- FOLDER --json times.json
    benches/time/dateparser_compare.py times.json

Spans are relaxed (they share characters); `dateparser` gives days only, so values are compared on the
annotated ones that are days (YYYY-MM-DD), for both tools. Prints one line a tool.
"""
import datetime, json, re, sys, time
from dateparser.search import search_dates

DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")


def dateparser_times(document):
    """Spans and ISO days that `search_dates` finds, sentence by sentence, relative to the document's date."""
    base = datetime.datetime.fromisoformat(document["date"])
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    found = []
    for line in re.finditer(r"[^\n]+", document["text"]):
        at = line.start()
        for words, date in search_dates(line.group(), languages=["en"], settings=settings) or []:
            start = document["text"].find(words, at, line.end())
            if start >= 0:
                at = start + len(words)
                found.append({"start": start, "end": at, "value": date.date().isoformat()})
    return found


def score(documents, key):
    gold = found = shared = days = right = 0
    for document in documents:
        hits = document[key]
        found += len(hits)
        used = set()
        for timex in document["gold"]:
            gold += 1
            near = [i for i, h in enumerate(hits) if i not in used and h["start"] < timex["end"] and timex["start"] < h["end"]]
            if not near:
                continue
            used.add(near[0])
            shared += 1
            if DAY.match(timex["value"]):
                days += 1
                right += hits[near[0]]["value"] == timex["value"]
    precision, recall = shared / max(found, 1), shared / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"found {found}, precision {precision:.3f}, recall {recall:.3f}, span F1 {f1:.3f}, days right {right} of {days} ({right / max(days, 1):.3f})"


def byte_offsets_to_characters(document):
    """Ascribe counts bytes while a report is analysed; Python counts characters."""
    data = document["text"].encode()
    for timex in document["gold"] + document["found"]:
        for end in ("start", "end"):
            timex[end] = len(data[: timex[end]].decode(errors="ignore"))


def main():
    documents = json.load(open(sys.argv[1], encoding="utf-8"))
    for document in documents:
        byte_offsets_to_characters(document)
    begin = time.perf_counter()
    for document in documents:
        document["dateparser"] = dateparser_times(document)
    seconds = time.perf_counter() - begin
    print("ascribe   ", score(documents, "found"))
    print("dateparser", score(documents, "dateparser"), f"in {seconds:.1f} s")


if __name__ == "__main__":
    main()
