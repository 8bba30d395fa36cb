"""What the reader is taught by each source: a source that does not mark a thing says nothing about it."""
import jax.numpy as jnp
import numpy as np
import optax

from corpus import CATEGORIES, CLASSES, EMOTIONS, INTENTS, SIDES
from network import SENTENCE, TAGS, TOKEN

TERM, WHOLE, IMPLIED = (TAGS.index(name) for name in ("term", "whole", "implied"))
FIRST = {"term": TERM, "whole": WHOLE, "implied": IMPLIED}
# a marked token is rarer and worth more than an unmarked one
MARKED = 1.5


def targets(example, places, length: int):
    """Arrays of one example: class, intents (−1 unknown), emotion, and per token tag, side, category and weight."""
    out = {
        "label": CLASSES.index(example.label) if example.label else -1,
        "weight": example.weight,
        "intents": np.array([example.intents.get(name, -1) for name in INTENTS], np.float32),
        "emotion": EMOTIONS.index(example.emotion) if example.emotion else -1,
        "tag": np.zeros(length, np.int32),
        "side": np.full(length, -1, np.int32),
        "category": np.full(length, -1, np.int32),
        "told": np.zeros(length, np.float32),
        # whether the source tells the product itself, and implied things, from the rest
        "marks_whole": float(example.source == "products"),
        "marks_implied": float(example.source == "own"),
    }
    if example.aspects is None:
        return out
    out["told"][: len(places) - 1] = [float(end > 0) for _, end in places[:-1]]
    if example.label == "neutral" and example.source == "products":
        out["told"] *= 0.5
    for aspect in example.aspects:
        first = True
        for i, (start, end) in enumerate(places[:-1]):
            if end > start and end > aspect.start and start < aspect.end and end > 0:
                out["tag"][i] = FIRST[aspect.kind] + (0 if first else 1)
                out["side"][i], out["told"][i], first = SIDES.index(aspect.side), 1.0, False
                if aspect.categorised:
                    out["category"][i] = CATEGORIES.index(aspect.category) if aspect.category else len(CATEGORIES)
    return out


def split(logits, sizes):
    at, out = 0, {}
    for name, size in sizes.items():
        out[name] = logits[..., at : at + size]
        at += size
    return out


def tag_loss(logits, t):
    """Where a source does not mark a kind, its unmarked tokens may be of that kind."""
    log_all = logits - jnp.max(logits, -1, keepdims=True)
    log_all = log_all - jnp.log(jnp.exp(log_all).sum(-1, keepdims=True))
    allowed = jnp.zeros(logits.shape).at[..., 0].set(1.0)
    allowed = allowed.at[..., WHOLE : WHOLE + 2].set(1 - t["marks_whole"][:, None, None])
    allowed = allowed.at[..., IMPLIED : IMPLIED + 2].set(1 - t["marks_implied"][:, None, None])
    outside = jnp.log((jnp.exp(log_all) * allowed).sum(-1) + 1e-9)
    marked = jnp.take_along_axis(log_all, t["tag"][..., None], -1)[..., 0]
    loss = -jnp.where(t["tag"] == 0, outside, MARKED * marked)
    return (loss * t["told"]).sum() / (t["told"].sum() + 32)


def known(loss, mask, least=8.0):
    return (loss * mask).sum() / (mask.sum() + least)


def total(text, tokens, t):
    s, k = split(text, SENTENCE), split(tokens, TOKEN)
    cross = optax.softmax_cross_entropy_with_integer_labels
    at_least_zero = lambda values: jnp.maximum(values, 0)
    loss = (cross(s["sentiment"], at_least_zero(t["label"])) * t["weight"] * (t["label"] >= 0)).mean()
    loss += 0.7 * tag_loss(k["tags"], t)
    loss += 0.4 * known(cross(k["sides"], at_least_zero(t["side"])), t["side"] >= 0)
    loss += 0.2 * known(cross(k["categories"], at_least_zero(t["category"])), t["category"] >= 0)
    intents = optax.sigmoid_binary_cross_entropy(s["intents"], at_least_zero(t["intents"]))
    loss += known(intents, t["intents"] >= 0, 64.0)
    return loss + 0.25 * known(cross(s["emotions"], at_least_zero(t["emotion"])), t["emotion"] >= 0)
