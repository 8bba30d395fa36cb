"""Labelled sentences to learn the reader from, each with the group (product, department) it must be split by.

Sources and their licences: lib/models/heads/MODEL_CARD.md.
"""
import csv
import html
import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

CLASSES = ["negative", "neutral", "positive", "mixed"]
SIDES = ["negative", "neutral", "positive"]
CATEGORIES = ["price", "quality", "fit", "delivery", "service", "packaging", "ease", "design", "performance", "durability"]
INTENTS = ["praise", "complaint", "problem", "request", "question", "comparison", "motive", "situation", "user",
           "switching", "churn", "recommendation", "return"]
EMOTIONS = ["anger", "disgust", "fear", "joy", "sadness", "surprise", "neutral"]

# What reviewers call the whole thing: an opinion about it is one about the product, not about a part of it.
WHOLE = {
    "ipod": "ipod player product unit mp3player device",
    "norton": "norton software program product",
    "Diaper_Champ": "champ pail product diaperchamp diaperpail",
    "Nokia_6600": "phone 6600 nokia product nokia6600",
    "MicroMP3": "player zen micro zenmicro mp3player product device creative",
    "Canon_S100": "camera s100 elph digitalcamera product canon",
    "Canon_PowerShot_SD500": "camera sd500 digitalcamera product canon",
    "Linksys_Router": "router product unit linksys device wrt54g",
    "Hitachi_router": "router tool product unit hitachi machine",
}


@dataclass
class Aspect:
    kind: str  # "term", "whole" (the product itself) or "implied"
    start: int
    end: int
    side: str
    category: str | None = None
    # False: the source does not say which category it is
    categorised: bool = False


@dataclass
class Example:
    text: str
    source: str
    group: str
    weight: float
    label: str | None = None
    # None: the source does not mark aspects at all
    aspects: list | None = None
    # intents that are known to be there (1) or not (0); others are unknown
    intents: dict = field(default_factory=dict)
    emotion: str | None = None


NOTHING = re.compile(r"^(?:none|nothing|n/?a|no (?:cons|pros|complaints)|can'?t think|haven'?t found|not (?:found|any|many|much)|zero|few|too many)", re.I)


def pros_and_cons(folder: Path, each: int, rng: random.Random):
    """Short product opinions, labelled by the field they were written in (Bing Liu)."""
    out = []
    for name, label in (("Pros", "positive"), ("Cons", "negative")):
        seen = {}
        for line in open(folder / f"train/Integrated{name}.txt", encoding="utf8", errors="replace"):
            text = html.unescape(re.sub(r"</?(?:Pros|Cons)>", "", line)).strip()
            if 4 <= len(text) <= 200 and not NOTHING.match(text):
                seen.setdefault(text.lower(), text)
        chosen = rng.sample(sorted(seen.values()), each)
        out += [Example(text, "pros-cons", "pros-cons", 0.7, label) for text in chosen]
    return out


JOINTS = [", but ", " but ", "; however, ", ", although ", ", yet ", ". However, ", " - but ", ", only "]


def contrasts(examples, count: int, rng: random.Random):
    """A pro and a con in one sentence: mixed, which the sources hardly have."""
    sides = {s: [e.text.rstrip(".!,; ") for e in examples if e.label == s and len(e.text) < 70] for s in ("positive", "negative")}
    out = []
    for i in range(count):
        first, second = ("positive", "negative") if i % 3 else ("negative", "positive")
        a, b = rng.choice(sides[first]), rng.choice(sides[second])
        joint = rng.choice(JOINTS)
        b = b if joint.startswith(".") else b[:1].lower() + b[1:]
        out.append(Example(a + joint + b + rng.choice(["", "."]), "contrast", "pros-cons", 0.4, "mixed"))
    return out


FEATURE = re.compile(r"\s*,?\s*([^\[\]#]*?)\s*((?:\[[^\]]*\]\s*)+)")


def stem(word: str) -> str:
    word = word.lower()
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def find_term(text: str, term: str):
    """Place of a term in its sentence, whatever its ending; None when it is not there."""
    wanted = [stem(w) for w in re.findall(r"\w+", term)]
    words = [(m.start(), m.end(), stem(m.group())) for m in re.finditer(r"\w+", text)]
    for i in range(len(words) - len(wanted) + 1):
        if wanted and all(words[i + k][2] == w or (len(w) > 4 and words[i + k][2].startswith(w[:-1])) for k, w in enumerate(wanted)):
            return words[i][0], words[i + len(wanted) - 1][1]
    return None


def product_reviews(folder: Path):
    """Sentences of nine products with signed features (Ding, Liu, Yu 2008)."""
    out = []
    for path in sorted((folder / "train/product_reviews_2").glob("*.txt")):
        if path.stem == "README":
            continue
        for line in open(path, encoding="utf8", errors="replace"):
            if "##" in line:
                head, text = line.split("##", 1)
                text = html.unescape(text).strip()
                if len(text) >= 4:
                    out.append(product_sentence(head, text, path.stem))
    return out


def product_sentence(head: str, text: str, group: str) -> Example:
    aspects, signs = [], set()
    whole = set(WHOLE[group].split())
    for match in FEATURE.finditer(head):
        term, tags = match.group(1).strip(), [t.strip() for t in re.findall(r"\[([^\]]*)\]", match.group(2))]
        sign = next((t[0] for t in tags if t[:1] in "+-" and t), None)
        if sign is None:
            continue
        side = "positive" if sign == "+" else "negative"
        signs.add(side)
        place = find_term(text, term)
        if place and not {"u", "p"} & set(tags):
            key = "".join(stem(w) for w in re.findall(r"\w+", term))
            aspects.append(Aspect("whole" if key in whole else "term", *place, side))
    label = "neutral" if not signs else "mixed" if len(signs) == 2 else signs.pop()
    intents = {"comparison": 1} if re.search(r"\[c[cs]\]", head) else {}
    # no marked feature does not always mean no opinion ("I love it!" has none), so neutral is believed less
    return Example(text, "products", group, 0.5 if label == "neutral" else 1.0, label, aspects, intents)


def comparisons(folder: Path, others: int, rng: random.Random):
    """Sentences marked as comparisons, and as many that are not (Jindal, Liu 2006). They say nothing about sentiment."""
    marked, plain, inside = [], [], False
    for line in open(folder / "train/comparative/labeledSentences.txt", encoding="utf8", errors="replace"):
        text = line.strip()
        if text.startswith("<cs-"):
            inside, text = True, re.sub(r"(?:<cs-\d>)+", "", text).strip()
        if "</cs" in text:
            inside = False
            continue
        if len(text) > 12 and not re.match(r"[123]_|\*", text):
            (marked if inside else plain).append(re.sub(r"\s+([.,!?])", r"\1", text.replace(" n't", "n't").replace(" '", "'")))
    rows = [(t, 1) for t in marked] + [(t, 0) for t in rng.sample(plain, others)]
    return [Example(t, "comparisons", "comparisons", 0.0, intents={"comparison": v}) for t, v in rows]


def clothing(folder: Path, each: int, rng: random.Random):
    """Titles and sentences of the plainest clothing reviews, labelled by their stars (nicapotato, CC0)."""
    rows = [r for r in csv.DictReader(open(folder / "text/clothing/reviews.csv", encoding="utf8", errors="replace")) if r["Review Text"]]
    out = []
    for label, stars in (("positive", "5"), ("negative", "12")):
        plain = [r for r in rows if r["Rating"] in stars]
        for row in rng.sample(plain, min(each, len(plain))):
            group = "clothing " + (row["Department Name"] or "none")
            if len(row["Title"]) > 3:
                out.append(Example(row["Title"], "titles", group, 0.7, label))
            sentences = [s.strip() for s in re.split(r"(?<=[.!?])\s+", row["Review Text"]) if len(s.strip()) > 12]
            out += [Example(s, "clothing", group, 0.4, label) for s in rng.sample(sentences, min(2, len(sentences)))]
    return out


def own(folder: Path):
    """Sentences written for this project: every label is known."""
    out = []
    plain = json.loads((folder / "own.json").read_text(encoding="utf8"))
    for label in plain:
        out += [Example(text, "own-plain", f"own {i % 10}", 2.0, label) for i, text in enumerate(plain[label])]
    for path in sorted((folder / "own").glob("*.ndjson")):
        for i, line in enumerate(path.read_text(encoding="utf8").splitlines()):
            if line.strip():
                out.append(own_sentence(json.loads(line), f"own {i % 10}", path.stem in ALL_INTENTS))
    return out


# written with every intent in mind; the others name those a sentence is about, and say nothing of the finer ones they leave out
ALL_INTENTS = {"by-domain", "by-domain-2", "by-phenomenon", "intents", "services"}
FINER = {"problem", "comparison", "motive", "situation", "user", "switching", "churn", "return"}


def own_sentence(row: dict, group: str, all_intents: bool) -> Example:
    aspects = []
    for a in row["aspects"]:
        words = a.get("term") or a.get("implied")
        start = row["text"].find(words)
        if start >= 0:
            kind = "term" if a.get("term") else "implied"
            aspects.append(Aspect(kind, start, start + len(words), a["polarity"], a.get("category"), True))
    intents = {name: int(name in row["intents"]) for name in INTENTS if all_intents or name in row["intents"] or name not in FINER}
    return Example(row["text"], "own", group, 2.0, row["sentiment"], aspects, intents, row["emotion"])


def parallel(folder: Path):
    """The same statements in many languages, without labels: language by language."""
    rows = json.loads((folder / "parallel.json").read_text(encoding="utf8"))
    return [Example(text, "parallel", language, 0.0) for language, texts in rows.items() for text in texts]
