"""Figures of the reader on what it was not taught."""
import re

import numpy as np

from corpus import CLASSES, EMOTIONS, INTENTS, SIDES, stem
from losses import split
from network import SENTENCE, TAGS, TOKEN


def f1(truth, guess, labels):
    """Macro-F1 over the labels."""
    truth, guess, scores = np.asarray(truth), np.asarray(guess), []
    for label in labels:
        right = ((truth == label) & (guess == label)).sum()
        scores.append(2 * right / max(1, (truth == label).sum() + (guess == label).sum()))
    return float(np.mean(scores))


def sentiment(labels, logits):
    """Of the sided sentences: which side leads. Of all but mixed: three classes."""
    labels, logits = np.asarray(labels), split(logits, SENTENCE)["sentiment"]
    sided, three = (labels == 0) | (labels == 2), (labels >= 0) & (labels < 3)
    side = np.where(logits[:, 2] >= logits[:, 0], 2, 0)
    out = {"polarity": f1(labels[sided], side[sided], [0, 2])}
    if (labels == 1).any():
        out["three"] = f1(labels[three], logits[three][:, :3].argmax(1), [0, 1, 2])
    return {name: round(value, 3) for name, value in out.items()} | {"n": int(sided.sum())}


def mentions(tokens, places, outside: float):
    """(kind, start, end, tokens) of each run of tags; the same rules as lib/understand/aspect-terms.ts, without word edges."""
    logits = split(tokens, TOKEN)["tags"].copy()
    logits[:, 0] += outside
    out, open_kind = [], None
    for i, tag in enumerate(logits.argmax(1)):
        name = TAGS[tag]
        if places[i][1] <= 0 or places[i][1] <= places[i][0] or tag == 0:
            if places[i][1] > places[i][0]:
                open_kind = None
            continue
        kind = name.split("-")[0]
        joined = out and places[i][0] == out[-1][2]
        if open_kind == kind and (name.endswith("inside") or joined):
            out[-1][2] = places[i][1]
            out[-1][3].append(i)
        else:
            out.append([kind, max(0, places[i][0]), places[i][1], [i]])
        open_kind = kind
    return out


def key(text):
    return " ".join(stem(w) for w in re.findall(r"\w+", text) if w.lower() not in {"the", "a", "an", "its", "my", "this"})


def terms(examples, tokens, places, outside: float, kinds=("term", "whole")):
    """Exact terms (whatever articles and plurals), overlapping ones, and sides of marked terms."""
    right = found = wanted = touched = reached = 0
    truth, guess = [], []
    for example, own, at in zip(examples, tokens, places):
        gold = [a for a in example.aspects if a.kind in kinds]
        seen = [m for m in mentions(own, at, outside) if m[0] in kinds]
        left = [key(example.text[a.start : a.end]) for a in gold]
        found, wanted = found + len(seen), wanted + len(gold)
        for m in seen:
            name = key(example.text[m[1] : m[2]])
            if name in left:
                left.remove(name)
                right += 1
            touched += any(m[1] < a.end and m[2] > a.start for a in gold)
        reached += sum(any(m[1] < a.end and m[2] > a.start for m in seen) for a in gold)
        for a in gold:
            inside = [i for i, (s, e) in enumerate(at) if e > s and e > a.start and s < a.end and e > 0]
            if inside and a.side != "neutral":
                mean = split(own, TOKEN)["sides"][inside].mean(0)
                truth.append(a.side)
                guess.append("positive" if mean[2] >= mean[0] else "negative")
    score = lambda p, r: round(2 * p * r / max(1e-9, p + r), 3)
    p, r, tp, tr = right / max(1, found), right / max(1, wanted), touched / max(1, found), reached / max(1, wanted)
    return {"exact": score(p, r), "p": round(p, 3), "r": round(r, 3), "overlap": score(tp, tr), "polarity": round(f1(truth, guess, SIDES[::2]), 3), "gold": wanted}


def intents(examples, logits, from_=0.0):
    out = {}
    values = split(logits, SENTENCE)["intents"]
    for i, name in enumerate(INTENTS):
        truth = np.array([e.intents.get(name, -1) for e in examples])
        known, said = truth >= 0, values[:, i] > from_
        if known.sum() and truth[known].sum():
            right = (said & (truth == 1))[known].sum()
            out[name] = round(float(2 * right / max(1, said[known].sum() + (truth == 1).sum())), 2)
    return out | {"macro": round(float(np.mean(list(out.values()))), 3)} if out else out


def emotions(examples, logits):
    rows = [i for i, e in enumerate(examples) if e.emotion]
    if not rows:
        return {}
    truth = [EMOTIONS.index(examples[i].emotion) for i in rows]
    guess = split(logits, SENTENCE)["emotions"][rows].argmax(1)
    return {"macro": round(f1(truth, guess, sorted(set(truth))), 3), "accuracy": round(float(np.mean(np.array(truth) == guess)), 3)}
