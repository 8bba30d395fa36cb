"""The reader: layers mixed into one state per token; for the text a sum over tokens and a layer over several looks at them; for the tokens a
transformer block (JAX)."""
import jax
import jax.numpy as jnp
import numpy as np

from corpus import CATEGORIES, CLASSES, EMOTIONS, INTENTS, SIDES

TAGS = ["outside", "term", "term-inside", "whole", "whole-inside", "implied", "implied-inside"]
SENTENCE = {"sentiment": len(CLASSES), "intents": len(INTENTS), "emotions": len(EMOTIONS)}
TOKEN = {"tags": len(TAGS), "sides": len(SIDES), "categories": len(CATEGORIES) + 1}
POOLS = [pool for pool, size in enumerate(SENTENCE.values()) for _ in range(size)]
EPSILON = 1e-5


def initial(key, inputs: int, width: int, inner: int, blocks: int, looks: int, thought: int):
    """Weights named as in the file that is written."""
    keys = iter(jax.random.split(key, 64))
    normal = lambda rows, columns, scale=1.0: jax.random.normal(next(keys), (rows, columns)) * scale / np.sqrt(rows)
    p = {"in.w": normal(inputs, width), "in.b": jnp.zeros(width)}
    for name in ["in", "out"] + [f"b{i}.{n}" for i in range(blocks) for n in ("n1", "n2")]:
        p[f"{name}.n.w"], p[f"{name}.n.b"] = jnp.ones(width), jnp.zeros(width)
    for i in range(blocks):
        p[f"b{i}.qkv"], p[f"b{i}.o"] = normal(width, 3 * width), normal(width, width, 0.3)
        p[f"b{i}.f1"], p[f"b{i}.f1.b"], p[f"b{i}.f2"] = normal(width, inner), jnp.zeros(inner), normal(inner, width, 0.3)
    p["pool"] = normal(width, len(SENTENCE), 0.1)
    p["m.pool"] = normal(width, looks, 0.1)
    p["m.1"], p["m.1.b"], p["m.2"] = normal(looks * width, thought), jnp.zeros(thought), normal(thought, len(POOLS), 0.1)
    p["text.w"], p["text.b"] = normal(width, len(POOLS), 0.3), jnp.zeros(len(POOLS))
    p["token.w"], p["token.b"] = normal(width, sum(TOKEN.values()), 0.3), jnp.zeros(sum(TOKEN.values()))
    return p


def normalise(p, name, x):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / jnp.sqrt(variance + EPSILON) * p[f"{name}.n.w"] + p[f"{name}.n.b"]


def dropout(x, rate, key):
    return x if key is None else jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0)


def block(p, i, x, mask, heads, rate, keys):
    batch, length, width = x.shape
    parts = (normalise(p, f"b{i}.n1", x) @ p[f"b{i}.qkv"]).reshape(batch, length, 3, heads, width // heads)
    query, key, value = (parts[:, :, k].transpose(0, 2, 1, 3) for k in range(3))
    scores = query @ key.swapaxes(-1, -2) / np.sqrt(width // heads) + (1 - mask)[:, None, None, :] * -1e9
    gathered = (jax.nn.softmax(scores, -1) @ value).transpose(0, 2, 1, 3).reshape(batch, length, width)
    x = x + dropout(gathered @ p[f"b{i}.o"], rate, keys[0])
    wide = jax.nn.gelu(normalise(p, f"b{i}.n2", x) @ p[f"b{i}.f1"] + p[f"b{i}.f1.b"], approximate=False)
    return x + dropout(wide @ p[f"b{i}.f2"], rate, keys[1])


def rests(p, name, x, mask):
    """Weights of the tokens in each look, [batch, length, looks]."""
    return jax.nn.softmax(x @ p[name] + (1 - mask)[..., None] * -1e9, 1)


def thought(p, x, mask, rate, key):
    """What several looks at the text say together: sums over single tokens cannot tell "died" from "died after ten years".

    Linear in pieces, so that each token's share in it can be told exactly (scripts/models/reader-graph.ts).
    """
    seen = jnp.einsum("blk,blw->bkw", rests(p, "m.pool", x, mask), x).reshape(x.shape[0], -1)
    return dropout(jax.nn.relu(seen @ p["m.1"] + p["m.1.b"]), rate, key) @ p["m.2"]


def read(p, states, mask, heads: int = 4, rate: float = 0.25, noise: float = 0.2, key=None):
    """Logits of the text [batch, outputs] and of its tokens [batch, length, columns]; `key` only while learning."""
    blocks = sum(name.endswith(".qkv") for name in p)
    keys = [None] * (2 * blocks + 3) if key is None else list(jax.random.split(key, 2 * blocks + 3))
    x = states @ p["in.w"] + p["in.b"]
    if key is not None:  # stands for what 8-bit graphs change in the states
        x = x + noise * jax.random.normal(keys[-1], x.shape)
    x = dropout(normalise(p, "in", x), rate, keys[-2])
    text = (rests(p, "pool", x, mask)[..., np.array(POOLS)] * (x @ p["text.w"])).sum(1) + p["text.b"]
    text = text + thought(p, x, mask, rate, keys[-3])
    for i in range(blocks):
        x = block(p, i, x, mask, heads, rate, keys[2 * i : 2 * i + 2])
    return text, normalise(p, "out", x) @ p["token.w"] + p["token.b"]
