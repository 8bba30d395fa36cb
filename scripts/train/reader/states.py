"""States of the encoder's inner layers, computed with the very graph that browsers run."""
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from tokenizers import Tokenizer

LAYERS = [4, 6, 8, 10, 12]
WIDTH = 384
PREFIX = "query: "
LONGEST = 128


def open_graph(folder: Path, kind: str):
    """The shipped graph with the states of LAYERS as further outputs."""
    model = onnx.load(str(folder / f"onnx/model_{kind}.onnx"), load_external_data=False)
    names = {}
    for node in model.graph.node:
        for name in node.input:
            if node.op_type == "SkipLayerNormalization" and name.endswith(".oln.w"):
                names[int(name[1 : name.index(".")]) + 1] = node.output[0]
    for layer in LAYERS:
        model.graph.output.append(onnx.helper.make_tensor_value_info(names[layer], onnx.TensorProto.FLOAT, ["batch", "length", WIDTH]))
    # beside the file it shares its weights with
    handle, path = tempfile.mkstemp(suffix=".onnx", dir=folder / "onnx")
    os.close(handle)
    try:
        onnx.save(model, path)
        session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    finally:
        os.remove(path)
    return session, [names[layer] for layer in LAYERS]


def open_tokenizer(folder: Path) -> Tokenizer:
    """The same pieces; the normaliser in the words this library knows."""
    described = json.loads((folder / "tokenizer.json").read_text(encoding="utf8"))
    spaces = {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}
    described["normalizer"] = {"type": "Sequence", "normalizers": [{"type": "NFKC"}, spaces]}
    return Tokenizer.from_str(json.dumps(described))


class States:
    """Token states of many texts in one array, with the place of each token in its text.

    With `kept`, a folder, what was computed once is read from there: learning is repeated, the encoder's work is not.
    """

    def __init__(self, texts, folder: Path, kind: str = "int8", kept: Path | None = None):
        tokenizer = open_tokenizer(folder)
        encoded = [tokenizer.encode(PREFIX + text) for text in texts]
        self.ids = [e.ids if len(e.ids) <= LONGEST else e.ids[: LONGEST - 1] + e.ids[-1:] for e in encoded]
        self.lengths = np.array([len(ids) for ids in self.ids])
        self.offsets = np.concatenate([[0], np.cumsum(self.lengths)])
        shift = len(PREFIX)
        self.places = [[(a - shift, b - shift) for a, b in e.offsets[: len(ids)]] for e, ids in zip(encoded, self.ids)]
        self.values = np.zeros((self.offsets[-1], len(LAYERS) * WIDTH), np.float16)
        missing = self._load(kept)
        if missing:
            self._run(np.array(missing), *open_graph(folder, kind))
            self._save(kept, missing)

    def _load(self, kept):
        """Fills in what is known; returns the numbers of the texts that are not."""
        known = {}
        for path in sorted(kept.glob("*.npz")) if kept else []:
            part = np.load(path)
            ids, lengths, values = part["ids"], part["lengths"], part["values"]
            ends = np.cumsum(lengths)
            for start, end in zip(ends - lengths, ends):
                known[ids[start:end].tobytes()] = values[start:end]
        missing = []
        for i, ids in enumerate(self.ids):
            found = known.get(np.array(ids, np.int32).tobytes())
            if found is None:
                missing.append(i)
            else:
                self.values[self.offsets[i] : self.offsets[i + 1]] = found
        return missing

    def _save(self, kept, made):
        if kept:
            kept.mkdir(parents=True, exist_ok=True)
            ids = np.concatenate([np.array(self.ids[i], np.int32) for i in made])
            values = np.concatenate([self[i] for i in made])
            np.savez(kept / f"{time.time_ns()}.npz", ids=ids, lengths=self.lengths[made], values=values)

    def _run(self, wanted, session, names):
        order = wanted[np.argsort(self.lengths[wanted], kind="stable")]
        started, at = time.time(), 0
        while at < len(order):
            rows = max(1, min(64, 2048 // self.lengths[order[min(at + 63, len(order) - 1)]]))
            own = order[at : at + rows]
            length = self.lengths[own].max()
            ids, mask = np.ones((len(own), length), np.int64), np.zeros((len(own), length), np.int64)
            for row, i in enumerate(own):
                ids[row, : self.lengths[i]], mask[row, : self.lengths[i]] = self.ids[i], 1
            layers = session.run(names, {"input_ids": ids, "attention_mask": mask})
            for row, i in enumerate(own):
                n = self.lengths[i]
                self.values[self.offsets[i] : self.offsets[i + 1]] = np.concatenate([layer[row, :n] for layer in layers], 1)
            at += len(own)
            if at // 4096 > (at - len(own)) // 4096:
                print(f"{at} of {len(order)} texts, {at / (time.time() - started):.0f}/s", file=sys.stderr, flush=True)

    def __getitem__(self, i):
        return self.values[self.offsets[i] : self.offsets[i + 1]]
