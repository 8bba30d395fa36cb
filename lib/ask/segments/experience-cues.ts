/**
 * How reviewers say how long or how well they know it. Written for precision: "my first impression" is no first purchase and a
 * warranty of two years is no use of two years, so something is missed rather than wrongly read. Rule-based, unmeasured.
 */
import type { ExperienceLevel } from "../../domain";
import { type CueLanguage, type CueSources, compileCues } from "./cue-languages";

const NUMBER_EN = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty";
/** From a quarter of a year on. */
const LONG_EN = `(?:over |about |almost |nearly |more than |at least |around |roughly |well over |the (?:past|last) |a good |close to )*(?:(?:[3-9]|[1-9]\\d|${NUMBER_EN.replace("two|", "")}|several|many) months|(?:(?:\\d{1,2}|${NUMBER_EN}|a|one|several|many|a few|a couple of|half a|one and a half) )?years?)`;
const LONG_DE =
  "(?:über |fast |gut |mehr als |knapp |etwa |ca\\.? |rund |nun |schon |mittlerweile |jetzt )*(?:(?:[3-9]|[1-9]\\d|drei|vier|fünf|sechs|acht|neun|zehn|mehreren|vielen) monaten|(?:\\d{1,2}|einem|einem halben|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|mehreren|vielen|einigen) jahr(?:en)?|jahren)(?!\\p{L})";
const LONG_FR =
  "(?:plus d['’e] ?|presque |environ |bientôt |près d['’e] ?|maintenant |déjà )*(?:(?:[3-9]|[1-9]\\d|trois|quatre|cinq|six|huit|neuf|dix|plusieurs|quelques) mois|(?:\\d{1,2}|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|quelques|des) an(?:s|née|nées)?)(?!\\p{L})";
const LONG_ES =
  "(?:más de |casi |unos |ya |cerca de |alrededor de )*(?:(?:[3-9]|[1-9]\\d|tres|cuatro|cinco|seis|ocho|nueve|diez|varios|muchos) meses|(?:(?:\\d{1,2}|un|medio|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|muchos) )?años?)(?!\\p{L})";
const LONG_RU =
  "(?:уже |более |больше |около |почти |примерно )*(?:полгода|полтора года|год(?:а|ов)?|лет|(?:\\d{1,2}|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|несколько|много) (?:год(?:а|ов)?|лет)|(?:[3-9]|[1-9]\\d|три|четыре|пять|шесть|семь|восемь|несколько) месяц(?:а|ев))(?!\\p{L})";
const LONG_ZH =
  "(?:快|差不多|将近|已经|也有|有)*(?:半年|[一二两三四五六七八九十几好多\\d]{1,3}年|(?:[3-9]|1\\d|[三四五六七八九十好几]{1,2})个多?月)";
const LONG_JA =
  "(?:もう|約|かれこれ|すでに)?(?:半年|[\\d一二三四五六七八九十数何]{1,2}年|(?:[3-9]|1\\d|[三四五六七八九十数])[ヶかカケ]月)";

const NEW: CueSources = {
  en: String.raw`\b(?:this (?:is|was)|these (?:are|were)|it(?:'s| is| was)|as) (?:my|our) (?:very )?first (?!impression|thought|choice|reaction|concern|attempt|review|order|star|time (?:it|they|that))[\p{L}-]+|\bfirst[- ]time (?:buyer|user|owner|buying|owning|using|trying)\b|\b(?:i(?:'m| am)|as) (?:an? )?(?:\p{L}+ )?(?:beginner|newbie|novice|new to)\b|\bnever (?:owned|used|had|tried|bought|worn) (?:an?|one|any|such|anything)\b[^.!?;]{0,40}\bbefore\b`,
  de: String.raw`(?:ist|war|sind|waren) (?:das |es |dies |dieses |dieser )?(?:mein|unser)e? erste[rsn]? (?!eindruck|gedanke|bestellung|bewertung|rezension)\p{L}+|zum ersten mal (?:gekauft|bestellt|benutzt|ausprobiert)|\b(?:ich bin|als) (?:noch )?(?:absolute[rn]? |völlige[rn]? |blutige[rn]? )?(?:anfänger|neuling|einsteiger)|noch nie eine?n? [^.!?;]{2,30} (?:gehabt|besessen|benutzt)`,
  fr: String.raw`\bc['’](?:est|était) (?:ma|mon|notre) (?:tout[e]? )?premi(?:er|ère) (?!impression|avis|commande|fois)\p{L}+|(?:je suis|étant|en tant que) (?:une? )?(?:grande? )?(?:débutante?|novice)|première fois que j(?:e|['’])\s?(?:achète|utilise|ai acheté|teste|essaie|commande)|jamais (?:eu|utilisé|possédé) (?:de |d['’])[^.!?;]{2,30} (?:avant|auparavant)`,
  es: String.raw`(?:es|fue|era|son) (?:mi|nuestr[oa]) primer[oa]?s? (?!impresión|compra|reseña|vez)\p{L}+|\bsoy (?:un[a]? )?(?:principiante|novat[oa])|primera vez que (?:compro|uso|utilizo|tengo|pruebo|pido)|nunca había (?:tenido|usado|probado) (?:un|una|uno|algo)`,
  ru: String.raw`(?<!\p{L})(?:это )?(?:мо[йяёе]|мои|наш[аеи]?) перв(?:ый|ая|ое|ые) (?!впечатлен|раз(?!\p{L})|отзыв|заказ|мысл)\p{L}+|(?:в )?первый раз (?:покупа|пользу|беру|заказыв|купил|взял)\p{L}*|впервые (?:купил|беру|взял|пользу|заказ|попробовал)\p{L}*|(?<!\p{L})я (?:полный )?новичок`,
  zh: "第一次(?:买|用|购买|使用|入手|尝试)|(?:人生|我的|我)第一(?:台|个|双|款|件|部|把|副|辆)|(?:我是|作为|纯)\\S{0,4}(?:小白(?!鞋)|新手|初学者)",
  ja: "初めて(?:買|購入|使|の(?:購入|ドライヤー|イヤホン))|初心者(?:の(?:私|自分|僕)|ですが|なので|でも)",
};

const LONG: CueSources = {
  en: String.raw`\b(?:i|we)(?:['’]ve| have)?(?: now)? (?:had|owned|used|been (?:using|wearing|taking))\b[^.!?;]{0,40}?\bfor ${LONG_EN}\b|\bafter ${LONG_EN} of (?:[\p{L}-]+ )?(?:use|usage|wear|wearing|using|owning|ownership|service)\b|\b(?:bought|purchased|ordered|got) [^.!?;]{0,40}?\b${LONG_EN} ago\b|\b${LONG_EN} (?:later|in),? (?:and |it|they|still|the|these|this)|\bstill [^.!?;]{2,40} after ${LONG_EN}\b|\bmy (?:second|third|fourth|fifth|2nd|3rd|4th|5th) (?:pair|one|set|bottle|pack|tube)\b`,
  de: String.raw`(?:nutz|benutz|verwend|besitz|hab|trag|fahr)\p{L}* [^.!?;]{0,40}?\bseit ${LONG_DE}|\bseit ${LONG_DE} [^.!?;]{0,40}?(?:im einsatz|in gebrauch|in benutzung|nutz|benutz|verwend|besitz|\bhab|\btrag)|\bnach ${LONG_DE} (?:täglicher |regelmäßiger |intensiver )?(?:gebrauch|nutzung|benutzung|einsatz|dauereinsatz)|\bvor ${LONG_DE} (?:gekauft|bestellt)`,
  fr: String.raw`(?:utilis|poss[eè]d|port|l['’]ai|les ai|achet)\p{L}* [^.!?;]{0,40}?(?:depuis|il y a) ${LONG_FR}|(?:depuis|cela fait|ça fait|voilà) ${LONG_FR} que (?:je|j['’]|nous)|après ${LONG_FR} d['’](?:utilisation|usage)`,
  es: String.raw`\bllev(?:o|amos) ${LONG_ES} (?:us|utiliz|con )|(?:us|utiliz|teng|tenemos|compr)\p{L}* [^.!?;]{0,30}?hace ${LONG_ES}|(?:después de|tras) ${LONG_ES} de (?:uso|usar)`,
  ru: `(?:пользу(?:юсь|емся)|нош[уе]|использу(?:ю|ем)|у меня|служ(?:ит|ат)|работа(?:ет|ют)|куп(?:ил|или|ила)) [^.!?;]{0,40}?${LONG_RU}|(?:спустя|через) ${LONG_RU} (?:использования|пользования|эксплуатации|носки)|после ${LONG_RU} (?:использования|эксплуатации)`,
  zh: `(?:用|使用|戴|穿|买)(?:了|过)?${LONG_ZH}(?:多|了|左右|以上|有余)?`,
  ja: `(?:使って|使い始めて|購入して|買って|愛用して)(?:から)?${LONG_JA}|${LONG_JA}(?:以上|ほど|くらい|間)?(?:使って|使用し|愛用)`,
};

const EXPERT: CueSources = {
  en: String.raw`\b(?:i(?:'m| am)|as) (?:an? )?(?:\p{L}+ )?(?:professional(?: \p{L}+)?|audiophile|expert|connoisseur|enthusiast)\b|\bfor a living\b|\bby (?:trade|profession)\b|\b(?:i|we)(?:['’]ve| have)? (?:work|worked|been) in (?:the|this) (?:\p{L}+ ){0,2}(?:industry|business|trade|field)\b|\bi(?:['’]ve| have) (?:tried|tested|owned|used|had|gone through) (?:many|dozens|lots|countless|tons|hundreds|plenty|quite a few|over \d+|every|just about every|a lot of|so many|my (?:fair )?share)\b|\b\d{1,2}\+? years (?:of )?experience\b|\bi(?:['’]ve| have) been (?!using|wearing|taking|waiting|looking|searching|married|going|living|buying)\p{L}+ing\b[^.!?;]{0,30}?\bfor (?:over |about |almost |more than |at least |nearly )*(?:[3-9]|[1-9]\d|${NUMBER_EN.replace("two|", "")}|many) years\b`,
  de: String.raw`\b(?:ich bin|als) (?:gelernte[rn]?|professionelle[rn]?|hauptberufliche[rn]?|ausgebildete[rn]?) \p{L}+|\bvon beruf\b|\bbin vom fach\b|(?:schon|bereits) (?:viele|etliche|unzählige|zig|dutzende|einige) [^.!?;]{2,30} (?:gehabt|getestet|ausprobiert|besessen|durch)|jahre(?:lange)? (?:berufs)?erfahrung`,
  fr: String.raw`(?:je suis|étant|en tant que) (?:une? )?(?:professionnelle?|pro|audiophile|passionnée?)(?!\p{L})|\bde métier\b|dans le métier depuis|j['’](?:en )?ai (?:essayé|testé|eu|utilisé) (?:plusieurs|beaucoup|des dizaines|pas mal|énormément)|ans d['’]expérience`,
  es: String.raw`(?:\bsoy|\bcomo) (?:un[a]? )?profesional|me dedico (?:profesionalmente )?a|\bhe (?:probado|tenido|usado|utilizado) (?:much[oa]s|decenas|infinidad|un montón)|años de experiencia`,
  ru: String.raw`(?<!\p{L})(?:я|как) (?:профессионал|специалист|мастер)(?!\p{L})|по профессии|перепробовал[аи]?(?!\p{L})|(?:лет|года) (?:опыта|стажа)|стаж \d+ (?:лет|год)`,
  zh: "(?:作为|我是)(?:一个|一名|个)?(?:专业|资深|发烧友|老玩家)|从业\\S{0,3}年|用过(?:很多|许多|好多|不少|无数|十几|几十)(?!次|天|遍)",
  ja: "プロとして|仕事柄|(?:いろいろ|色々|様々)な[^。]{1,10}を(?:試|使)(?:して|って)(?:きた|きました|みた)|何(?:台|本|個|足)も(?:使って|買って|試して)",
};

const SWITCHED: CueSources = {
  en: String.raw`\b(?:switch(?:ed|ing)|upgrad(?:ed|ing)|chang(?:ed|ing)|mov(?:ed|ing)|downgrad(?:ed|ing)) (?:over )?(?:to (?:this|these|it) )?from (?:an?|my|our|the|another|\p{Lu})|\bcom(?:ing|e|ing over) from (?:an?|my|our|another) (?!family|country|small|big)|\b(?:to|as an?) (?:replace(?:ment for)?) (?:my|our|an? old|the old)\b|\breplac(?:es|ed|ing) (?:my|our) (?:old|previous|aging|broken|dead|trusty|last)|\b(?:my|our) (?:old|previous|last) (?!one (?:is|was) fine)[\p{L}-]+ (?:finally )?(?:died|broke|gave (?:out|up)|quit|wore out|stopped|failed|kicked)`,
  de: String.raw`\b(?:von|vom) [^.,!?;]{2,40} (?:umgestiegen|gewechselt|umgestellt)|(?:umgestiegen|gewechselt|umstieg) (?:von|vom)|\b(?:als )?(?:ersatz|nachfolger) für (?:mein|unser|de[nr] alt|die alt|das alt)|\bersetzt (?:mein|unser)|\bmein(?:e|er|en)? (?:alte[rsn]?|vorherige[rsn]?|bisherige[rsn]?) \p{L}+ (?:ist|war|hat|hatte|wurde|gab)`,
  fr: String.raw`(?:remplace|remplacer|remplacement d['’e]) ?(?:mon|ma|mes|notre|l['’]ancien)|(?:je suis|suis) pass[ée]e? d(?:e|['’]un)|\bm(?:on|a|es) (?:ancien(?:ne)?s?|précédente?s?|vieux|vieille) [\p{L}-]+ (?:a|est|était|avait|m['’]a)`,
  es: String.raw`(?:cambié|he cambiado|pasé|vengo|venía) de (?:un|una|mi|otr[oa])|(?:reemplaz|sustitu)\p{L}+ (?:a |al )?(?:mi |el |la )?(?:antigu|viej|anterior)\p{L}*|\bmi (?:antigu[oa]|viej[oa]|anterior) \p{L}+ (?:se|dejó|murió|ya|era)`,
  ru: String.raw`переш(?:[её]л|ла|ли) с(?!\p{L})|(?:взамен|на замену|вместо) (?:стар|прежн|сломавш|предыдущ)\p{L}*|(?:до этого|раньше|прежде) (?:был[аио]? (?!бы)|пользовал(?:ся|ась|ись)|у меня)|предыдущ\p{L}+ [\p{L}-]+ (?:сломал|вышл?[ае]?л?|умер)\p{L}*`,
  zh: "从\\S{1,12}(?:换|转|升级)(?:到|成|过来|来)|(?:换掉|代替|替换|替代|淘汰)(?:了)?(?:原来|以前|之前|旧|老)|(?:之前|以前|原来)(?:一直)?(?:用的?(?:是|都是)?|那(?:个|台|双|款))",
  ja: "から(?:の)?(?:乗り換え|買い替え|買い換え)|(?:乗り換え|買い替え|買い換え)(?:ました|て|た)|以前(?:は[^。]{1,12}を)?使って(?:いた|いました)",
};

/** How each level is said, language by language. */
export const EXPERIENCE_CUES: ReadonlyMap<ExperienceLevel, ReadonlyMap<CueLanguage, RegExp>> = new Map([
  ["new", compileCues(NEW)],
  ["long", compileCues(LONG)],
  ["expert", compileCues(EXPERT)],
  ["switched", compileCues(SWITCHED)],
]);
