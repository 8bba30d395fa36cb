"""Writes the learnt weights as scripts/models/reader-file.ts reads them: a line of JSON, then numbers, little endian."""
import json
from pathlib import Path

import numpy as np

from network import POOLS, TOKEN
from states import LAYERS, WIDTH

# too small to be worth rounding, and what everything else is scaled by
EXACT = (".b", ".n.w", ".n.b", "pool")


def folded(material, weights):
    """The first layer takes states as they are: normalising becomes part of it."""
    first = np.asarray(weights["in.w"], np.float64) / material.deviation[:, None]
    out = {name: np.asarray(value, np.float32) for name, value in weights.items()}
    out["in.w"] = first.astype(np.float32)
    out["in.b"] = (np.asarray(weights["in.b"], np.float64) - material.mean @ first).astype(np.float32)
    return out


def write(path: Path, material, weights, heads: int, encoder: str):
    tensors = folded(material, weights)
    blocks = sum(name.endswith(".qkv") for name in tensors)
    width, inner = tensors["in.w"].shape[1], tensors["b0.f1"].shape[1]
    entries, data = [], []
    for name, values in tensors.items():
        exact = values.ndim == 1 or name.endswith(EXACT)
        entries.append({"name": name, "dims": list(values.shape), "kind": "f32" if exact else "i8"})
        data.append(values.astype("<f4").tobytes() if exact else quantised(values))
    shape = {"layers": LAYERS, "input": WIDTH, "width": width, "heads": heads, "inner": inner, "blocks": blocks,
             "looks": tensors["m.pool"].shape[1], "thought": tensors["m.2"].shape[0], "pools": POOLS,
             "columns": sum(TOKEN.values()), "shares": 4, "encoder": encoder}
    first = json.dumps({"shape": shape, "tensors": entries}, separators=(",", ":"))
    path.write_bytes(first.encode() + b"\n" + b"".join(data))


def quantised(values):
    """One scale per column, then rounded numbers row by row."""
    scales = np.maximum(np.abs(values).max(0), 1e-9) / 127
    numbers = np.clip(np.round(values / scales), -127, 127).astype(np.int8)
    return scales.astype("<f4").tobytes() + numbers.tobytes()
