"""Turns logits into chances, fitted on groups that were left out (Guo et al. 2017; Platt 1999)."""
import numpy as np

from corpus import CATEGORIES, CLASSES, EMOTIONS, INTENTS, SIDES
from losses import split, targets
from measure import f1, terms
from network import SENTENCE, TOKEN


def temperature(logits, labels, weights=None):
    """Least cross-entropy over a grid."""
    weights = np.ones(len(labels)) if weights is None else weights
    rows = np.arange(len(labels))

    def loss(t):
        z = logits / t
        z = z - z.max(1, keepdims=True)
        return (weights * (np.log(np.exp(z).sum(1)) - z[rows, labels])).mean()

    return float(min(np.arange(0.4, 4.01, 0.05), key=loss))


def expected_error(logits, labels, t, bins=10):
    """ECE of the likeliest class."""
    z = logits / t
    p = np.exp(z - z.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    best, right = p.max(1), p.argmax(1) == labels
    where = np.minimum(bins - 1, (best * bins).astype(int))
    return float(sum(abs((best - right)[where == b].sum()) for b in range(bins)) / len(labels))


def platt(scores, truth, rounds=200):
    """Slope and offset by Newton steps, lightly held to 1 and 0."""
    slope, offset = 1.0, 0.0
    x, y = np.asarray(scores, float), np.asarray(truth, float)
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-(slope * x + offset)))
        g = np.array([((p - y) * x).sum() + (slope - 1), (p - y).sum() + 0.2 * offset])
        w = p * (1 - p)
        h = np.array([[(w * x * x).sum() + 1, (w * x).sum()], [(w * x).sum(), w.sum() + 0.2]])
        change = np.linalg.solve(h, g)
        slope, offset = slope - change[0], offset - change[1]
        if np.abs(change).max() < 1e-6:
            break
    return float(slope), float(offset)


def best_threshold(chances, truth):
    """Chance above which F1 is greatest; never below 0.2, so that few wrong ones are shown."""
    grid = np.arange(0.2, 0.76, 0.05)
    score = lambda t: 2 * ((chances >= t) & truth).sum() / max(1, (chances >= t).sum() + truth.sum())
    return float(max(grid, key=lambda t: (round(score(t), 4), -abs(t - 0.5))))


def fit(examples, text, tokens, places):
    """Everything lib/understand/heads.ts calls a calibration, but the line of whole reviews."""
    out = {}
    s = split(text, SENTENCE)
    labelled = [i for i, e in enumerate(examples) if e.label]
    labels = np.array([CLASSES.index(examples[i].label) for i in labelled])
    weights = np.array([examples[i].weight for i in labelled])
    out["sentiment"] = round(temperature(s["sentiment"][labelled], labels, weights), 3)
    told = [i for i, e in enumerate(examples) if e.emotion]
    out["emotion"] = round(temperature(s["emotions"][told], np.array([EMOTIONS.index(examples[i].emotion) for i in told])), 3)
    out["side"] = round(side_temperature(examples, tokens, places), 3)
    marked = [i for i, e in enumerate(examples) if e.aspects is not None]
    tried = {bias: terms([examples[i] for i in marked], [tokens[i] for i in marked], [places[i] for i in marked], bias)["exact"]
             for bias in np.arange(-2.0, 0.61, 0.2)}
    out["outside"] = round(float(max(tried, key=tried.get)), 2)
    out["intents"] = {}
    for k, name in enumerate(INTENTS):
        known = [i for i, e in enumerate(examples) if e.source == "own" and name in e.intents]
        truth = np.array([examples[i].intents[name] for i in known]) == 1
        slope, offset = platt(s["intents"][known, k], truth)
        chances = 1 / (1 + np.exp(-(slope * s["intents"][known, k] + offset)))
        out["intents"][name] = {"slope": round(slope, 3), "offset": round(offset, 3), "from": round(best_threshold(chances, truth), 2)}
    return out


def side_temperature(examples, tokens, places):
    logits, labels = [], []
    for example, own, at in zip(examples, tokens, places):
        for aspect in example.aspects or []:
            inside = [i for i, (s, e) in enumerate(at) if e > s and e > aspect.start and s < aspect.end and e > 0]
            if inside:
                logits.append(split(own, TOKEN)["sides"][inside].mean(0))
                labels.append(SIDES.index(aspect.side))
    return temperature(np.stack(logits), np.array(labels))
