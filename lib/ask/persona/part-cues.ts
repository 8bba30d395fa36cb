/**
 * How reviewers say that they gave something up, that it is of no use, and what they think of its price, in ten languages. Rules of ours,
 * unmeasured; they stand in where understanding marked nothing.
 */
import { LEAVING } from "./wish-cues";

/** Not within a word ("cher" in "Wasserkocher"); scripts without spaces have no such borders. */
const wordStart = (sources: readonly string[]) =>
  new RegExp(String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:${sources.join("|")})`, "iu");

/** "sent it back", "stopped using it", "would not buy again". */
export const LEAVING_ACTS = wordStart([
  LEAVING.source,
  String.raw`\b(?:stopped|quit|gave up) (?:using|wearing|playing|watching|going|on (?:it|this|them))\b|\b(?:cancel(?:l?ed|l?ing)|uninstall(?:ed|ing)|unsubscribed)\b|\bthrew (?:it|this|them) (?:away|out)\b|\b(?:went|going|switch(?:ed|ing)) back to\b|\blast time (?:i|we)\b|\bdeal[- ]?breaker\b`,
  String.raw`nicht mehr (?:benutz|verwend|genutz|nutz)\p{L}*|gekündigt|deinstalliert|weggeworfen|umgetauscht`,
  `n['’](?:utilise|utilisons) plus|désinstallé|annulé|jeté|à éviter|remboursement`,
  String.raw`(?:dejé|dejamos) de us\p{L}+|desinstal\p{L}+|cancel(?:é|ado)|reembols\p{L}+`,
  String.raw`non (?:lo )?(?:ricompr\p{L}+|comprer\p{L}+|consigli\p{L}+)|restituit[oa]|\breso\b|rimborso`,
  String.raw`não (?:compro|compraria|recomend\p{L}+)|devolvi|desinstalei|reembolso`,
  String.raw`niet (?:meer|opnieuw) (?:kopen|gebruik\p{L}*)|teruggestuurd|afrader`,
  String.raw`(?:перестал\p{L}*|бросил\p{L}*) (?:пользоваться|использовать|носить)|удалил\p{L}*|отказал(?:ся|ась|ись)|выкинул\p{L}*|выбросил\p{L}*`,
  "不用了|不再用|卸载|取消了|扔了|弃用|再也不|使うのをやめ|使わなくな|解約|捨て",
]);

/** "unusable", "useless": it does not do what it is for. */
export const UNUSABLE = wordStart([
  String.raw`\b(?:unusable|useless|unwearable|unbearable|unwatchable|unplayable|inedible|worthless|(?:not|in)? ?good for nothing|does(?:n['’]t| not) work at all|of no use)\b`,
  "unbrauchbar|nutzlos|inutilisable|inutile\\b|inservible|inútil|inutilizzabile|inutilizável|onbruikbaar|nutteloos",
  String.raw`бесполезн\p{L}*|невозможно пользоваться|негодн\p{L}*|не пригод\p{L}*`,
  "没法用|无法使用|不能用|用不了|毫无用处|使えない|役に立た",
]);

/** "worth the money", "overpriced": a judgement of the price. */
export const WORTH = wordStart([
  String.raw`\b(?:not )?worth (?:the |its |every |your |it(?:s)? )?(?:money|price|cost|penny|cent|investment)\b|\b(?:good|great|excellent|best|poor|bad) (?:value|deal|price|buy)\b|\b(?:over|under)priced\b|\b(?:too |very |so |a bit |rather )?(?:expensive|pricey|affordable|inexpensive)\b|\bwaste of money\b|\bvalue for (?:the )?money\b|\brip[- ]?off\b|\bfor (?:the|this|that) price\b`,
  String.raw`preis-leistung\p{L}*|preis[/ -]leistung\p{L}*|(?:zu |sehr )?teuer|preiswert|günstig|überteuert|(?:sein|das|ihr) geld wert`,
  String.raw`rapport qualit(?:é|e)[- ]prix|(?:trop |très )?(?:cher|chère|abordable)\b|bon prix|vaut (?:le|son) prix`,
  String.raw`calidad[- ]precio|(?:muy |demasiado )?(?:caro|cara|barat[oa])\b|buen precio|vale (?:la pena|lo que cuesta)`,
  String.raw`qualità[- ]prezzo|costos[oa]\b|economic[oa]\b|custo[- ]benefício|prijs-kwaliteit\p{L}*|te duur`,
  String.raw`цен\p{L}*[- ]качеств\p{L}*|(?:слишком )?дорого\p{L}*|дорогой|дёшево|дешево|недорог\p{L}*|(?:не )?стоит (?:своих|этих) денег|завышен\p{L}* цен\p{L}*`,
  "性价比|太贵|有点贵|价格(?:实惠|便宜|偏高|高|合理)|物有所值|物美价廉|不值|很值|便宜|コスパ|値段|高すぎ|お得|割高",
]);
