/** Makes pages that no reader expects: broken nesting, hostile names and values, huge lists, right-to-left. By seed. */

/** Numbers 0 ≤ x < 1, the same for the same seed. https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function randomBy(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const TAGS =
  "div span p li ul ol dl dt dd table tr td tbody article section a b time button form details summary svg math template slot iframe select option textarea h2 h3 blockquote pre x-review my-comment noscript style title".split(
    " ",
  );
const NAMES =
  "class id itemprop itemtype itemscope typeof property data-review-id data-rating aria-label title alt href datetime style role rel content onclick onerror src constructor __proto__ hasOwnProperty toString data-hook datetime lang dir".split(
    " ",
  );
const VALUES = [
  "review comment rating stars",
  "__proto__",
  "constructor",
  "toString",
  "review__body--5",
  "4 out of 5 stars",
  "http://schema.org/Review",
  "reviewBody",
  "javascript:window.ran=1",
  "width:1e999%;--rating:NaN",
  '"><script>window.ran=1</script>',
  "x".repeat(3000),
  "2024-02-30T25:61:61Z",
  "\u202e\u0000\ud800",
  "-1",
  "",
  "(a+)+$[[[",
  "'); DROP",
  "5".repeat(400),
];
const TEXTS = [
  "Boils fast, and quietly too. I would buy it again.",
  "★★★★☆",
  "4/5",
  "3 days ago",
  "9. März 2024",
  "Read more…",
  "Reply",
  "by Ann",
  "مراجعة ممتازة جداً، أنصح به للجميع",
  "ביקורת מצוינת, ממליצה בחום",
  "very ".repeat(400),
  "....................................................",
  "<img src=x onerror=window.ran=1>",
  "]]>",
  "&amp;&#0;&#xD800;&bogus;",
  "\u200b\u200c\u200d\ufeff",
  "1,204 reviews",
  "<!--",
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
];
const DATA = [
  '<script type="application/ld+json">{"@type":"Review","reviewBody":{"toString":null},"author":{"__proto__":{"x":1}}}</script>',
  '<script type="application/ld+json">[[[[[[{"@type":"Product","review":[null,1,"x",{"reviewBody":"ok","reviewRating":{"ratingValue":"NaN"}}]}</script>',
  '<script type="application/ld+json">{"@graph":[{"@id":"a","author":{"@id":"a"}},{"@type":["Comment",null],"comment":{"@type":"Comment"}}]}</script>',
  '<script type="application/json">{"reviews":{"__proto__":[{"body":"one two three","rating":5,"author":"A","date":1e99}]}}</script>',
  `<script>window.__STATE__ = {"comments":${"[".repeat(200)}${"]".repeat(200)}};window.ran=1</script>`,
];

/** @returns HTML whose tags neither close nor nest as they should */
export function hostileHtml(seed: number): string {
  const random = randomBy(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const attributes = () =>
    Array.from({ length: Math.floor(random() * 4) }, () => {
      const quote = pick(['"', "'", ""]);
      return ` ${pick(NAMES)}=${quote}${quote ? pick(VALUES).replaceAll(quote, "") : "x"}${quote}`;
    }).join("");
  const element = (depth: number): string => {
    const tag = pick(TAGS);
    const inner =
      depth > 7 ? pick(TEXTS) : Array.from({ length: Math.floor(random() * 4) }, () => part(depth + 1)).join("");
    return `<${tag}${attributes()}>${inner}${random() < 0.8 ? `</${random() < 0.9 ? tag : pick(TAGS)}>` : ""}`;
  };
  const part = (depth: number): string => (random() < 0.35 ? pick(TEXTS) : element(depth));
  const card = () =>
    `<div class="${pick(VALUES)} review"><b class=author ${attributes()}>${pick(TEXTS)}</b>${element(5)}<time>${pick(TEXTS)}</time><p>${pick(TEXTS)} ${random()}</p>${element(6)}</div>`;
  const repeated = Array.from({ length: Math.floor(random() ** 3 * 60) }, card).join("");
  const data = random() < 0.4 ? pick(DATA) : "";
  return `<html${random() < 0.2 ? " dir=rtl lang=ar" : ""}>${data}${Array.from({ length: 6 }, () => part(0)).join("")}${repeated}`;
}
