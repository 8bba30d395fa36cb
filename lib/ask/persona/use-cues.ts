/** "I use it for…", "bought it to…": the words after the cue are what they want of it. Rules of ours in ten languages, unmeasured. */

/** Up to four words, ended by a stop: what is needed is named at once or not at all. */
const WORDS = String.raw`((?:[\p{L}\p{M}\d'’-]+ ){0,3}?[\p{L}\p{M}][\p{L}\p{M}\d'’-]+)(?=[\s]*(?:[.,;:!?()\n]|$|\s(?:and|but|so|because|that|which|when|und|aber|weil|et|mais|car|y|pero|porque|e|ma|mas|en|maar|и|но|а|чтобы|потому)(?!\p{L})))`;
const cue = (start: string) => new RegExp(`${start} ${WORDS}`, "iu");
const end = String.raw`(?!\p{L})`;

/** The first group is what it is used for. */
export const USE_CUES: readonly RegExp[] = [
  cue(
    String.raw`\b(?:i|we|he|she|they) (?:mainly |mostly |only |just |always |also )?us(?:e|es|ed|ing) (?:it|this|them|these|mine|ours) (?:mainly |mostly |only |just |daily |every day )?(?:for|to|as)${end}`,
  ),
  cue(
    String.raw`\b(?:bought|got|ordered|purchased) (?:it|this|them|these|one) (?:mainly |mostly |only |just )?(?:for|to|as)${end}`,
  ),
  cue(
    String.raw`\b(?:nutze|benutze|verwende|brauche|brauchte|nutzen|benutzen|verwenden|brauchen) (?:es|ihn|sie|das|diese[nrs]?) (?:für|zum|zur|als)${end}`,
  ),
  cue(String.raw`\b(?:utilise|utilisons|acheté|pris) (?:\p{L}+ )?pour${end}`),
  cue(String.raw`\b(?:uso|usamos|compré|compramos|quería) (?:\p{L}+ )?para${end}`),
  cue(String.raw`\b(?:uso|usiamo|comprato|presa|preso) (?:\p{L}+ )?per${end}`),
  cue(String.raw`\b(?:comprei|compramos|usamos) (?:\p{L}+ )?para${end}`),
  cue(String.raw`\b(?:gebruik|gebruiken|gekocht) (?:\p{L}+ )?(?:voor|om)${end}`),
  cue(
    String.raw`(?<!\p{L})(?:использу\p{L}+|пользу\p{L}+|брал\p{L}*|взял\p{L}*|купил\p{L}*|покупал\p{L}*|нужен|нужна|нужно) (?:\p{L}+ )?(?:для|чтобы|на)${end}`,
  ),
  /(?:用来|用于|买来|拿来|为了|需要(?:一个|一款|一台)?)([\p{Script=Han}\p{L}\d]{1,8}?)(?=[，。,.!！？?；;\s]|的|了|$)/u,
  /([\p{Script=Han}\p{Script=Katakana}ー]{1,8})(?:用に|のために|に使(?:って|い|う)|目的で)/u,
];
