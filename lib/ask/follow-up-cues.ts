/** How people go on in a talk without naming again what it is about, per language. */

export type FollowUpKind = "why" | "more" | "doubt";

const any = (...sources: string[]) => new RegExp(`^[^\\p{L}]*(?:${sources.join("|")})[^\\p{L}]*$`, "iu");

/** The whole question is one of these; a word of politeness or of joining may stand before it. */
const LEAD = `(?:(?:and|but|so|ok|okay|oh|hm+|well|please|и|а|но|ну|und|aber|et|mais|y|pero)[\\s,]+)?`;

export const FOLLOW_UPS: readonly { kind: FollowUpKind; pattern: RegExp }[] = [
  {
    kind: "why",
    pattern: any(
      `${LEAD}why(?: (?:is|was) (?:that|it|this)(?: so)?| so| not| do (?:you|they) (?:say|think) (?:so|that))?|how come|for what reason|what makes you say (?:that|so)|what is the reason|what's the reason`,
      `${LEAD}(?:warum|wieso|weshalb)(?: (?:das|nicht|denn|ist das so|denkst du das|sagst du das))?|${LEAD}aus welchem grund`,
      `${LEAD}pourquoi(?: (?:ça|cela|pas|donc))?|${LEAD}(?:y )?por qu[eé](?: (?:no|eso))?`,
      `${LEAD}(?:почему|отчего|зачем)(?: (?:так|это|же|нет|вы так (?:думаете|считаете)))?`,
      "为什么(?:呢|这样|不|这么说)?|為什麼(?:呢)?|为啥|怎么会(?:这样)?|なぜ(?:ですか)?|どうして(?:ですか)?|なんで",
    ),
  },
  {
    kind: "more",
    pattern: any(
      `${LEAD}(?:(?:can you |could you )?tell (?:me|us) more(?: about (?:it|that|this))?|(?:say|anything|something|what) (?:more|else)|more(?: details?| about (?:it|that|this))?|go on|continue|what else(?: do you (?:think|say))?|is there (?:more|anything else)|explain(?: (?:that|it|more))?|give (?:me )?(?:more|another|an) (?:details?|examples?)|for example|such as)`,
      `${LEAD}(?:erzähl(?:e?n? sie)? (?:mir |uns )?mehr(?: davon| darüber)?|mehr(?: davon| dazu)?|weiter|was noch|sonst noch (?:etwas|was)|noch (?:etwas|mehr)|zum beispiel)`,
      `${LEAD}(?:dis(?:-| )?m['’]en plus|racontez?(?:-moi)?(?: en)? (?:plus|davantage)|quoi d['’]autre|plus de détails|continue[zr]?|par exemple|cuéntame más|dime más|qué más|algo más|más detalles|por ejemplo|sigue)`,
      `${LEAD}(?:расскажи(?:те)? (?:по)?(?:подробнее|больше|ещё|еще)(?: об этом)?|подробнее|ещё|еще|что (?:ещё|еще)|продолжай(?:те)?|дальше|например)`,
      "(?:请)?(?:再|多|继续)?(?:说|讲|谈)(?:说|讲|谈)?(?:更多|详细(?:一)?点|下去)?|(?:请)?继续(?:说|讲)?|还有(?:呢|吗|别的吗|什么)?|详细(?:说说|一点)|更多|比如(?:呢)?|もっと(?:詳しく)?(?:教えて(?:ください)?)?|他には|ほかには|続けて|例えば",
    ),
  },
  {
    kind: "doubt",
    pattern: any(
      `${LEAD}(?:really|seriously|(?:are|is) (?:you|that|it) (?:really )?(?:sure|true|so)|no way|is it|do you|does it|sure)`,
      `${LEAD}(?:wirklich|echt|ist das (?:wahr|so)|(?:bist du|seid ihr|sind sie) (?:dir |euch |sich )?sicher|sicher)`,
      `${LEAD}(?:vraiment|ah bon|c['’]est vrai|(?:tu es|vous êtes) sûre?s?|de verdad|en serio|seguro|de veras)`,
      `${LEAD}(?:правда|серьёзно|серьезно|точно|разве|действительно|вы уверены|ты уверена?)(?: ли)?`,
      "真的(?:吗|么|嗎)?|是吗|确定吗|不会吧|本当(?:に|ですか)?|ほんと(?:う)?(?:に)?|マジで?",
    ),
  },
];

/** "And the lid?", "what about the price?", "и цена?", "价格呢？": another topic, asked as the one before was. */
export const ANOTHER_TOPIC: readonly RegExp[] = [
  /^\W*(?:(?:and|but|ok|so)\W+)?(?:what|how) about\s+(.{2,80}?)\W*$/iu,
  /^\W*(?:and|but)\s+(?:what of\s+|with\s+|for\s+)?((?:the|its|their|your|this|that)?\s*[\p{L}\p{M}\p{N}' -]{2,60}?)\W*$/iu,
  /^\W*(?:und|aber)\s+(?:was ist mit\s+|wie ist\s+)?(.{2,60}?)\W*$/iu,
  /^\W*(?:was ist mit|wie (?:sieht es|steht es) (?:mit|um))\s+(.{2,60}?)(?:\s+aus)?\W*$/iu,
  /^\W*(?:et|mais)\s+(?:pour\s+|avec\s+)?(.{2,60}?)\W*$/iu,
  /^\W*(?:¿\s*)?(?:y|pero)\s+(?:con\s+|sobre\s+|qué tal\s+)?(.{2,60}?)\W*$/iu,
  /^[^\p{L}]*(?:а|и|но)\s+(?:что (?:насчёт|насчет|с|со|по поводу)\s+|как (?:насчёт|насчет|там|с|со)\s+)?(.{2,60}?)[^\p{L}\p{N}]*$/iu,
  /^[^\p{L}]*(?:что (?:насчёт|насчет)|как (?:насчёт|насчет))\s+(.{2,60}?)[^\p{L}\p{N}]*$/iu,
  /^[^\p{L}]*(?:那么?|那)?(.{1,20}?)(?:呢|怎么样呢)[？?。\s]*$/u,
  /^[^\p{L}]*(?:じゃあ|では)?(.{1,20}?)(?:は)[？?。\s]*$/u,
];

/** Words that stand for what was spoken of before; alone they name nothing. */
export const POINTING =
  /(?<!\p{L})(?:it|that|this|they|them|those|these|one|das|es|dies(?:e[rsmn]?)?|sie|davon|damit|ça|cela|ceci|eso|esto|ello|это(?:т|го|му|м)?|он[аои]?|они|них|его|её|ее|этого|этим)(?!\p{L})|[它这那其]|それ|これ/iu;
