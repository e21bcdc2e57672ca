"""Owns the label scheme of the head `ner_actor`: its labels, how re3d maps to it, and how far spans reach.

re3d's annotators differ on articles and on numbers, so spans of every source are brought to one manner:
no leading article or possessive (*the army* → *army*), and a number belongs to what it counts (*20 soldiers*).
"""
LABELS = ("Actor", "Person", "Place", "Weapon", "Vehicle", "Quantity", "Time", "Nationality", "Money")
RE3D_LABELS = {
    "Organisation": "Actor", "Person": "Person", "Location": "Place", "Weapon": "Weapon",
    "MilitaryPlatform": "Vehicle", "Vehicle": "Vehicle", "Quantity": "Quantity", "Temporal": "Time",
    "Nationality": "Nationality", "Money": "Money",
}
# Deeds that re3d marks as weapons or platforms now and then.
DEEDS = {"strike", "strikes", "airstrike", "airstrikes", "bombardment", "attack", "attacks", "support"}
PRONOUNS = {"i", "we", "you", "he", "she", "it", "they", "me", "us", "him", "her", "them", "who", "which", "himself",
            "themselves", "that", "others", "those"}
LEADING = {"the", "a", "an", "this", "that", "these", "those", "its", "their", "our", "his", "her", "my", "your"}
COUNTED = ("Actor", "Person", "Place", "Weapon", "Vehicle")


def normalise(words, spans):
    """Word spans {(first, last, label)} in the one manner."""
    lower = [w.lower() for w in words]
    trimmed = set()
    for first, last, label in spans:
        while first <= last and lower[first] in LEADING and label != "Time":
            first += 1
        if first <= last and not (first == last and lower[first] in PRONOUNS | DEEDS):
            trimmed.add((first, last, label))
    amounts = {last: first for first, last, label in trimmed if label == "Quantity"}
    out, joined = set(), set()
    for first, last, label in trimmed:
        if label in COUNTED and first - 1 in amounts:
            joined.add((amounts[first - 1], first - 1, "Quantity"))
            first = amounts[first - 1]
        out.add((first, last, label))
    return out - joined
