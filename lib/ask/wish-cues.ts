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

/** "would buy again", "recommend", "sent it back": a sentence that says whether they stay. */
export const LOYALTY = new RegExp(
  [
    String.raw`\brecommend\w*|\b(?:buy|bought|buying|order|ordered|ordering|purchas\w+) (?:\w+ ){0,3}(?:again|another|more|second)\b|\b(?:return(?:ed|ing)|sen[dt]|sending|took|taking|going) (?:(?:it|this|them|these|mine|the \w+) )?back\b|\breturn(?:ed|ing) (?:it|this|them|these|mine|the)\b|\bnever (?:again|buy)|\b(?:don'?t|do not|wouldn'?t|would not|won'?t|not) (?:buy|purchase|waste)\b|\bregret\b|\bkeep(?:er|ing (?:it|them|this))\b|\bwaste of money\b`,
    "weiterempf|empfehl|wieder (?:kaufen|bestellen)|nie wieder|zurück(?:geschickt|gesendet|gegeben)|zurückschicken",
    "recommand|conseill|rachèter|racheter|renvoy|retourné|plus jamais",
    "recomiend|recomend|(?:volver[ée]|volvería) a comprar|devolv|devuelto|nunca más",
    "рекоменд|посовет|(?:куплю|купил[аи]? бы|закажу|взял[аи]? бы|возьму) (?:ещё|еще|снова)|верну(?:л|ть)|возврат|больше не (?:куплю|закажу)|не берите|пожалел",
    "推荐|回购|再买|还会买|再次购买|退货|退了|不会再买|后悔|おすすめ|お勧め|リピ|また買|返品|二度と",
  ].join("|"),
  "iu",
);
