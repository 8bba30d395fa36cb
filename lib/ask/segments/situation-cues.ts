/**
 * Where, when and for whom something is used, as reviewers say it. A concept is a row: the same situation in several
 * languages, so that "for my daughter", "для дочки" and "给女儿" meet. Open cues catch situations nobody listed.
 */
import { type CueLanguage, type CueSources, compileCues } from "./cue-languages";

export interface SituationConcept {
  id: string;
  /** Language of the reviewer's words → how they say it. */
  patterns: ReadonlyMap<CueLanguage, RegExp>;
}

const concept = (id: string, sources: CueSources): SituationConcept => ({ id, patterns: compileCues(sources) });
/** "for my", "gave it to our two year old": up to three words may stand before the noun. */
const FOR = String.raw`\b(?:for|(?:g[ai]ve|given|gifted|giving) (?:(?:it|this|them|these|one) )?to|bought|got) (?:my|our|his|her|their|the|an?) (?:[\p{L}\d'-]+ ){0,3}?`;
const FUER = String.raw`\bfür (?:meine?[nrm]?|unsere?[nrm]?|die|den|das) (?:\p{L}+ )?`;
const POUR = String.raw`\bpour (?:ma|mon|mes|notre|nos|la|le|les|l['’])\s?(?:\p{L}+ )?`;
const PARA = String.raw`\bpara (?:mi|mis|nuestr[oa]s?|el|la|los|las) (?:\p{L}+ )?`;
const DLYA = String.raw`(?<!\p{L})(?:для|на|в подарок)\s+(?:\p{L}+\s+)?`;
const GEI = "(?:给|送|为|帮|买给|送给)(?:我|我的|我们|家里的?)?";
const end = String.raw`(?!\p{L})`;

export const SITUATIONS: readonly SituationConcept[] = [
  concept("daughter", {
    en: `${FOR}daughters?${end}`,
    de: `${FUER}töchter|${FUER}tochter`,
    fr: `${POUR}filles?${end}`,
    es: `${PARA}hijas?${end}`,
    ru: [`${DLYA}(?:дочк|дочер)\\p{L}*`, `(?:для|на) доч\\p{L}+|дочке`],
    zh: `${GEI}(?:女儿|闺女)`,
    ja: "娘(?:に|の|用|へ)",
  }),
  concept("son", {
    en: `${FOR}sons?${end}`,
    de: `${FUER}sohn`,
    fr: `${POUR}fils${end}`,
    es: `${PARA}hijos?${end}`,
    ru: `для сын\\p{L}*|(?<!\\p{L})сыну${end}`,
    zh: `${GEI}儿子`,
    ja: "息子(?:に|の|用|へ)",
  }),
  concept("children", {
    en: `${FOR}(?:kids?|child(?:ren)?|toddlers?|baby|babies|grand(?:son|daughter|child(?:ren)?|kids?))${end}`,
    de: [`${FUER}kind(?:er|ern)?${end}`, `${FUER}baby`],
    fr: `${POUR}(?:enfants?|bébé)`,
    es: `${PARA}(?:niñ[oa]s?|bebé)`,
    ru: `(?:для|на) (?:дет|ребен|ребён|малыш|внук|внуч)\\p{L}*|(?<!\\p{L})(?:ребенку|ребёнку|детям|внуку|внучке)${end}`,
    zh: `${GEI}(?:孩子|小孩|宝宝|孙子|孙女)`,
    ja: "(?:子供|子ども|孫)(?:に|の|用|へ)",
  }),
  concept("partner", {
    en: `${FOR}(?:husband|wife|boyfriend|girlfriend|partner|fiancée?)${end}`,
    de: `${FUER}(?:mann|frau|freundin)${end}`,
    fr: `${POUR}(?:mari|femme|conjoint)`,
    es: `${PARA}(?:marido|esposa|mujer|novi[oa])`,
    ru: `для (?:мужа|жены)|(?<!\\p{L})(?:мужу|жене)${end}`,
    zh: `${GEI}(?:老公|老婆|男朋友|女朋友|妻子|丈夫|爱人)`,
    ja: "(?:夫|妻|旦那|嫁|彼氏|彼女)(?:に|の|用|へ)",
  }),
  concept("parents", {
    en: `${FOR}(?:mom|mum|mother|dad|father|parents?|grand(?:mother|father|ma|pa|parents)|mother-in-law)${end}`,
    de: `${FUER}(?:mutter|vater|eltern|oma|opa)`,
    fr: `${POUR}(?:mère|père|parents|grand-mère)`,
    es: `${PARA}(?:madre|padres?|mamá|papá|abuel[oa])`,
    ru: `для (?:мамы|папы|родителей|бабушки|дедушки)|(?<!\\p{L})(?:маме|папе|родителям|бабушке)${end}`,
    zh: `${GEI}(?:爸|妈|父母|爸妈|爷爷|奶奶|老人|外公|外婆|长辈)\\p{L}?`,
    ja: "(?:母|父|両親|祖母|祖父)(?:に|の|用|へ)",
  }),
  concept("pets", {
    en: `${FOR}(?:dogs?|cats?|pets?|pupp(?:y|ies)|kittens?)${end}`,
    de: `${FUER}(?:hund|katze)`,
    fr: `${POUR}(?:chien|chat)`,
    es: `${PARA}(?:perr[oa]|gat[oa])`,
    ru: `для (?:собак|кошк|кот)\\p{L}*`,
    zh: `${GEI}(?:狗|猫|宠物)`,
  }),
  concept("gift", {
    en: String.raw`\b(?:as|for) (?:an? |the )?(?:\p{L}+ )?(?:gift|present)s?\b|\b(?:birthday|christmas|xmas|wedding|anniversary|stocking)[- ](?:gift|present|stuffer)s?\b|\bgifted\b`,
    de: "als (?:\\p{L}+)?geschenk|zum (?:geburtstag|verschenken)|zu weihnachten",
    fr: "(?:comme|pour un|en) cadeau|pour offrir|pour (?:un |son |l['’])anniversaire",
    es: "(?:de|como|para) regalo|para regalar",
    ru: "в подарок|на подарок|на день рождения",
    zh: "(?:当|作为|做|送)(?:生日)?礼物?(?:送人)?|送人|送礼",
    ja: "プレゼント|贈り物|ギフト",
  }),
  concept("work", {
    en: String.raw`\b(?:at|for) work\b(?! (?:with|well|fine|great|properly|as|on|out|for))|\b(?:wear|wearing|wore|worn|take|taking|bring|brought|carry|use|using) (?:[\p{L}']+ ){1,3}to (?:work|the office)\b|\b(?:at|in|for) (?:my|the|our) office\b|\bhome office\b`,
    de: "(?:im|fürs?|für das|ins) (?:homeoffice|büro)|(?:für|auf) (?:die )?arbeit",
    fr: "au bureau|pour le (?:travail|bureau)|au travail|télétravail",
    es: "(?:en|para) (?:la oficina|el trabajo)",
    ru: "(?:для|на|в) (?:работ[ыуе]|офис\\p{L}*)",
    zh: "上班|办公室|在公司|办公用",
    ja: "職場|会社で|仕事(?:で|用)|オフィス",
  }),
  concept("commute", {
    en: String.raw`\b(?:on|during|for) (?:my |the |a )?(?:daily |long |morning )?(?:commut(?:e|es|ing)|way to work|train|bus|subway|metro)\b|\bcommut(?:e|er|ing)\b`,
    de: "(?:zum|beim) pendeln|arbeitsweg|in der (?:u-?bahn|bahn|s-bahn)|im zug",
    fr: "dans (?:le métro|le train|le bus|les transports)|trajets?",
    es: "en el (?:metro|tren|autobús)|camino al trabajo",
    ru: "в (?:метро|поезде|автобусе|электричке|дороге)|по дороге на работу",
    zh: "通勤|地铁|公交|上下班|路上",
    ja: "電車|通勤|バスで",
  }),
  concept("travel", {
    en: String.raw`\b(?:on|for|during|while) (?:my |our |the |a |an )?(?:[\p{L}-]+ )?(?:trips?|travels?|travel(?:l)?ing|vacations?|holidays?|flights?|cruises?|honeymoon|road trip)\b`,
    de: "(?:auf|für) (?:der |die |meine[rn]? |unsere[rn]? )?reisen?|im urlaub|im flugzeug",
    fr: "en voyage|pour (?:les |nos |mes )?(?:voyages?|vacances)|en vacances|dans l['’]avion",
    es: "(?:de|para) (?:viajes?|viajar|vacaciones)|en el avión",
    ru: "(?:в|для) (?:поездк|путешестви|отпуск|самол)\\p{L}*",
    zh: "旅行|出差|旅游|飞机上",
    ja: "旅行|出張|飛行機",
  }),
  concept("home", {
    en: String.raw`\bfor (?:my |our |the )?(?:home|house|apartment|flat|living room)\b|\bin (?:my|our) (?:living room|bedroom|apartment|flat|bathroom|basement)\b`,
    de: "für (?:zu hause|zuhause|die wohnung|unser haus)|im (?:wohn|schlaf|bade)zimmer",
    fr: "pour la maison|dans (?:mon|notre|le) (?:salon|appartement)|dans la chambre",
    es: "para (?:la )?casa|en (?:mi|el) (?:salón|dormitorio|piso)",
    ru: "для дома|в (?:спальн|гостин|квартир)\\p{L}*",
    zh: "家用|家里用|放在?(?:客厅|卧室|家里)",
    ja: "自宅|リビング|寝室",
  }),
  concept("kitchen", {
    en: String.raw`\bin (?:my|our|the) kitchen\b|\bfor (?:my |the )?(?:kitchen|cooking|baking)\b`,
    de: "in (?:der|meiner|unserer) küche|(?:zum|beim) (?:kochen|backen)",
    fr: "dans (?:ma|la|notre) cuisine|pour cuisiner",
    es: "en (?:mi|la) cocina|para cocinar",
    ru: "(?:для|на) кухн\\p{L}*",
    zh: "厨房|做饭",
    ja: "キッチン|台所|料理(?:に|用)",
  }),
  concept("car", {
    en: String.raw`\b(?:in|for) (?:my|the|our) (?:car|truck|van|rv)\b|\bwhile driving\b`,
    de: "im auto|fürs auto|für das auto|beim autofahren",
    fr: "(?:dans|pour) (?:la|ma) voiture",
    es: "(?:en|para) (?:el|mi) coche",
    ru: "(?:в|для) (?:машин|авто)\\p{L}*",
    zh: "车上|车里|开车",
    ja: "車で|車内|運転",
  }),
  concept("sport", {
    en: String.raw`\b(?:at|for|to|in) the gym\b|\bfor (?:my )?(?:running|hiking|cycling|yoga|workouts?|exercise|training|swimming|sports?|biking|camping)\b|\b(?:while|when) (?:i'?m )?(?:running|hiking|cycling|working out|exercising|jogging|biking)\b|\bon (?:my )?(?:runs|hikes|walks|bike)\b`,
    de: "(?:beim|zum|fürs) (?:sport|joggen|laufen|wandern|training|radfahren|camping)|im fitnessstudio",
    fr: "pour (?:le sport|courir|la course|la randonnée)|à la salle",
    es: "para (?:correr|el gimnasio|hacer deporte|senderismo)|en el gimnasio",
    ru: "(?:для|на) (?:спорт|пробежк|трениров|поход|фитнес)\\p{L}*|в (?:спортзал|зал)\\p{L}*",
    zh: "跑步|健身|运动时|登山|徒步|骑车",
    ja: "ランニング|ジム|運動|登山|キャンプ",
  }),
  concept("school", {
    en: String.raw`\b(?:for|at|to|in) (?:school|college|university|class|dorm)\b|\bfor (?:my )?(?:studies|studying|students?)\b`,
    de: "für (?:die )?(?:schule|uni|das studium)|in der (?:schule|uni)",
    fr: "pour (?:l['’]école|les cours|la fac|les études)",
    es: "para (?:la escuela|el colegio|la universidad|estudiar)|en clase",
    ru: "(?:для|в) (?:школ|учеб|университет|институт)\\p{L}*",
    zh: "上学|学校|宿舍|上课|学习用",
    ja: "学校|大学(?:で|用)|勉強",
  }),
  concept("occasion", {
    en: String.raw`\b(?:for|to) (?:an? |the |my |our |his |her )?(?:[\p{L}'-]+ ){0,2}?(?:weddings?|part(?:y|ies)|event|graduation|baby shower|bridal shower|funeral|prom|interview|reception)\b`,
    de: "(?:für|zu|auf) (?:eine[nr]?|die|der) (?:hochzeit|party|feier)|zur hochzeit",
    fr: "pour (?:un|une|le) (?:mariage|fête|soirée)",
    es: "para (?:una|la) (?:boda|fiesta)",
    ru: "на (?:свадьб|вечерин|праздник|выпускн)\\p{L}*",
    zh: "婚礼|派对|聚会|宴会",
    ja: "結婚式|パーティー",
  }),
  concept("glasses", {
    en: String.raw`\b(?:wear(?:ing)?|with) (?:my )?(?:eye)?glasses\b`,
    de: "mit (?:meiner )?brille|brillenträger",
    fr: "avec (?:mes )?lunettes|porteur de lunettes",
    es: "con (?:mis )?gafas",
    ru: "в очках|с очками|ношу очки",
    zh: "戴眼镜|眼镜党",
    ja: "メガネ|眼鏡",
  }),
  concept("sensitive", {
    en: String.raw`\b(?:sensitive|dry|oily) skin\b|\ballerg(?:y|ies|ic)\b`,
    de: "(?:empfindliche|trockene)\\p{L}* haut|allergi\\p{L}+",
    fr: "peau (?:sensible|sèche)|allergi\\p{L}+",
    es: "piel (?:sensible|seca)|al[eé]rgi\\p{L}+",
    ru: "чувствительн\\p{L}+ кож\\p{L}+|аллерги\\p{L}+",
    zh: "敏感肌|干皮|油皮|过敏",
    ja: "敏感肌|乾燥肌|アレルギー",
  }),
  concept("night", {
    en: String.raw`\b(?:at night|to sleep|for sleep(?:ing)?|before bed|in bed)\b`,
    de: "zum (?:ein)?schlafen|in der nacht|nachts|im bett",
    fr: "pour dormir|la nuit|au lit",
    es: "para dormir|por la noche|en la cama",
    ru: "для сна|перед сном|ночью|по ночам",
    zh: "睡觉|晚上用|夜里|睡前",
    ja: "寝る|夜中|睡眠",
  }),
];

/** A situation nobody listed: "for my garage", "für meinen Balkon"; the first group is its noun. */
export const OPEN_CUES: ReadonlyMap<CueLanguage, readonly RegExp[]> = new Map([
  [
    "en",
    [
      /\bfor (?:my|our) ((?:[\p{L}'-]+ ){0,1}?[\p{L}-]{3,})(?=[\s.,;:!?)]|$)/giu,
      /\bwhen(?:ever)? (?:i am|i'm|we are|we're|i|we) ([\p{L}-]{3,}ing)\b/giu,
    ],
  ],
  ["de", [/\bfür (?:meine?[nrm]?|unsere?[nrm]?) (\p{Lu}[\p{L}-]{2,})/gu]],
  ["fr", [/\bpour (?:mon|ma|mes|notre|nos) ([\p{L}-]{3,})/giu]],
  ["es", [/\bpara (?:mi|mis|nuestr[oa]s?) ([\p{L}-]{3,})/giu]],
  ["ru", [/(?<!\p{L})для (?:моего|моей|моих|нашего|нашей|своего|своей) ([\p{L}-]{3,})/giu]],
]);

/** Nouns after "for my" that are no situation. */
export const NO_SITUATION: ReadonlySet<string> = new Set(
  `taste tastes money liking size sizes height purposes purpose needs need use uses opinion self own first second third next last
   frame body body-type figure shape weight age style budget preference preferences comfort order purchase review two three
   geschmack bedürfnisse zwecke größe meinung goût goûts taille besoins usage gusto gustos necesidades talla вкуса размера роста денег`
    .split(/\s+/u)
    .filter(Boolean),
);
