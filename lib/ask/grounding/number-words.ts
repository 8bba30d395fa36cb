/** Words for numbers, and words that count people, in the languages that answers are written in most. */

const SPELT: readonly [string, string][] = [
  ["2", "two zwei deux dos два две двух"],
  ["3", "three drei trois tres три трёх трех"],
  ["4", "four vier quatre cuatro четыре четырёх"],
  ["5", "five fünf cinq cinco пять пяти"],
  ["6", "six sechs seis шесть шести"],
  ["7", "seven sieben sept siete семь семи"],
  ["8", "eight acht huit ocho восемь восьми"],
  ["9", "nine neun neuf nueve девять девяти"],
  ["10", "ten zehn dix diez десять десяти"],
  ["11", "eleven elf onze одиннадцать"],
  ["12", "twelve zwölf douze doce двенадцать dozen dutzend douzaine docena дюжина"],
  ["13", "thirteen dreizehn treize trece тринадцать"],
  ["14", "fourteen vierzehn quatorze catorce четырнадцать четырнадцати"],
  ["15", "fifteen fünfzehn quinze quince пятнадцать пятнадцати"],
  ["20", "twenty zwanzig vingt veinte двадцать двадцати"],
  ["30", "thirty dreißig dreissig trente treinta тридцать тридцати"],
  ["40", "forty vierzig quarante cuarenta сорок"],
  ["50", "fifty fünfzig cinquante cincuenta пятьдесят"],
  ["60", "sixty sechzig soixante sesenta шестьдесят"],
  ["70", "seventy siebzig setenta семьдесят"],
  ["80", "eighty achtzig ochenta восемьдесят"],
  ["90", "ninety neunzig noventa девяносто"],
  ["100", "hundred hundreds hundert cent cien ciento сто сотни"],
  ["1000", "thousand thousands tausend mille mil тысяча тысячи"],
];

/** In lower case. "One" is left out in every language: it is an article or a pronoun far more often. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  SPELT.flatMap(([value, words]) => words.split(" ").map((word): [string, string] => [word, value])),
);

/** What Chinese and Japanese count with a numeral before it. */
export const COUNTED =
  "(?:个|個|位|名|人|次|年|月|天|日|周|星期|小时|时|分钟|秒|块|元|圆|円|公斤|斤|克|米|公里|倍|台|件|只|种|点|条|把|步|年間|時間|週間|ヶ月|か月|回|つ)";

/** How many people say something is counted, never written. */
export const COUNTING_PEOPLE =
  /\b(?:(?:most|many|some|several|few|half|all|none|both|one|any|a (?:lot|few|couple|third|quarter|minority|majority)) of (?:us|them|the (?:customers|reviewers|people|users|buyers))|(?:all|most|many|several|some) (?:the )?(?:customers|reviewers|people|users|buyers|of the reviews|reviews)|everyone|everybody|nobody|no one|majority|minority|per ?cent|percentage|twice|half of)\b|%|(?<!\p{L})(?:die meisten|viele von uns|alle von uns|alle kunden|jeder von uns|niemand|prozent|mehrheit|hälfte|la plupart|tout le monde|personne ne|pour ?cent|majorité|la moitié|la mayoría|todo el mundo|todos nosotros|nadie|por ciento|la mitad|большинство|все мы|все покупатели|никто|процент\p{L}*|половина|многие из нас)(?!\p{L})|大多数|大部分|所有人|每个人|没有人|一半|多数|全員|みんな|ほとんどの人|半数/iu;
