"""Owns reading scores as structures: the best tree with one root, legal name spans, and spans of BIO tags."""
import numpy as np

NEVER = -1e9


def _best_arborescence(scores):
    """Chu-Liu/Edmonds: scores[dependent, head], node 0 the root; gives the head of each node."""
    n = len(scores)
    scores = scores.copy()
    np.fill_diagonal(scores, NEVER)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [i for i in range(n) if i not in inside]
    m = len(outside)
    small = np.full((m + 1, m + 1), NEVER)
    small[:m, :m] = scores[np.ix_(outside, outside)]
    total = sum(scores[v, heads[v]] for v in cycle)
    leaves, enters = {}, {}
    for a, i in enumerate(outside):
        if i:
            leaves[a] = max(cycle, key=lambda v: scores[i, v])
            small[a, m] = scores[i, leaves[a]]
        enters[a] = max(cycle, key=lambda v: scores[v, i] - scores[v, heads[v]])
        small[m, a] = total + scores[enters[a], i] - scores[enters[a], heads[enters[a]]]
    contracted = _best_arborescence(small)
    for a, i in enumerate(outside):
        if i:
            heads[i] = leaves[a] if contracted[a] == m else outside[contracted[a]]
    into = contracted[m]
    heads[enters[into]] = outside[into]
    return heads


def _cycle(heads):
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not seen[node]:
            seen[node] = start
            path.append(node)
            node = heads[node]
        if node and seen[node] == start:
            return path[path.index(node):]
    return None


def tree(scores):
    """The best tree in which exactly one word hangs on the root."""
    scores = np.asarray(scores, dtype=np.float64)
    scores = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    heads = _best_arborescence(scores)
    roots = [i for i in range(1, len(heads)) if heads[i] == 0]
    if len(roots) <= 1:
        return heads
    best, best_score = heads, -np.inf
    for root in roots:
        only = scores.copy()
        only[:, 0] = NEVER
        only[root, 0] = scores[root, 0]
        candidate = _best_arborescence(only)
        score = sum(only[i, candidate[i]] for i in range(1, len(candidate)))
        if score > best_score:
            best, best_score = candidate, score
    return best


def names(logits, labels):
    """Viterbi over BIO tags: I-x follows only B-x or I-x."""
    n_labels = len(labels)
    legal = np.zeros((n_labels, n_labels))
    for j, label in enumerate(labels):
        if label.startswith("I-"):
            for i, before in enumerate(labels):
                if before not in (label, "B-" + label[2:]):
                    legal[i, j] = NEVER
    score = np.where([l.startswith("I-") for l in labels], NEVER, 0) + logits[0]
    back = []
    for row in logits[1:]:
        paths = score[:, None] + legal
        back.append(paths.argmax(0))
        score = paths.max(0) + row
    tags = [int(score.argmax())]
    for step in reversed(back):
        tags.append(int(step[tags[-1]]))
    return [labels[t] for t in reversed(tags)]


def spans(tags):
    """{(first, last, type)} of BIO tags."""
    found, start = set(), None
    for i, tag in enumerate(list(tags) + ["O"]):
        if start is not None and tag != "I-" + start[1]:
            found.add((start[0], i - 1, start[1]))
            start = None
        if tag.startswith("B-"):
            start = (i, tag[2:])
    return found
