/**
 * Where, when and for whom something is used, as reviewers say it. A concept is a row: the same situation in several
 * languages, so that "for my daughter", "для дочки" and "给女儿" meet. Open cues catch situations nobody listed.
 */
export interface SituationConcept {
  id: string;
  pattern: RegExp;
}

const row = (id: string, ...sources: string[]): SituationConcept => ({
  id,
  pattern: new RegExp(sources.join("|"), "iu"),
});
/** "for my", "gave it to our two year old": up to three words may stand before the noun. */
const FOR = String.raw`\b(?:for|(?:g[ai]ve|given|gifted|giving) (?:(?:it|this|them|these|one) )?to|bought|got) (?:my|our|his|her|their|the|an?) (?:[\p{L}\d'-]+ ){0,3}?`;
const FUER = String.raw`\bfür (?:meine?[nrm]?|unsere?[nrm]?|die|den|das) (?:\p{L}+ )?`;
const POUR = String.raw`\bpour (?:ma|mon|mes|notre|nos|la|le|les|l['’])\s?(?:\p{L}+ )?`;
const PARA = String.raw`\bpara (?:mi|mis|nuestr[oa]s?|el|la|los|las) (?:\p{L}+ )?`;
const DLYA = String.raw`(?<!\p{L})(?:для|на|в подарок)\s+(?:\p{L}+\s+)?`;
const GEI = "(?:给|送|为|帮|买给|送给)(?:我|我的|我们|家里的?)?";
const end = String.raw`(?!\p{L})`;

export const SITUATIONS: readonly SituationConcept[] = [
  row(
    "daughter",
    `${FOR}daughters?${end}`,
    `${FUER}töchter|${FUER}tochter`,
    `${POUR}filles?${end}`,
    `${PARA}hijas?${end}`,
    `${DLYA}(?:дочк|дочер)\\p{L}*`,
    `(?:для|на) доч\\p{L}+|дочке`,
    `${GEI}(?:女儿|闺女)`,
    "娘(?:に|の|用|へ)",
  ),
  row(
    "son",
    `${FOR}sons?${end}`,
    `${FUER}sohn`,
    `${POUR}fils${end}`,
    `${PARA}hijos?${end}`,
    `для сын\\p{L}*|(?<!\\p{L})сыну${end}`,
    `${GEI}儿子`,
    "息子(?:に|の|用|へ)",
  ),
  row(
    "children",
    `${FOR}(?:kids?|child(?:ren)?|toddlers?|baby|babies|grand(?:son|daughter|child(?:ren)?|kids?))${end}`,
    `${FUER}kind(?:er|ern)?${end}`,
    `${FUER}baby`,
    `${POUR}(?:enfants?|bébé)`,
    `${PARA}(?:niñ[oa]s?|bebé)`,
    `(?:для|на) (?:дет|ребен|ребён|малыш|внук|внуч)\\p{L}*|(?<!\\p{L})(?:ребенку|ребёнку|детям|внуку|внучке)${end}`,
    `${GEI}(?:孩子|小孩|宝宝|孙子|孙女)`,
    "(?:子供|子ども|孫)(?:に|の|用|へ)",
  ),
  row(
    "partner",
    `${FOR}(?:husband|wife|boyfriend|girlfriend|partner|fiancée?)${end}`,
    `${FUER}(?:mann|frau|freundin)${end}`,
    `${POUR}(?:mari|femme|conjoint)`,
    `${PARA}(?:marido|esposa|mujer|novi[oa])`,
    `для (?:мужа|жены)|(?<!\\p{L})(?:мужу|жене)${end}`,
    `${GEI}(?:老公|老婆|男朋友|女朋友|妻子|丈夫|爱人)`,
    "(?:夫|妻|旦那|嫁|彼氏|彼女)(?:に|の|用|へ)",
  ),
  row(
    "parents",
    `${FOR}(?:mom|mum|mother|dad|father|parents?|grand(?:mother|father|ma|pa|parents)|mother-in-law)${end}`,
    `${FUER}(?:mutter|vater|eltern|oma|opa)`,
    `${POUR}(?:mère|père|parents|grand-mère)`,
    `${PARA}(?:madre|padres?|mamá|papá|abuel[oa])`,
    `для (?:мамы|папы|родителей|бабушки|дедушки)|(?<!\\p{L})(?:маме|папе|родителям|бабушке)${end}`,
    `${GEI}(?:爸|妈|父母|爸妈|爷爷|奶奶|老人|外公|外婆|长辈)\\p{L}?`,
    "(?:母|父|両親|祖母|祖父)(?:に|の|用|へ)",
  ),
  row(
    "pets",
    `${FOR}(?:dogs?|cats?|pets?|pupp(?:y|ies)|kittens?)${end}`,
    `${FUER}(?:hund|katze)`,
    `${POUR}(?:chien|chat)`,
    `${PARA}(?:perr[oa]|gat[oa])`,
    `для (?:собак|кошк|кот)\\p{L}*`,
    `${GEI}(?:狗|猫|宠物)`,
  ),
  row(
    "gift",
    String.raw`\b(?:as|for) (?:an? |the )?(?:\p{L}+ )?(?:gift|present)s?\b|\b(?:birthday|christmas|xmas|wedding|anniversary|stocking)[- ](?:gift|present|stuffer)s?\b|\bgifted\b`,
    "als (?:\\p{L}+)?geschenk|zum (?:geburtstag|verschenken)|zu weihnachten",
    "(?:comme|pour un|en) cadeau|pour offrir|pour (?:un |son |l['’])anniversaire",
    "(?:de|como|para) regalo|para regalar",
    "в подарок|на подарок|на день рождения",
    "(?:当|作为|做|送)(?:生日)?礼物?(?:送人)?|送人|送礼",
    "プレゼント|贈り物|ギフト",
  ),
  row(
    "work",
    String.raw`\b(?:at|for) work\b(?! (?:with|well|fine|great|properly|as|on|out|for))|\b(?:wear|wearing|wore|worn|take|taking|bring|brought|carry|use|using) (?:[\p{L}']+ ){1,3}to (?:work|the office)\b|\b(?:at|in|for) (?:my|the|our) office\b|\bhome office\b`,
    "(?:im|fürs?|für das|ins) (?:homeoffice|büro)|(?:für|auf) (?:die )?arbeit",
    "au bureau|pour le (?:travail|bureau)|au travail|télétravail",
    "(?:en|para) (?:la oficina|el trabajo)",
    "(?:для|на|в) (?:работ[ыуе]|офис\\p{L}*)",
    "上班|办公室|在公司|办公用",
    "職場|会社で|仕事(?:で|用)|オフィス",
  ),
  row(
    "commute",
    String.raw`\b(?:on|during|for) (?:my |the |a )?(?:daily |long |morning )?(?:commut(?:e|es|ing)|way to work|train|bus|subway|metro)\b|\bcommut(?:e|er|ing)\b`,
    "(?:zum|beim) pendeln|arbeitsweg|in der (?:u-?bahn|bahn|s-bahn)|im zug",
    "dans (?:le métro|le train|le bus|les transports)|trajets?",
    "en el (?:metro|tren|autobús)|camino al trabajo",
    "в (?:метро|поезде|автобусе|электричке|дороге)|по дороге на работу",
    "通勤|地铁|公交|上下班|路上",
    "電車|通勤|バスで",
  ),
  row(
    "travel",
    String.raw`\b(?:on|for|during|while) (?:my |our |the |a |an )?(?:[\p{L}-]+ )?(?:trips?|travels?|travel(?:l)?ing|vacations?|holidays?|flights?|cruises?|honeymoon|road trip)\b`,
    "(?:auf|für) (?:der |die |meine[rn]? |unsere[rn]? )?reisen?|im urlaub|im flugzeug",
    "en voyage|pour (?:les |nos |mes )?(?:voyages?|vacances)|en vacances|dans l['’]avion",
    "(?:de|para) (?:viajes?|viajar|vacaciones)|en el avión",
    "(?:в|для) (?:поездк|путешестви|отпуск|самол)\\p{L}*",
    "旅行|出差|旅游|飞机上",
    "旅行|出張|飛行機",
  ),
  row(
    "home",
    String.raw`\bfor (?:my |our |the )?(?:home|house|apartment|flat|living room)\b|\bin (?:my|our) (?:living room|bedroom|apartment|flat|bathroom|basement)\b`,
    "für (?:zu hause|zuhause|die wohnung|unser haus)|im (?:wohn|schlaf|bade)zimmer",
    "pour la maison|dans (?:mon|notre|le) (?:salon|appartement)|dans la chambre",
    "para (?:la )?casa|en (?:mi|el) (?:salón|dormitorio|piso)",
    "для дома|в (?:спальн|гостин|квартир)\\p{L}*",
    "家用|家里用|放在?(?:客厅|卧室|家里)",
    "自宅|リビング|寝室",
  ),
  row(
    "kitchen",
    String.raw`\bin (?:my|our|the) kitchen\b|\bfor (?:my |the )?(?:kitchen|cooking|baking)\b`,
    "in (?:der|meiner|unserer) küche|(?:zum|beim) (?:kochen|backen)",
    "dans (?:ma|la|notre) cuisine|pour cuisiner",
    "en (?:mi|la) cocina|para cocinar",
    "(?:для|на) кухн\\p{L}*",
    "厨房|做饭",
    "キッチン|台所|料理(?:に|用)",
  ),
  row(
    "car",
    String.raw`\b(?:in|for) (?:my|the|our) (?:car|truck|van|rv)\b|\bwhile driving\b`,
    "im auto|fürs auto|für das auto|beim autofahren",
    "(?:dans|pour) (?:la|ma) voiture",
    "(?:en|para) (?:el|mi) coche",
    "(?:в|для) (?:машин|авто)\\p{L}*",
    "车上|车里|开车",
    "車で|車内|運転",
  ),
  row(
    "sport",
    String.raw`\b(?:at|for|to|in) the gym\b|\bfor (?:my )?(?:running|hiking|cycling|yoga|workouts?|exercise|training|swimming|sports?|biking|camping)\b|\b(?:while|when) (?:i'?m )?(?:running|hiking|cycling|working out|exercising|jogging|biking)\b|\bon (?:my )?(?:runs|hikes|walks|bike)\b`,
    "(?:beim|zum|fürs) (?:sport|joggen|laufen|wandern|training|radfahren|camping)|im fitnessstudio",
    "pour (?:le sport|courir|la course|la randonnée)|à la salle",
    "para (?:correr|el gimnasio|hacer deporte|senderismo)|en el gimnasio",
    "(?:для|на) (?:спорт|пробежк|трениров|поход|фитнес)\\p{L}*|в (?:спортзал|зал)\\p{L}*",
    "跑步|健身|运动时|登山|徒步|骑车",
    "ランニング|ジム|運動|登山|キャンプ",
  ),
  row(
    "school",
    String.raw`\b(?:for|at|to|in) (?:school|college|university|class|dorm)\b|\bfor (?:my )?(?:studies|studying|students?)\b`,
    "für (?:die )?(?:schule|uni|das studium)|in der (?:schule|uni)",
    "pour (?:l['’]école|les cours|la fac|les études)",
    "para (?:la escuela|el colegio|la universidad|estudiar)|en clase",
    "(?:для|в) (?:школ|учеб|университет|институт)\\p{L}*",
    "上学|学校|宿舍|上课|学习用",
    "学校|大学(?:で|用)|勉強",
  ),
  row(
    "occasion",
    String.raw`\b(?:for|to) (?:an? |the |my |our |his |her )?(?:[\p{L}'-]+ ){0,2}?(?:weddings?|part(?:y|ies)|event|graduation|baby shower|bridal shower|funeral|prom|interview|reception)\b`,
    "(?:für|zu|auf) (?:eine[nr]?|die|der) (?:hochzeit|party|feier)|zur hochzeit",
    "pour (?:un|une|le) (?:mariage|fête|soirée)",
    "para (?:una|la) (?:boda|fiesta)",
    "на (?:свадьб|вечерин|праздник|выпускн)\\p{L}*",
    "婚礼|派对|聚会|宴会",
    "結婚式|パーティー",
  ),
  row(
    "glasses",
    String.raw`\b(?:wear(?:ing)?|with) (?:my )?(?:eye)?glasses\b`,
    "mit (?:meiner )?brille|brillenträger",
    "avec (?:mes )?lunettes|porteur de lunettes",
    "con (?:mis )?gafas",
    "в очках|с очками|ношу очки",
    "戴眼镜|眼镜党",
    "メガネ|眼鏡",
  ),
  row(
    "sensitive",
    String.raw`\b(?:sensitive|dry|oily) skin\b|\ballerg(?:y|ies|ic)\b`,
    "(?:empfindliche|trockene)\\p{L}* haut|allergi\\p{L}+",
    "peau (?:sensible|sèche)|allergi\\p{L}+",
    "piel (?:sensible|seca)|al[eé]rgi\\p{L}+",
    "чувствительн\\p{L}+ кож\\p{L}+|аллерги\\p{L}+",
    "敏感肌|干皮|油皮|过敏",
    "敏感肌|乾燥肌|アレルギー",
  ),
  row(
    "night",
    String.raw`\b(?:at night|to sleep|for sleep(?:ing)?|before bed|in bed)\b`,
    "zum (?:ein)?schlafen|in der nacht|nachts|im bett",
    "pour dormir|la nuit|au lit",
    "para dormir|por la noche|en la cama",
    "для сна|перед сном|ночью|по ночам",
    "睡觉|晚上用|夜里|睡前",
    "寝る|夜中|睡眠",
  ),
];

/** A situation nobody listed: "for my garage", "für meinen Balkon"; the first group is its noun. */
export const OPEN_CUES: readonly RegExp[] = [
  /\bfor (?:my|our) ((?:[\p{L}'-]+ ){0,1}?[\p{L}-]{3,})(?=[\s.,;:!?)]|$)/giu,
  /\bwhen(?:ever)? (?:i am|i'm|we are|we're|i|we) ([\p{L}-]{3,}ing)\b/giu,
  /\bfür (?:meine?[nrm]?|unsere?[nrm]?) (\p{Lu}[\p{L}-]{2,})/gu,
  /\bpour (?:mon|ma|mes|notre|nos) ([\p{L}-]{3,})/giu,
  /\bpara (?:mi|mis|nuestr[oa]s?) ([\p{L}-]{3,})/giu,
  /(?<!\p{L})для (?:моего|моей|моих|нашего|нашей|своего|своей) ([\p{L}-]{3,})/giu,
];

/** Nouns after "for my" that are no situation. */
export const NO_SITUATION: ReadonlySet<string> = new Set(
  `taste tastes money liking size sizes height purposes purpose needs need use uses opinion self own first second third next last
   frame body body-type figure shape weight age style budget preference preferences comfort order purchase review two three
   geschmack bedürfnisse zwecke größe meinung goût goûts taille besoins usage gusto gustos necesidades talla вкуса размера роста денег`
    .split(/\s+/u)
    .filter(Boolean),
);
