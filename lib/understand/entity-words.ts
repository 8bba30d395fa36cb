/** Words around names, by what they announce. Data, not logic. */

/** Words between a comparison and the name: whose it is, and that it is the old one. */
const OWNED =
  "(?:(?:my|our|her|his|their|the|an?|old|previous|former|mein(?:e[mnrs]?)?|de[mnr]|die|das|unser\\p{L}*|alte[nrsm]?|ancien(?:ne)?|vieux|vieille|mon|ma|mes|le|la|les|un|una|une|mi|el|los|las|viej[oa]|antigu[oa]|il|lo|mi[oa]|vecchi[oa]|o|os|as|meu|minha|antig[oa]|velh[oa]|mijn|onze?|oude|vorige|mój|moj[aąe]|mojego|mojej|star[yaąe]|starego|starej|мо[йяюё]|моего|моей|старый|старая|старую|старого|старой|прежн\\p{L}{1,3}|свой|своего|свою) |l['’]){0,3}$";

const COMPARISONS = [
  "(?:better|worse|cheaper|louder|quieter|faster|slower|bigger|smaller|lighter|heavier|nicer|easier|superior|inferior|more \\p{L}+|less \\p{L}+) (?:than|to)|compared? (?:to|with)|unlike|versus|vs\\.?",
  "(?:switch(?:ed|ing)?|mov(?:ed|ing)|upgrad(?:ed|ing)|chang(?:ed|ing)|coming|came) (?:over )?(?:from|to)|(?:replac(?:ed|es|ing)|instead of|rather than|alternative to|went (?:back to|with)|go(?:ing)? (?:back to|with)|back to|prefer(?:red)?|beats?)|(?:cho(?:se|ose|sen)|pick(?:ed)?|prefer\\p{L}*|b(?:r)?ought|recommend\\p{L}*)[^.,;!?]{0,30} over",
  "meilleure? que|mieux que|moins (?:bien|bonne?|cher|chère) que|plus (?:\\p{L}+ )?que|par rapport (?:à|au)|comparée? (?:à|au)|contrairement (?:à|au)|au lieu (?:de|du)|passée? de",
  "(?:mejor|peor) que|(?:más|menos) (?:\\p{L}+ )?que|comparad[oa] con|a diferencia de|en vez de|cambi(?:é|ado) (?:de|a)",
  "(?:meglio|peggio) (?:di|del|della)|(?:più|meno) \\p{L}+ (?:di|del|della)|rispetto (?:a|al|alla|allo)|invece (?:di|del|della)|passat[oa] (?:da|dal|dalla|a)",
  "(?:melhor|pior) (?:que|do que)|(?:mais|menos) \\p{L}+ (?:que|do que)|comparad[oa] (?:com|ao?|à)|diferente d[eao]|em vez d[eao]|troquei (?:de|o|a|do|da)",
  "(?:beter|slechter|stiller|goedkoper|duurder|sneller|langzamer|lichter|zwaarder|kleiner|groter|mooier|fijner|zachter|handiger|minder \\p{L}+) dan|vergeleken met|in plaats van|overgestapt van",
  "(?:lepsz|gorsz|tańsz|cichsz|szybsz|mniejsz|większ|droższ)\\p{L}{1,3} (?:niż|od)|w porównaniu (?:do|z)|zamiast",
  "(?:bättre|sämre|billigare|bedre|dårligere|billigere) (?:än|enn|end)",
  "(?:лучше|хуже|дешевле|дороже|тише|быстрее|легче|удобнее),? чем|по сравнению со?|в отличие от|вместо|(?:переш(?:ёл|ел|ла|ли)|перехожу) (?:с|со|на)|(?:менял|сменил|заменил)\\p{L}* (?:с|на)",
].join("|");

/** The name that follows is something else than the subject: comparisons and switching, as each language says them. */
export const BEFORE_RIVAL = new RegExp(`(?<![\\p{L}\\p{N}])(?:${COMPARISONS})\\s+${OWNED}`, "iu");

/** German writes every noun like a name ("leiser als mein alter Staubsauger"), so there a name has to look like a product's. */
export const BEFORE_RIVAL_GERMAN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:besser|schlechter|günstiger|billiger|teurer|lauter|leiser|schneller|langsamer|\\p{L}{3,}er) als|im vergleich (?:zu[rm]?|mit)|verglichen mit|anders als|statt|gewechselt (?:von|zu)|umgestiegen (?:von|auf)|wechsel von)\\s+${OWNED}`,
  "iu",
);
export const LOOKS_LIKE_PRODUCT = /\d|\p{Ll}\p{Lu}|^\p{Lu}{2,}$| /u;

/** "My old X": what was there before. */
export const OLD_ONE =
  /(?<![\p{L}\p{N}])(?:(?:my|our|her|his|their) (?:old|previous|former)|mon ancien(?:ne)?|(?:mon )?vieux|ma vieille|mi (?:viej[oa]|antigu[oa])|mi[oa] vecchi[oa]|(?:meu|minha) (?:antig[oa]|velh[oa])|(?:mijn|onze) (?:oude|vorige)|(?:mój|moja|moje|mojego|mojej) star(?:y|a|e|ego|ej)|(?:мой|моя|моего|моей|мою) (?:старый|старая|старого|старой|старую)) $/iu;

/** Somewhere in a sentence that sets one thing against another. */
export const COMPARES =
  /(?<!\p{L})(?:than|better|worse|instead|unlike|versus|vs|compared|cheaper|louder|quieter|faster|slower|bigger|smaller|lighter|heavier|nicer|easier|warmer|stronger|weaker|sharper|brighter|softer|smoother|switched|replaced|besser|schlechter|als|statt|vergleich|umgestiegen|gewechselt|mieux|meilleure?|pire|plutôt que|rapport|mejor|peor|más|meglio|peggio|rispetto|melhor|pior|beter|slechter|dan|lepsz\p{L}+|gorsz\p{L}+|niż|лучше|хуже|чем|вместо|сравнению|перешл?[аи]?|перешёл)(?!\p{L})|比|不如|换|換|より|乗り換え|보다/iu;

/** What a thing is used with, on or for is no rival of it. */
export const BEFORE_COMPANION =
  /(?<!\p{L})(?:(?:with|on|onto|to|for|via|into|through|like|of|have|own|got) (?:\p{L}+ )?(?:(?:my|an?|the|our|his|her|their) )?|(?:my|our) (?:\p{L}+ )?|mit (?:\p{L}+ )?|für (?:\p{L}+ )?|auf (?:\p{L}+ )?|(?:avec|sur|pour|chez|de|mon|ma|téléphones?) (?:\p{L}+ )?|(?:con|para|en|mi|com|no|na|su|per) (?:\p{L}+ )?|(?:с|со|на|для|к|у|мой|моём|моим) (?:\p{L}+ )?)$/iu;

/** Chinese and Japanese: the name stands between. */
export const RIVAL_HAN =
  /(?:比起|相比|不如|比|对比|从|替代|より|と比べて|から)(?<name>[A-Za-z][A-Za-z0-9+-]*(?: [A-Z0-9][A-Za-z0-9+-]*){0,2})|(?<before>[A-Za-z][A-Za-z0-9+-]*(?: [A-Z0-9][A-Za-z0-9+-]*){0,2})(?:より|に比べ|と比べ|から(?:乗り換え|買い替え))/gu;

/** Capitalised words that are no rival: time, languages, the writer, and things everybody capitalises. */
export const NO_NAMES = new Set(
  `i the this that these those it he she they we you my our his her their a an and but or so if when what which who all one two three monday tuesday wednesday thursday friday saturday
sunday january february march april may june july august september october november december christmas easter english german french spanish italian
russian chinese japanese american european tv usb hdmi wifi wi-fi bluetooth led lcd oled mp3 wma fm am wpa ethernet pc cd dvd ac dc ok god mom dad uk us usa eu ios android
ich er sie es wir ihr der die das ein eine mein meine dem den preis qualität leistung geld zeit jahr jahre tag woche monat gerät produkt modell
vorgänger erwartung erwartet gedacht beschrieben andere anderes anderen konkurrenz beschreibung foto bild größe je il elle nous vous le la les un une yo él ella nosotros el los
las eu ele ela nós o a os as io lui lei noi lo gli я он она мы вы это тот`.split(/\s+/u),
);

/** Standards and technologies with a name, with their version where they have one. */
export const FEATURE =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])(?:Bluetooth(?: (?:LE|\d(?:\.\d)?))?|Wi-?Fi(?: \d[Ee]?)?|WLAN|USB(?:-[ABC]|[ -]?\d(?:\.\d)?)(?: \d\.\d)?|HDMI(?: \d\.\d[ab]?)?|DisplayPort(?: \d\.\d)?|Thunderbolt(?: \d)?|Dolby (?:Atmos|Vision|Digital(?: Plus)?)|DTS(?:[:-]X)?|HDR(?:10\+?)?|NFC|GPS|OLED|QLED|AMOLED|Face ID|Touch ID|AirPlay(?: \d)?|Chromecast|CarPlay|Android Auto|MagSafe|NVMe|PCIe(?: \d(?:\.\d)?)?|DDR\d|IP[X6]\d|[48]K|1080p|720p|1440p|\d{2,3} ?Hz|5G|LTE|ANC|aptX(?: HD| Adaptive)?|LDAC|AAC|FLAC|HEPA(?: ?H?1[1-4])?|Zigbee|Z-Wave|Matter(?! of)|QHD|UHD|FHD|Gore-?Tex|Vibram|Cordura|Merino)(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])|блютуз|蓝牙|藍牙|ブルートゥース|블루투스|와이파이/gu;

/** Just before a place: at, in, from — in languages that write names with a capital; some put an article before countries. */
export const BEFORE_PLACE =
  /(?<![\p{L}\p{N}])(?:in|to|from|near|around|across|visit(?:ing|ed)?|living in|based in|nach|aus|bei|à|en|au|aux|vers|depuis|a|de|desde|hacia|da|di|em|para|no|na|nos|nas|nel|nella|dal|dalla|do|в|во|из|до|на|около|w|we|z|ze|naar|uit)\s+(?:(?:la|le|les|los|las|der|die|den|dem)\s+|l['’])?$/iu;
