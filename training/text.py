"""Owns how raw text becomes words, word shapes and WordPiece ids.

The Rust reader does the same three things; a change here is a change of the model's contract.
"""
import re

MAX_SUBWORDS = 12
UNK, CLS, SEP, MASK = 100, 101, 102, 103

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9])")
_NO_BREAK = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Sen|Rep|Gov|Rev|St|Jr|Sr|No|vs|etc|Inc|Co|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z]|\b(?:[A-Za-z]\.)+[A-Za-z])\.$")
_TOKEN = re.compile(
    r"https?://\S+|[\w.+-]+@[\w-]+\.\w+"          # addresses
    r"|(?:[A-Za-z]\.){2,}|(?:[A-Z]\.)(?=[A-Z]\.)"  # U.S., a.m.
    r"|\d+(?:[.,:]\d+)+|\d+(?:st|nd|rd|th)\b"      # 1,200  10:30  1st
    r"|[^\W\d_]+\d+[\w]*|\d+[^\W\d_]+|\d+|[^\W\d_]+"
    r"|\.{2,}|--+|.", re.S)
_ABBREVIATION = re.compile(
    r"^(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Brig|Adm|Sen|Rep|Gov|Rev|St|Jr|Sr|No|vs|Inc|Co|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)$")
_CLITICS = ("'s", "'re", "'ve", "'ll", "'d", "'m")


def sentences(text):
    """(start, end) of each sentence; line breaks always end one."""
    spans = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for gap in _SENTENCE_END.finditer(line.group()):
            end = line.start() + gap.start()
            if not _NO_BREAK.search(text[start:end]):
                spans.append((start, end))
                start = line.start() + gap.end()
        spans.append((start, line.end()))
    return [(a, b) for a, b in spans if text[a:b].strip()]


def words(text, offset=0):
    """(start, end) of each UD-style word: hyphens apart, clitics and n't apart, abbreviations whole."""
    found = []
    for match in _TOKEN.finditer(text):
        if not match.group().strip():
            continue
        found.append([match.start(), match.end()])
    merged = []
    i = 0
    while i < len(found):
        start, end = found[i]
        token = text[start:end]
        following = found[i + 1] if i + 1 < len(found) else None
        if following and following[0] == end:
            after = text[following[0]:following[1]]
            if after == "." and _ABBREVIATION.match(token):
                end, i = following[1], i + 1
            elif after in "'’" and i + 2 < len(found) and found[i + 2][0] == following[1]:
                tail = text[found[i + 2][0]:found[i + 2][1]].lower()
                if tail == "t" and token.lower().endswith("n"):
                    merged += [[start, end - 1], [end - 1, found[i + 2][1]]]
                    i += 3
                    continue
                if "'" + tail in _CLITICS:
                    merged += [[start, end], [following[0], found[i + 2][1]]]
                    i += 3
                    continue
        merged.append([start, end])
        i += 1
    return [(a + offset, b + offset) for a, b in merged if a < b]


def shape_of(word, first):
    """The word shape class: what an uncased vocabulary cannot see."""
    if word.isdigit():
        return 1
    if any(c.isdigit() for c in word):
        return 2
    if not any(c.isalpha() for c in word):
        return 3
    if word.islower():
        return 4
    if word.isupper():
        return 5 if len(word) > 1 else 6
    if word[0].isupper() and word[1:].islower():
        return 8 if first else 7
    return 9


class WordPieces:
    """WordPiece ids of a word, at most MAX_SUBWORDS of them, as BERT's uncased tokenizer cuts them."""

    def __init__(self, tokenizer_file):
        from tokenizers import Tokenizer
        self._tokenizer = Tokenizer.from_file(str(tokenizer_file))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._cache = {}

    def __call__(self, word):
        ids = self._cache.get(word)
        if ids is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:MAX_SUBWORDS] or [UNK]
            self._cache[word] = ids
        return ids
