/** How people announce the one thing they hold against what they like: "the only drawback is …". Set phrases, so rules do; unmeasured. */

const any = (...sources: string[]) => new RegExp(sources.join("|"), "iu");

/** One of these is in every phrase below: a cheap look before the dear one. */
export const MAY_BE_DRAWBACK =
  /only|sole|one |single|cons?:|sides?:|backs?:|tives?:|einzig|seul|uni[qc]|únic|единственн|唯一|惟一|美中|유일|enige|jedyn|tek |：/i;

/** Each takes "only" and the word for a fault together: a fault alone may be denied, or another product's. */
export const ONLY_DRAWBACK = any(
  String.raw`\b(?:only|sole|one|single)\s+(?:\p{L}+\s+){0,2}?(?:drawback|downside|cons?|complaint|negative|flaw|weakness|disadvantage|gripe|niggle|criticism|minus|fault|caveat|issue|problem)\b(?:[^.!?;]{0,40}?(?:\b(?:is|was|are|were|being)\b|['’]s\b)|\s*[:：,–—-])`,
  String.raw`\b(?:only|one)\s+thing\s+(?:(?:that|which)\s+)?(?:(?:I|we)\s+(?:(?:really|personally)\s+)?(?:dislike|hate|miss|regret|(?:do|did)(?:n['’]t| not) (?:like|love|enjoy)|would (?:change|improve))|(?:bothers?|annoys?|bugs?|lets? (?:it|them) down))`,
  String.raw`^\W*(?:cons?|downsides?|drawbacks?|negatives?)\s*[:：]`,
  String.raw`(?<!\p{L})einzige[rsnm]?\s+(?:\p{L}+\s+){0,2}?(?:nachteil|manko|minuspunkt|kritikpunkt|mangel|schwachpunkt|haken|wermutstropfen|minus|problem)|(?<!\p{L})einzige,?\s+(?:was|das)\s+(?:mich\s+|mir\s+)?(?:\p{L}+\s+)?(?:stört|nervt|fehlt|ärgert|nicht gefällt)`,
  String.raw`(?<!\p{L})(?:seule?|unique)\s+(?:petite?\s+)?(?:bémol|défaut|inconvénient|reproche|problème|point (?:négatif|faible|noir)|hic)|(?<!\p{L})seule chose (?:que je n['’]aime pas|qui (?:me |m['’])(?:déplaît|gêne|dérange|déçoit|manque))`,
  String.raw`(?<!\p{L})únic[oa]\s+(?:pequeñ[oa]\s+)?(?:defecto|pega|problema|inconveniente|desventaja|punto (?:negativo|débil|en contra)|queja|fallo|contra|pero)(?!\p{L})|(?<!\p{L})lo único (?:malo|negativo|que no me gust|que le falta)`,
  String.raw`(?<!\p{L})unic[oa]\s+(?:piccol[oa]\s+)?(?:difetto|neo|problema|svantaggio|pecca|punto debole|lato negativo)|(?<!\p{L})únic[oa]\s+(?:defeito|desvantagem|ponto (?:negativo|fraco)|senão)`,
  String.raw`(?<!\p{L})единственн\p{L}+\s+(?:\p{L}+\s+){0,2}?(?:минус|недостат|проблем|претензи|жалоб|нарекани)|(?<!\p{L})единственное,?\s+что\s+(?:мне\s+)?(?:не (?:нрав|понрав)|расстр|раздраж|смущ|огорч|напряга)`,
  "(?:唯一|惟一)[的の]?[^。！？，,]{0,4}(?:缺点|缺點|不足|不满|不滿|遗憾|遺憾|问题|問題|槽点|毛病|短板|瑕疵|欠点|難点|弱点|デメリット|残念)|美中不足",
  String.raw`유일한\s*(?:단점|불만|문제|아쉬)`,
  String.raw`(?<!\p{L})(?:enige\s+(?:nadeel|minpunt|probleem)|jedyn\p{L}{1,2}\s+(?:minus|wad|problem)|tek\s+(?:eksi|kusur|sorun|dezavantaj|olumsuz))`,
);

/** The one thing wrong is that they did not have it sooner: that is praise. */
export const NO_DRAWBACK = any(
  String.raw`\b(?:not|n['’]t|never)\b[^.!?]{0,40}\b(?:sooner|earlier|before|years ago)\b`,
  String.raw`nicht\b[^.!?]{0,30}(?:früher|eher)|plus tôt|(?:comprado|conocido|descubierto)\s+antes|раньше|早点|早買|早买|买晚了|もっと早く`,
);

/** From here on a sentence says something else again. */
export const TURN = any(
  String.raw`\b(?:but|otherwise|apart from that|other than that)\b`,
  String.raw`(?<!\p{L})(?:aber|sonst|ansonsten|mais|sinon|pero|por lo demás|но|в остальном|а так)(?!\p{L})|但|不过|不過|其他|それ以外`,
);
