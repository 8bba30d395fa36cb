/** Words around names, by what they announce. Data, not logic. */

/** The name that follows is something else than the subject: comparisons and switching, as each language says them. */
export const BEFORE_RIVAL =
  /(?<![\p{L}\p{N}])(?:(?:better|worse|cheaper|louder|quieter|faster|slower|bigger|smaller|lighter|heavier|nicer|easier|superior|inferior|more \p{L}+|less \p{L}+) (?:than|to)|compared? (?:to|with)|unlike|versus|vs\.?|(?:switch(?:ed|ing)?|mov(?:ed|ing)|upgrad(?:ed|ing)|chang(?:ed|ing)|coming|came) (?:over )?(?:from|to)|(?:replac(?:ed|es|ing)|instead of|rather than|alternative to|went (?:back to|with)|go(?:ing)? (?:back to|with)|back to|prefer(?:red)?|beats?|over)|(?:besser|schlechter|günstiger|billiger|teurer|lauter|leiser|schneller|langsamer|\p{L}{3,}er) als|im vergleich (?:zu[rm]?|mit)|verglichen mit|anders als|statt|gewechselt (?:von|zu)|umgestiegen (?:von|auf)|wechsel von|meilleure? que|mieux que|moins (?:bien|bonne?|cher|chère) que|plus \p{L}+ que|par rapport (?:à|au)|comparée? (?:à|au)|contrairement (?:à|au)|au lieu (?:de|du)|passée? de|mejor que|peor que|más \p{L}+ que|menos \p{L}+ que|comparad[oa] con|a diferencia de|en vez de|cambi(?:é|ado) (?:de|a)|meglio (?:di|del|della)|peggio (?:di|del|della)|rispetto (?:a|al|alla|allo)|invece (?:di|del|della)|passat[oa] (?:da|dal|dalla|a)|melhor (?:que|do que)|pior (?:que|do que)|comparad[oa] (?:com|ao?|à)|diferente d[eao]|em vez d[eao]|troquei (?:de|o|a|do|da)|лучше,? чем|хуже,? чем|дешевле,? чем|по сравнению со?|в отличие от|вместо|(?:переш(?:ёл|ел|ла|ли)|перехожу) (?:с|со|на)|(?:менял|сменил|заменил)\p{L}* (?:с|на))\s+(?:(?:my|our|the|an?|old|previous|mein(?:e[mnrs]?)?|de[mnr]|die|das|unser\p{L}*|alte[nrsm]?|ancien(?:ne)?|mon|ma|mes|le|la|les|l['’]|un|una|une|mi|el|los|las|il|lo|o|os|as|meu|minha|мой|моего|старого|свой|своего) ){0,3}$/iu;

/** Chinese and Japanese: the name stands between. */
export const RIVAL_HAN =
  /(?:比起|相比|不如|比|对比|从|替代|より|と比べて|から)(?<name>[A-Za-z][A-Za-z0-9+-]*(?: [A-Z0-9][A-Za-z0-9+-]*){0,2})|(?<before>[A-Za-z][A-Za-z0-9+-]*(?: [A-Z0-9][A-Za-z0-9+-]*){0,2})(?:より|に比べ|と比べ|から(?:乗り換え|買い替え))/gu;

/** Capitalised words that are no rival: time, languages, the writer, and things everybody capitalises. */
export const NO_NAMES = new Set(
  `i the this that these those it he she they we you my our his her their a an and but or so if when what which who all one two three monday tuesday wednesday thursday friday saturday
sunday january february march april may june july august september october november december christmas easter english german french spanish italian
russian chinese japanese american european tv usb hdmi wifi wi-fi bluetooth led lcd oled pc cd dvd ac dc ok god mom dad uk us usa eu ios android
ich er sie es wir ihr der die das ein eine mein meine dem den preis qualität leistung geld zeit jahr jahre tag woche monat gerät produkt modell
vorgänger erwartung erwartet gedacht beschrieben andere anderes anderen konkurrenz beschreibung foto bild größe je il elle nous vous le la les un une yo él ella nosotros el los
las eu ele ela nós o a os as io lui lei noi lo gli я он она мы вы это тот`.split(/\s+/u),
);

/** Standards and technologies with a name, with their version where they have one. */
export const FEATURE =
  /(?<![\p{L}\p{N}])(?:Bluetooth(?: (?:LE|\d(?:\.\d)?))?|Wi-?Fi(?: \d[Ee]?)?|USB(?:-[ABC]|[ -]?\d(?:\.\d)?)(?: \d\.\d)?|HDMI(?: \d\.\d[ab]?)?|DisplayPort(?: \d\.\d)?|Thunderbolt(?: \d)?|Dolby (?:Atmos|Vision|Digital(?: Plus)?)|DTS(?:[:-]X)?|HDR(?:10\+?)?|NFC|GPS|OLED|QLED|AMOLED|Face ID|Touch ID|AirPlay(?: \d)?|Chromecast|CarPlay|Android Auto|MagSafe|NVMe|PCIe(?: \d(?:\.\d)?)?|DDR\d|IP[X6]\d|[48]K|1080p|720p|1440p|\d{2,3} ?Hz|5G|LTE|ANC|aptX(?: HD| Adaptive)?|LDAC|AAC|FLAC|HEPA(?: ?H?1[1-4])?|Zigbee|Z-Wave|Matter|QHD|UHD|FHD|Gore-?Tex|Vibram|Cordura|Merino)(?![\p{L}\p{N}])/gu;

/** Just before a place: at, in, from — in languages that write names with a capital. */
export const BEFORE_PLACE =
  /(?<![\p{L}\p{N}])(?:in|to|from|near|around|across|visit(?:ing|ed)?|living in|based in|nach|aus|bei|à|en|au|aux|vers|depuis|a|de|desde|hacia|da|di|em|para|no|na|do|в|во|из|до|на|около|w|z|do|naar|uit)\s+$/iu;
