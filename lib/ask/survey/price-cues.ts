/** How people say of a price that it is too low, low, high or too high: English, Chinese, Russian. */
import type { PriceAnswer } from "../../domain";

const anyOf = (...sources: string[]) => new RegExp(sources.join("|"), "iu");

/** Tried in this order: what denies comes before what it denies. */
export const PRICE_CUES: readonly { kind: keyof PriceAnswer; pattern: RegExp }[] = [
  {
    kind: "tooCheap",
    pattern: anyOf(
      String.raw`\btoo (?:cheap|good to be true)\b|\bsuspiciously (?:cheap|low)\b|\bso cheap (?:that )?(?:i|you|it)\b`,
      "слишком д[её]ш[её]в|подозрительно (?:д[её]ш[её]в|низк)",
      "便宜得(?:不敢|让人怀疑|可疑)|过于便宜|太便宜.{0,6}(?:不敢|怕|担心|怀疑)",
    ),
  },
  {
    kind: "cheap",
    pattern: anyOf(
      String.raw`\b(?:not|isn['’]?t|wasn['’]?t|never|nor) (?:(?:at )?all |too |so |that |very |even )?(?:expensive|pricey|overpriced|costly)\b`,
      String.raw`(?<!\p{L})не(?: так(?:ой|ая)?(?: уж)?| слишком| очень)?[ -]?дорог`,
      "不(?:算|太|是很)?贵|没有?多贵",
    ),
  },
  {
    kind: "expensive",
    pattern: anyOf(
      String.raw`\b(?:not|isn['’]?t|wasn['’]?t|hardly) (?:exactly |the |so |that |very )?(?:cheap|cheapest|a bargain|inexpensive)\b`,
      String.raw`\b(?:not|never|n['’]?t) (?:pay|spend|go) (?:more than|over|above|beyond)\b|\bat (?:the )?most\b|\b(?:pay|spend|go) up to\b|\bno more than\b`,
      String.raw`(?<!\p{L})не ?д[её]ш[её]в|не (?:больше|более|дороже|выше)(?: ч[её]м)?|максимум`,
      "不便宜|不算便宜|最多|顶多",
    ),
  },
  {
    kind: "tooExpensive",
    pattern: anyOf(
      String.raw`\b(?:too|way|far too|much too) (?:expensive|pricey|much|dear|high|costly|steep)\b|\boverpriced\b|\brip[- ]?off\b|\b(?:not|n['’]?t|hardly|never) (?:really |at all |even )?worth\b`,
      String.raw`\b(?:not|never|n['’]?t) (?:ever )?(?:pay|spend)\b|\bcan['’]?t justify\b|\bwaste of\b|\b(?:outrageous|ridiculous|absurd|insane)\w*\b`,
      String.raw`слишком дорог|очень дорог|(?<!\p{L})не ?сто[ия]т|переплат|завышен|неоправданн|не готов\p{L}* (?:за )?(?:платить|отда)`,
      "太贵|贵得离谱|死贵|不值|不划算|溢价|贵太多|坑人",
    ),
  },
  {
    kind: "expensive",
    pattern: anyOf(
      String.raw`\bexpensive\b|\bpricey\b|\bsteep\b|\bcostly\b|\bhefty\b|\ba (?:bit|little) much\b|\ba lot (?:of money|for)\b`,
      "дорог(?:о|ой|ая|ие|оват)|кусается",
      "贵",
    ),
  },
  {
    kind: "cheap",
    pattern: anyOf(
      String.raw`\bcheap\w*\b|\bbargain\b|\b(?:good|great|excellent|fair|decent|unbeatable|low) (?:price|value|deal)\b|\bsteal\b|\baffordable\b|\breasonabl[ey]\b|\bworth\b|\bvalue for (?:the )?money\b|\binexpensive\b|\bon sale\b|\b(?:for|only|just) (?:only|just|paid|cost)\b`,
      "д[её]ш[её]в|выгодн|по скидке|доступн|за свои деньги|сто[ия]т своих|адекватн|приемлем|нормальн\\p{L}+ цен",
      "便宜|划算|实惠|值|性价比|良心|白菜价",
    ),
  },
];
