"""Learns the reader from prepared states: batches of like length, AdamW with a cosine schedule."""
import time

import jax
import jax.numpy as jnp
import numpy as np
import optax

from losses import targets, total
from network import initial, read

LENGTHS = [16, 24, 32, 48, 64, 128]
BATCH = 32
# how often an example is met in an epoch: what we wrote ourselves is rare and says the most
REPEATED = {"own": 2, "own-plain": 2}


class Material:
    """Examples with their states, ready to be cut into batches."""

    def __init__(self, examples, states):
        self.examples, self.states = examples, states
        self.made = {}
        # inputs are brought to mean 0 and deviation 1; folded into the first layer when written
        sample = np.random.default_rng(0).choice(states.offsets[-1], min(40_000, states.offsets[-1]), replace=False)
        values = np.asarray(states.values[np.sort(sample)], np.float32)
        self.mean, self.deviation = values.mean(0), values.std(0) + 1e-3
        # directions to take out of the normalised states, as rows; the first layer is kept free of them
        self.removed = np.zeros((1, self.mean.size), np.float32)

    def batch(self, chosen):
        length = next(n for n in LENGTHS if n >= min(self.states.lengths[chosen].max(), LENGTHS[-1]))
        states = np.zeros((len(chosen), length, self.mean.size), np.float32)
        mask = np.zeros((len(chosen), length), np.float32)
        for row, i in enumerate(chosen):
            n = self.states.lengths[i]
            states[row, :n] = self.states[i]
            mask[row, :n] = 1
        states = (states - self.mean) / self.deviation
        rows = [self.target(i, length) for i in chosen]
        return states * mask[..., None], mask, {name: np.stack([r[name] for r in rows]) for name in rows[0]}

    def target(self, i, length):
        if (i, length) not in self.made:
            self.made[i, length] = targets(self.examples[i], self.states.places[i], length)
        return self.made[i, length]


def learn(material: Material, chosen, width=192, inner=384, blocks=1, looks=4, thought=192, epochs=3, rate=1e-3, decay=0.03, seed=1, say=print):
    """Returns the weights; the same seed gives the same weights on the same machine."""
    chosen = np.repeat(chosen, [REPEATED.get(material.examples[i].source, 1) for i in chosen])
    key = jax.random.PRNGKey(seed)
    weights = initial(key, material.mean.size, width, inner, blocks, looks, thought)
    steps = epochs * (len(chosen) // BATCH)
    schedule = optax.warmup_cosine_decay_schedule(0, rate, max(1, steps // 20), steps, rate * 0.02)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(schedule, weight_decay=decay))
    state = optimiser.init(weights)

    removed = jnp.asarray(material.removed)

    @jax.jit
    def step(weights, state, key, states, mask, wanted):
        loss = lambda p: total(*read(free(p, removed), states, mask, key=key), wanted)
        value, gradient = jax.value_and_grad(loss)(weights)
        change, state = optimiser.update(gradient, state, weights)
        return optax.apply_updates(weights, change), state, value

    rng, started = np.random.default_rng(seed), time.time()
    for epoch in range(epochs):
        losses = []
        for own in batches(material, chosen, rng):
            key, now = jax.random.split(key)
            weights, state, value = step(weights, state, now, *material.batch(own))
            losses.append(value)
        say(f"epoch {epoch + 1}: loss {float(np.mean(losses)):.4f}, {time.time() - started:.0f} s", flush=True)
    return free(weights, removed)


def free(weights, removed):
    """The same weights, blind to some directions of the states."""
    first = weights["in.w"]
    return weights | {"in.w": first - removed.T @ (removed @ first)}


def batches(material, chosen, rng):
    """Whole batches of like length, in random order."""
    order, out = rng.permutation(chosen), []
    for start in range(0, len(order), BATCH * 16):
        group = order[start : start + BATCH * 16]
        group = group[np.argsort(material.states.lengths[group], kind="stable")]
        out += [group[i : i + BATCH] for i in range(0, len(group) - BATCH + 1, BATCH)]
    return [out[i] for i in rng.permutation(len(out))]


run = jax.jit(read)


def predict(material: Material, weights, chosen):
    """Logits of the texts [n, outputs], and a list of token logits, without prefix handling."""
    chosen = np.asarray(chosen)
    order = chosen[np.argsort(material.states.lengths[chosen], kind="stable")]
    text, tokens = {}, {}
    for start in range(0, len(order), BATCH):
        own = order[start : start + BATCH]
        padded = np.concatenate([own, np.repeat(own[:1], BATCH - len(own))])
        states, mask, _ = material.batch(padded)
        a, b = (np.asarray(x) for x in run(weights, states, mask))
        for row, i in enumerate(own):
            text[i], tokens[i] = a[row], b[row, : material.states.lengths[i]]
    return np.stack([text[i] for i in chosen]), [tokens[i] for i in chosen]


def language_directions(material: Material, chosen, count: int):
    """Directions in which languages differ whatever is said: principal axes of the languages' means (Yang et al. 2021, arXiv:2109.04727)."""
    means = {}
    for i in chosen:
        states = (np.asarray(material.states[i][4:-1], np.float32) - material.mean) / material.deviation
        means.setdefault(material.examples[i].group, []).append(states.mean(0))
    table = np.stack([np.mean(rows, 0) for rows in means.values()])
    _, _, axes = np.linalg.svd(table - table.mean(0), full_matrices=False)
    return axes[:count].astype(np.float32)
