#!/usr/bin/env python3
"""Measures accuracy anew and writes the figures into docs/accuracy.md and docs/accuracy/*.json.

    tools/accuracy.py GOLD REPORTS [--ascribe target/release/ascribe]

GOLD and REPORTS are the annotated reports; the examples of the project are measured beside them.
The tables stand between `<!-- figures NAME: begin -->` and `<!-- figures NAME: end -->`. Standard library only.
"""
import argparse, json, pathlib, re, subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "accuracy.md"


def figures(ascribe, gold, reports, *options):
    """The totals of one evaluation, by name."""
    command = [ascribe, "evaluate", gold, reports, "--format", "json", *options]
    out = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return out.get("figures", out)


def table(columns):
    """A Markdown table of {column: {figure: value}}; whole numbers stay whole."""
    show = lambda v: str(v) if isinstance(v, int) else f"{v:.3f}"
    lines = ["| figure | " + " | ".join(columns) + " |", "| --- " * (len(columns) + 1) + "|"]
    for name in next(iter(columns.values())):
        lines.append(f"| `{name}` | " + " | ".join(show(c[name]) for c in columns.values()) + " |")
    return "\n".join(lines)


def write(page, name, text):
    """Puts `text` between the marks of `name`."""
    begin, end = f"<!-- figures {name}: begin -->", f"<!-- figures {name}: end -->"
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.S)
    if not pattern.search(page):
        raise SystemExit(f"{PAGE}: no marks for {name}; put the lines {begin} and {end} where the table belongs")
    return pattern.sub(lambda _: f"{begin}\n{text}\n{end}", page)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("reports")
    parser.add_argument("--ascribe", default=str(ROOT / "target" / "release" / "ascribe"))
    args = parser.parse_args()
    saved = ROOT / "docs" / "accuracy"
    annotated = {
        "all": figures(args.ascribe, args.gold, args.reports, "--save", str(saved / "gold.json")),
        "development": figures(args.ascribe, args.gold, args.reports, "--part", "development"),
        "aside": figures(args.ascribe, args.gold, args.reports, "--part", "aside"),
    }
    examples = ROOT / "examples"
    own = figures(args.ascribe, str(examples / "expected"), str(examples / "reports"),
                  "--save", str(saved / "examples.json"))
    page = write(PAGE.read_text(), "annotated", table(annotated))
    PAGE.write_text(write(page, "examples", table({"examples": own})))


if __name__ == "__main__":
    main()
