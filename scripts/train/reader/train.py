"""Learns the reader: python scripts/train/reader/train.py ../shared/data

Needs: pip install jax optax numpy onnx onnxruntime tokenizers. Prints figures on products, departments and own sentences that were left
out, fits the calibration on them, then learns from everything and writes lib/models/heads/reader.bin and reader.json.
"""
import argparse
import json
import random
from pathlib import Path

import numpy as np

import calibration
import corpus
import measure
from learning import Material, language_directions, learn, predict
from losses import split
from network import SENTENCE
from states import States
from writing import write

ROOT = Path(__file__).resolve().parents[3]
SEED = 1
HEADS = 4
# judged by a reader that was learnt from all others; pros and cons have no product and are always learnt from
LEFT_OUT = {"ipod", "Diaper_Champ", "Nokia_6600", "Canon_S100", "clothing Intimate", "clothing Dresses", "clothing Jackets", "own 1", "own 6"}


def examples_of(data: Path):
    rng, own = random.Random(SEED), Path(__file__).resolve().parents[1]
    opinions = corpus.pros_and_cons(data, 3500, rng)
    return (opinions + corpus.contrasts(opinions, 700, rng) + corpus.product_reviews(data) + corpus.comparisons(data, 500, rng)
            + corpus.clothing(data, 600, rng) + corpus.own(own) + corpus.parallel(own))


def left_out(material, groups, learnable, options):
    """Logits of what was left out, by a reader that has not seen it."""
    out = np.array([group in LEFT_OUT for group in groups])
    weights = learn(material, np.where(learnable & ~out)[0], **options)
    chosen = np.where(learnable & out)[0]
    return chosen, *predict(material, weights, chosen)


def report(examples, text, tokens, places, fitted):
    labels = np.array([corpus.CLASSES.index(e.label) if e.label else -1 for e in examples])
    for source in ("products", "titles", "clothing", "own", "own-plain"):
        rows = [i for i, e in enumerate(examples) if e.source == source]
        own = labels[rows]
        ece = calibration.expected_error(split(text[rows], SENTENCE)["sentiment"], own, fitted["sentiment"])
        print(source, measure.sentiment(own, text[rows]), f"ECE {ece:.3f}")
        if source in ("products", "own"):
            given = [examples[i] for i in rows], [tokens[i] for i in rows], [places[i] for i in rows], fitted["outside"]
            print("  terms", measure.terms(*given), "without the whole", measure.terms(*given, kinds=("term",))["exact"])
    rows = [i for i, e in enumerate(examples) if e.source == "own"]
    print("own intents", measure.intents([examples[i] for i in rows], text[rows]))
    print("own emotions", measure.emotions([examples[i] for i in rows], text[rows]))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data", type=Path)
    arguments.add_argument("--model", type=Path, default=Path.home() / ".cache/earshot/models/multilingual-e5-small")
    arguments.add_argument("--kept", type=Path, help="folder outside the repository for states that were computed once")
    arguments.add_argument("--epochs", type=int, default=6)
    arguments.add_argument("--directions", type=int, default=12, help="of languages, to take out")
    given = arguments.parse_args()
    examples = examples_of(given.data)
    material = Material(examples, States([e.text for e in examples], given.model, kept=given.kept))
    sources, groups = np.array([e.source for e in examples]), [e.group for e in examples]
    if given.directions:
        material.removed = language_directions(material, np.where(sources == "parallel")[0], given.directions)
    learnable, options = sources != "parallel", {"epochs": given.epochs, "seed": SEED}
    chosen, text, tokens = left_out(material, groups, learnable, options)
    own, places = [examples[i] for i in chosen], [material.states.places[i] for i in chosen]
    fitted = calibration.fit(own, text, tokens, places)
    report(own, text, tokens, places, fitted)
    weights = learn(material, np.where(learnable)[0], **options)
    encoder = json.loads((given.model / "manifest.json").read_text())["source"]
    folder = ROOT / "lib/models/heads"
    write(folder / "reader.bin", material, weights, HEADS, encoder)
    (folder / "reader.json").write_text(json.dumps(fitted, indent=2) + "\n")
    print("wrote", folder / "reader.bin")


if __name__ == "__main__":
    main()
