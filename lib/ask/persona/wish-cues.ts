/** How reviewers say what they would change, and whether they would come back, in seven languages. */

/** "I wish it had…", "would be nice if…" */
export const WISH = new RegExp(
  [
    String.raw`\b(?:i|we) (?:do |only |just |really )?wish\b|\bwish(?:ed)? (?:it|they|that|there|the)\b|\bif only\b|\bwould (?:be|have been) (?:nice|better|great|good|perfect)\b|\bcould (?:be|have been|use) (?:\w+ )?(?:better|improved|longer|shorter|larger|smaller|bigger|stronger|more|a)\b|\bshould (?:have|be|come|include|offer|add|make)\b|\bneeds? (?:to (?:be|have|fix|improve)|more|a better)\b|\b(?:would|'d) (?:prefer|like to see|have (?:liked|preferred))\b|\bplease (?:add|fix|make|bring|change)\b|\b(?:only|one) (?:thing|improvement|suggestion)\b|\broom for improvement\b`,
    "wünscht|wäre (?:schön|besser|gut)|könnte (?:besser|etwas)|sollte (?:man|es|sie)|hätte (?:ich )?gern|bitte (?:hinzufügen|ändern)",
    "aurais aimé|j['’]aimerais|serait (?:bien|mieux)|dommage que|pourrait être|devrait|souhaiterais",
    "ojalá|me gustaría|estaría bien|podría(?:n)? (?:ser|mejorar)|debería(?:n)?",
    "хотелось бы|жаль,? что|было бы (?:лучше|хорошо|неплохо)|лучше бы|могл[аио] бы быть|не хватает|добавьте|исправьте",
    "希望|要是|如果能|建议|最好能|但愿|ほしい|欲しい|といい|ればよかった|改善",
  ].join("|"),
  "iu",
);

/** "would not buy it again", "sent it back": they leave. Read before `STAYING`. */
export const LEAVING = new RegExp(
  [
    String.raw`\b(?:not|never|n[o'’]t|cannot|can['’]t|hardly|wouldn['’]?t|don['’]?t|won['’]?t)\b(?:\s+\p{L}+){0,2}\s+(?:recommend|buy|purchase|order|waste|bother)\b(?!\s+(?:sizing|this in))|\bnever again\b|\bwaste of money\b|\b(?:sen[dt]|sending|took|taking|going|goes|went|ship\w*)\s+(?:(?:it|this|them|these|mine|right|the \p{L}+)\s+){0,2}back\b|\b(?:had to |have to |will be |am |i |we |and )return(?:ed|ing)?\b(?! (?:to|for another|home))|\breturn(?:ed|ing) (?:it|this|them|these|mine|the)\b|\bgot (?:a|my) (?:refund|money back)\b|(?<!(?:n['’]t|not|never|no) )\bregret(?:ted|ting)? (?:buying|this|it|my)\b|\bstay away\b|\bavoid (?:this|it|at)\b`,
    "nicht (?:wieder )?(?:kaufen|empfehl\\p{L}+|weiterempf\\p{L}+)|keine (?:kauf)?empfehlung|nie wieder|zurück(?:geschickt|gesendet|gegeben|schicken)",
    "(?:ne|pas) (?:\\p{L}+ )?(?:recommand\\p{L}+|conseill\\p{L}+|rachèter\\p{L}*)|renvoyé|retourné|plus jamais",
    "no (?:lo |la )?(?:recom\\p{L}+|volver\\p{L}+|compr\\p{L}+)|devuelt[oa]|devolv\\p{L}+|nunca más",
    "не (?:реком\\p{L}+|совет\\p{L}+|куплю|закажу|берите|покупайте|стал[аи]? бы)|верну(?:л|ть)\\p{L}*|возврат|больше никогда|пожалел",
    "不(?:会再|推荐|建议|要买)|退货|退了|后悔|別買|おすすめし(?:ない|ません)|返品|二度と",
  ].join("|"),
  "iu",
);

/** "would buy again", "highly recommend": they stay. */
export const STAYING = new RegExp(
  [
    String.raw`\brecommend(?:ed|ing)?\b(?!\s+(?:sizing|siz\p{L}+|going|ordering|order|trying|getting|a size|the|that you|you|using|wearing|washing|hand|buying (?:a|one) size))|\b(?:buy|bought|buying|order|ordered|ordering|purchas\p{L}+|get|getting) (?:\p{L}+ ){0,3}(?:again|another|more colou?rs)\b|\b(?:won['’]?t|not|never|no) regret\b|\bkeeper\b|\b(?:i['’]?m|am) keeping (?:it|them|this)\b|\bmust[- ](?:have|buy)\b|\bgo (?:buy|get) (?:it|one)\b`,
    "(?:weiter)?empf(?:ehle|ehlung|ehlenswert|iehlt)|wieder (?:kaufen|bestellen|gekauft)|klare kaufempfehlung",
    "recommand\\p{L}+|je conseille|rachèter\\p{L}*|racheter",
    "recom(?:iend|end)\\p{L}+|volver[éií]\\p{L}* a comprar",
    "рекоменд\\p{L}+|посовет\\p{L}+|советую|(?:куплю|купил[аи]? бы|закажу|взял[аи]? бы|возьму) (?:ещё|еще|снова)",
    "推荐|回购|再买|还会买|再次购买|值得(?:买|购买|入手)|おすすめ|お勧め|リピ|また買",
  ].join("|"),
  "iu",
);
