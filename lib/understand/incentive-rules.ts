/** What reviewers write who were given something for their review. By language; each pattern names the gift and what it was for. */

const REVIEW = "(?:review|feedback|opinion|evaluation|rating|testimonial|thoughts)";

const PATTERNS: readonly RegExp[] = [
  // English
  new RegExp(
    `\\b(?:in (?:exchange|return)|as (?:a )?compensation) for (?:an? |my |our |your |this |giving |writing |posting |leaving )*(?:[\\p{L}-]+,? (?:and |but )?){0,4}${REVIEW}\\b`,
    "iu",
  ),
  /\b(?:amazon )?vine (?:voice|program(?:me)?|member|review(?:er)?)\b|\b(?:through|via|from|by|part of|for) (?:the )?(?:amazon )?vine\b(?! (?:street|tomato|leaves))/iu,
  /\b(?:received|got|was (?:given|sent|provided(?: with)?)|were (?:given|sent)|sent me|provided me|gifted)\b[^.!?\n]{0,60}\b(?:for free|free of charge|at no (?:cost|charge)|complimentary|free (?:sample|product|item|unit|copy)|at a discount|discounted|(?:heavily |deeply )?reduced price)\b[^.!?\n]{0,50}\b(?:to (?:review|test|try|evaluate)|for (?:review|testing|evaluation|my (?:honest|unbiased)|an? (?:honest|unbiased)))/iu,
  /\b(?:free|complimentary|sample|discounted) (?:[\p{L}-]+ ){0,3}(?:for|in order) (?:to )?(?:testing|review(?:ing)?|test and review)(?: purposes)?\b/iu,
  /\b(?:gift ?card|coupon|voucher|refund|cash ?back|rebate|discount|\$ ?\d+|free \p{L}+)\b[^.!?\n]{0,30}\b(?:for (?:a|my|leaving|writing|posting|giving|every)|if (?:i|you|we) (?:leave|left|write|wrote|post|give|gave))[^.!?\n]{0,25}\b(?:review|5[- ]stars?|five[- ]stars?|rating)\b/iu,
  /\b(?:influenster|bzzagent|voxbox|pinchme|#(?:gifted|sponsored|complimentary|freesample))\b/iu,
  // German
  /\b(?:kostenlos|gratis|vergünstigt|unentgeltlich|umsonst)\b[^.!?\n]{0,80}\b(?:bewertung|rezension|testbericht|produkttest|zum test(?:en)?|testzwecke[n]?|test zur verfügung)\b|\bvine[- ](?:produkttester|club|programm)|\b(?:gutschein|rabatt|geschenkkarte|erstattung)\b[^.!?\n]{0,30}\b(?:für|wenn)\b[^.!?\n]{0,30}\b(?:bewertung|rezension|5 sterne)|\b(?:als|im rahmen (?:eines|des|meiner)) (?:produkttests?(?:er(?:in)?)?|testerin)\b/iu,
  // French
  /(?:gratuit(?:ement)?|offert|à prix réduit)[^.!?\n]{0,70}(?:en échange|contre|pour) (?:d['’]un|un|mon|de mon|donner mon) (?:avis|test|commentaire)|en échange d['’]un (?:avis|commentaire|test)|(?:reçu|produit)[^.!?\n]{0,50}(?:gratuitement|offert)[^.!?\n]{0,30}(?:pour (?:le )?tester|club des testeurs|dans le cadre d['’]un test)|club des testeurs|bon d['’]achat[^.!?\n]{0,30}(?:avis|commentaire)/iu,
  // Spanish, Portuguese, Italian
  /a cambio de (?:una?|mi|dejar una?|escribir una?) (?:reseña|opinión|valoración|comentario)|(?:gratis|gratuitamente|sin coste)[^.!?\n]{0,50}(?:para (?:probar|reseñar|evaluar|dar mi)|a cambio de)|(?:cupón|vale|tarjeta regalo|descuento)[^.!?\n]{0,25}(?:por|si dej|a cambio)[^.!?\n]{0,20}(?:reseña|opinión|valoración)/iu,
  /em troca d[eao] (?:uma?|minha) (?:avaliação|resenha|opinião|review)|(?:de graça|gratuitamente|gratuito|grátis)[^.!?\n]{0,50}(?:para (?:testar|avaliar|resenhar)|em troca)|(?:cupom|vale|desconto)[^.!?\n]{0,25}(?:por|se|em troca)[^.!?\n]{0,20}(?:avaliação|review|comentário)/iu,
  /in cambio di (?:una?|questa) (?:mia )?(?:recensione|opinione|valutazione)|(?:gratis|gratuitamente|omaggio|scontato)[^.!?\n]{0,50}(?:per (?:testarlo|provarlo|recensirlo|una recensione|la recensione)|in cambio)|(?:buono|coupon|sconto)[^.!?\n]{0,25}(?:per|se|in cambio)[^.!?\n]{0,20}recensione/iu,
  // Russian
  /(?:бесплатно|со скидкой|в подарок)[^.!?\n]{0,60}(?:за|в обмен на|для|ради) (?:честн\p{L}+ |объективн\p{L}+ |сво\p{L}+ )?(?:отзыв|обзор|тестирован)|в обмен на (?:честный |мой )?отзыв|(?:бонус|балл|кэшб[эе]к|скидк|купон|рубл)\p{L}{0,4}[^.!?\n]{0,20} за (?:(?:этот|мой|положительный) )?отзыв|(?:обещали|дают|дали|начислят)[^.!?\n]{0,30}за отзыв/iu,
  // Chinese, Japanese
  /(?:好评|五星|评价|晒图)(?:之后|后|就|即可|可以|能|给)?(?:可以|能|就)?(?:返现|返\d|返红包|领红包|送|有礼)|(?:为了|冲着)(?:返现|红包)|免费(?:试用|体验|送)[^。！？\n]{0,20}(?:评测|评价|测评|写)|(?:商家|卖家)[^。！？\n]{0,10}(?:免费(?:提供|寄)|赠送)[^。！？\n]{0,20}(?:评测|评价|测评|试用)/u,
  /(?:無料|無償|割引|プレゼント)[^。！？\n]{0,25}(?:レビュー|モニター|評価)(?:を)?(?:書|する|の(?:ため|代わり|条件))|レビュー(?:を書(?:く|いた|けば|いて)|投稿)[^。！？\n]{0,15}(?:もらえ|プレゼント|特典|クーポン|ギフト|割引|返金)|モニター(?:として|で)[^。！？\n]{0,15}(?:提供|頂|いただ|もら)|Vineメンバー|Vine先取り/u,
];

/** Says that there was no such thing, or is angry about the offer and its like: "I was not paid for this review". */
const DENIED =
  /\b(?:not|n['’]t|never|neither|without) (?:\p{L}+ ){0,3}(?:paid|compensated|receiv\p{L}*|get|got|given|sponsored)\b[^.!?\n]{0,60}\b(?:review|exchange|return|feedback|opinion)|\bkein(?:e|en)?\b[^.!?\n]{0,30}\b(?:gratis|kostenlos\p{L}*|gutschein|produkttest\p{L}*)|\b(?:selbst|selber) (?:gekauft|bezahlt)|\bpas (?:été )?(?:payé|reçu)|\bno (?:he )?(?:recib|me (?:han )?pag)|\bnão (?:fui|recebi)|\bnon (?:sono stat|ho ricevuto)|не (?:за деньги|за бонусы|получ\p{L}+)|(?:没有|不是|并非)[^。！？\n]{0,8}(?:返现|红包|免费)/iu;

/** @returns whether the text says itself that something was given for it */
export function saysIncentivised(text: string): boolean {
  return text.split(/(?<=[.!?。！？\n])/u).some((part) => PATTERNS.some((one) => one.test(part)) && !DENIED.test(part));
}
