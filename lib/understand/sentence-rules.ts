/** Word lists of the sentence cutter, by what they repair. */

const PRO =
  "pros?|advantages?|likes|vorteile?|avantages?|points? (?:forts?|positifs?)|ventajas?|vantaggi|pregi|vantagens?|pontos? positivos?|voordelen|zalety|плюсы|достоинства|преимущества|плюси|переваги|优点|優點|好处|良い点|長所|メリット|장점";
const CON =
  "cons?|disadvantages?|dislikes|nachteile?|inconvénients?|points? (?:faibles?|négatifs?)|desventajas?|contras?|svantaggi|difetti|desvantagens?|pontos? negativos?|nadelen|wady|минусы|недостатки|мінуси|недоліки|缺点|缺點|坏处|悪い点|短所|デメリット|단점";
/** Headings only when a colon follows: alone in a line, "Good" is a whole review. */
const WEAK_PRO = "the good|good|positives?|positiv(?:es)?|lo bueno";
const WEAK_CON = "the bad|bad|negatives?|negativ(?:es)?|lo malo";
const ANY = `${PRO}|${CON}|${WEAK_PRO}|${WEAK_CON}`;

/** A Pros or Cons heading at the start of a line; group 1 or 2 is the heading as written. */
export const HEADING = new RegExp(`^(?:(${ANY})\\s*[:：]\\s*|(${PRO}|${CON})(?:\\s+[-–—]\\s*|\\s*$))`, "iu");
/** The next heading further on in the same line; only with a colon, or every "good" would be one. */
export const NEXT_HEADING = new RegExp(`(?<=[\\s.;!。；！])(?:${ANY})\\s*[:：]`, "giu");
/** A heading under which faults are listed. */
export const CON_HEADING = new RegExp(`^(?:${CON}|${WEAK_CON})$`, "iu");

const ALWAYS =
  "mr|mrs|ms|dr|prof|vs|e\\.g|i\\.e|eg|ie|bzw|z\\.\\s?b|d\\.\\s?h|mme|p\\.\\s?ex|sr|sra|т\\.\\s?е|т\\.\\s?к";
const BEFORE_NUMBER = "no|nr|vol|fig|ca|approx|aprox|max|min|п|стр|ок";
const BEFORE_SMALL =
  "etc|usw|evtl|ggf|incl|excl|inkl|zzgl|approx|max|min|sec|env|т\\.\\s?д|т\\.\\s?п|руб|шт|мин|сек|тыс|г";

/** Text that ends in a short form with its full stop, by what follows when the sentence goes on. */
export const ABBREVIATIONS: readonly { before: RegExp; after: RegExp }[] = [
  { before: shortForm(ALWAYS), after: /^/u },
  { before: shortForm(BEFORE_NUMBER), after: /^\s*\p{N}/u },
  { before: shortForm(BEFORE_SMALL), after: /^\s*\p{Ll}/u },
];

function shortForm(forms: string): RegExp {
  return new RegExp(`(?:^|[\\s(])(?:${forms})\\.\\s*$`, "iu");
}
