"""BERTopic on texts whose vectors are made already. Reads one JSON object from standard input, writes one to standard output.

In: {"texts": [...], "vectors": [[...]], "seeds": [...], "sizes": [...]}; sizes are the smallest topics to try (10 is BERTopic's default).
Out: {"runs": [{"size", "seed", "topics": [...], "seconds"}], "version"}; topic -1 is BERTopic's own "no topic".
Needs: pip install numpy hdbscan umap-learn pandas scikit-learn tqdm plotly pyyaml; pip install bertopic --no-deps
"""

import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")
import bertopic  # noqa: E402
import numpy as np  # noqa: E402
from bertopic.backend import BaseEmbedder  # noqa: E402
from umap import UMAP  # noqa: E402

given = json.load(sys.stdin)
vectors = np.array(given["vectors"], dtype=np.float32)
runs = []
for size in given["sizes"]:
    for seed in given["seeds"]:
        # BERTopic's own defaults; only the seed is added
        umap = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", low_memory=False, random_state=seed)
        started = time.time()
        model = bertopic.BERTopic(umap_model=umap, min_topic_size=size, embedding_model=BaseEmbedder())
        topics, _ = model.fit_transform(given["texts"], vectors)
        runs.append({"size": size, "seed": seed, "topics": [int(t) for t in topics], "seconds": time.time() - started})
json.dump({"runs": runs, "version": bertopic.__version__}, sys.stdout)
