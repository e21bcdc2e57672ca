"""Owns the rules' own examples as reports, one JSON line each, for the example program `marked`.

    python rule_examples.py > examples.jsonl
    cargo run --release -p ascribe-pipeline --example marked -- examples.jsonl > rules.txt

What the rules find in the sentences that their writers checked shows the proposer how plain wordings are told.
"""
import json
import pathlib
import re

RULES = pathlib.Path(__file__).parent.parent / "data/rules/en/occurrences"
_EXAMPLE = re.compile(r'(?:match|reject) "(.*)"\s*')
_ROLE = re.compile(r"\[(?:\w+: )?([^\[\]]+)\]")


def main():
    sentences = {}
    for path in sorted(RULES.rglob("*")):
        for line in path.read_text(encoding="utf8").splitlines() if path.is_file() else ():
            example = _EXAMPLE.fullmatch(line)
            if example:
                sentences[_ROLE.sub(r"\1", example[1]).replace('\\"', '"')] = None
    for number, sentence in enumerate(sentences):
        print(json.dumps({"id": f"rule-{number:04}", "text": sentence}))


if __name__ == "__main__":
    main()
