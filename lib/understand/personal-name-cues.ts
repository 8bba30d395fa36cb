/** Words that announce a private person's name. `%` stands where the name follows. Data, not logic. */

/** One capitalised word, then up to two more, small particles between them. */
const WORD = "\\p{Lu}[\\p{L}’'-]{1,20}";
const NAME = `(${WORD}(?:\\s(?:(?:von|van|de|da|di|del|der|den|la|le|dos|al|el|zu)\\s){0,2}(?:${WORD}|\\p{Lu}\\.)){0,2})`;
const EDGE = "(?<![\\p{L}\\p{N}])";

function cue(words: string): RegExp {
  return new RegExp(`${EDGE}(?:${words})\\s{1,2}(?:(?:Dr|Prof|Dott|Ing)\\.?\\s){0,2}${NAME}`, "gu");
}

/** Whatever capitalised word follows is a name. */
export const CERTAIN: readonly RegExp[] = [
  // "My name is …"
  cue(
    "[Mm]y (?:full )?name(?: is|['’]s)|[Mm]ein [Nn]ame ist|[Ii]ch hei(?:ß|ss)e|[Jj]e m['’]appelle|[Mm]on nom est|[Mm]e llamo|[Mm]i nombre es|[Mm]i chiamo|[Ii]l mio nome è|[Mm]eu nome é|[Mm]e chamo|[Cc]hamo-me|[Mm]ijn naam is|[Ii]k heet|[Jj]ag heter|[Nn]azywam się|[Mm]am na imię|[Мм]еня зовут|[Мм]о[её] имя|[Мм]ене звати",
  ),
  // Titles.
  cue(
    "Mr\\.?|Mrs\\.?|Ms\\.?|Miss|Herrn?|Frau|Fräulein|Mme\\.?|Mlle\\.?|[Mm]onsieur|[Mm]adame|Sra?\\.|[Ss]eñora?|[Ss]ignora?|Sig\\.(?:ra)?|[Ss]enhora?|Dona|[Mm]eneer|[Mm]evrouw|[Гг]-н(?:у|а|ом)?|[Гг]-ж[аеуи]|[Гг]осподин(?:у|а|ом)?|[Гг]оспож[аеуи]",
  ),
  // "a lady named …", "our waiter …"
  cue(
    "(?:(?:[Mm]y|[Oo]ur|[Tt]he|[Aa]) )?(?:lady|guy|gentleman|man|woman|girl|person|employee|rep|representative|agent|technician|salesman|saleswoman|associate|manager|waiter|waitress|server|host|hostess|driver|nurse|neighbou?r|seller) (?:is |was )?(?:named|called|by the name of)",
  ),
  cue(
    "(?:Kellner(?:in)?|Mitarbeiter(?:in|s)?|Berater(?:in)?|Techniker(?:in)?|Verkäufer(?:in)?|Dame|Herr) namens|(?:serveu(?:r|se)|vendeu(?:r|se)|conseill(?:er|ère)|technicien(?:ne)?|dame|monsieur) nommée?|(?:chic[oa]|señora?|agente|técnic[oa]|camarer[oa]|emplead[oa]) llamad[oa]|(?:ragazz[oa]|signora?|tecnico|addett[oa]) di nome|(?:moç[oa]|atendente|técnic[oa]) chamad[oa]|по имени",
  ),
];

/** A name follows only when its first word is a common given name. */
export const LIKELY: readonly RegExp[] = [
  cue(
    "[Ss]p(?:oke|eak|oken|eaking) (?:to|with)|[Tt]alked (?:to|with)|[Dd]ealt with|[Cc]hatted with|[Tt]hank(?:s|s so much| you)?(?: so much| very much)?,?(?: to)?|[Aa]sk for|(?:[Hh]elped|[Ss]erved|[Aa]ssisted|[Ii]nstalled|[Hh]andled|[Aa]nswered) by|[Ss]hout[- ]?out to|[Kk]udos to|[Mm]y (?:husband|wife|son|daughter|friend|neighbou?r|sister|brother|mother|father|boss|colleague|doctor)|(?:[Oo]ur|[Mm]y|[Tt]he) (?:waiter|waitress|server|host|hostess|driver|guide|technician|agent|rep|stylist|nurse|installer)|[Ll]ove,|[Ii]['’]?m|I am|[Tt]his is|named",
  ),
  cue(
    "[Pp]ani?|(?:[Gg]esprochen|[Tt]elefoniert|[Ss]prach) mit|[Mm]it|[Dd]ank(?:e)?(?: geht)? an|[Vv]ielen Dank,?(?: an)?|[Dd]anke,?|[Mm]ein(?:e|em|en|er)? (?:Mann|Frau|Sohn|Tochter|Freund(?:in)?|Nachbar(?:in)?|Schwester|Bruder)|namens|[Ii]ch bin",
  ),
  cue(
    "[Pp]arlé (?:à|avec)|[Mm]erci(?: beaucoup)?,?(?: à)?|(?:servi|aidée?|conseillée?|accueillie?)s? par|[Mm](?:on|a) (?:mari|femme|fils|fille|amie?|voisine?|sœur|frère)|[Nn]otre (?:serveur|serveuse|vendeur|vendeuse|guide)|[Jj]e suis|nommée?|[Hh]ablé con|[Gg]racias,?(?: a)?|atendi(?:ó|dos? por|da por)|[Mm]i (?:marido|mujer|hij[oa]|amig[oa]|vecin[oa]|herman[oa])|[Ss]oy|llamad[oa]",
  ),
  cue(
    "[Pp]arlato con|[Gg]razie,?(?: a| mille a)?|(?:seguit[oaie]|servit[oaie]|aiutat[oaie]) da|[Mm]i[oa] (?:marito|moglie|figli[oa]|amic[oa])|[Ff]alei com|[Oo]brigad[oa],?(?: a| ao| à)?|atendid[oa]s? p(?:elo|ela|or)|[Mm](?:eu|inha) (?:marido|esposa|filh[oa]|amig[oa])|[Ss]ou [oa]|[Gg]esproken met|[Bb]edankt,?|[Dd]ankzij",
  ),
  cue(
    "(?:[Рр]азговарива|[Оо]бща|[Гг]овори)л(?:а|и|ась|ся|ись)? с(?:о)?|[Сс]пасибо(?: большое)?,?|[Бб]лагодар(?:ю|ен|на|ность),?|(?:[Мм]енеджер|[Кк]онсультант|[Мм]астер|[Оо]ператор|[Пп]родав(?:ец|щица)|[Оо]фициант(?:ка)?|[Кк]урьер|[Сс]отрудни(?:к|ца))(?:у|а|ом|е)?|[Мм]о(?:й|я|ему|ей|им) (?:муж|жена|сын|дочь|друг|подруга|сосед(?:ка)?)(?:у|а|ом|е)?",
  ),
];

const BEGIN = "(?:^|\\n|[.!?]\\s)\\s{0,8}";
const TO_END = `,?\\s{0,8}\\n?\\s{0,8}${NAME}\\s{0,8}[.!]?\\s{0,8}(?=$|\\n)`;

/** A closing formula of letters, then the name alone to the end of its line. */
export const SIGNATURE = new RegExp(
  `${BEGIN}(?:(?:[Kk]ind |[Bb]est |[Ww]arm )?[Rr]egards|[Ss]incerely|[Yy]ours(?: truly)?|(?:[Mm]it freundlichen |[Vv]iele |[Ll]iebe |[Bb]este |[Ss]chöne )?Grü(?:ß|ss)en?|Gru(?:ß|ss)|MfG|[Cc]ordialement|[Bb]ien à vous|[Ss]aludos|[Uu]n saludo|[Aa]tentamente|[Ss]aluti|[Cc]ordiali saluti|[Aa]braços?|[Aa]tenciosamente|[Cc]umprimentos|[Gg]roet(?:en|jes)?|[Pp]ozdrawiam|[Сс] уважением|[Вв]аш[аи]?)${TO_END}`,
  "gu",
);

/** Less telling: "Thanks Garmin!", "– Great Value". */
export const LIKELY_SIGNATURE = new RegExp(
  `${BEGIN}(?:[-–—~]{1,2}|[Bb]est(?: wishes)?|[Cc]heers|[Tt]hanks|LG|VG)${TO_END}`,
  "gu",
);

/** Cast of brands and speech that look like titles with names. */
export const NOT_PRIVATE = new Set(
  "coffee clean dash right wrong perfect big little beast dyson robot bean magoo potato head bubble muscle universe america world piggy doubtfire smith&wesson monopoly pacman butterworth meyer meyers beauty sixty holle muster mustermann gott god jesus santa dr president sir madam".split(
    " ",
  ),
);
