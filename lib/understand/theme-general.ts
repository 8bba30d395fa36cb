/** Two themes that are about no single matter: what is said of the whole ("Love it"), and the named rest. */

/** Names by language; English where a language has none. */
const OVERALL: Readonly<Record<string, string>> = {
  en: "Overall impression",
  de: "Gesamteindruck",
  fr: "Impression générale",
  es: "Impresión general",
  it: "Impressione generale",
  pt: "Impressão geral",
  ru: "Общее впечатление",
  zh: "总体评价",
  ja: "全体的な感想",
};
const REST: Readonly<Record<string, string>> = {
  en: "Everything else",
  de: "Sonstiges",
  fr: "Autres points",
  es: "Otros aspectos",
  it: "Altro",
  pt: "Outros aspectos",
  ru: "Прочее",
  zh: "其他",
  ja: "その他",
};

/** Words with which people judge the whole thing, written as they are in a sentence. Beginnings of words end in "*". */
const JUDGEMENTS: Readonly<Record<string, string>> = {
  en: "recommend* love_it love_this love_them loved_it like_it hate_it happy_with satisfied disappoint* awesome amazing fantastic excellent perfect wonderful terrible horrible worst regret* great_product good_product great_app good_app great_buy no_complaints waste_of_money thank_you thanks buy_again five_stars best_ever",
  de: "empfehl* zufrieden unzufrieden begeistert enttäusch* super toll klasse perfekt hervorragend schrecklich nie_wieder jederzeit_wieder gerne_wieder top danke kaufempfehlung fehlkauf liebe_es",
  fr: "recommand* satisfait* déçu* déception parfait* excellent* super génial* ravi* content* nul nulle adore merci bravo rien_à_dire",
  es: "recomiend* recomend* satisfech* content* decepci* encanta excelente perfect* genial horrible gracias estupend* maravill*",
  it: "consigli* soddisfatt* delus* ottimo perfett* eccellente fantastic* pessim* adoro grazie content*",
  pt: "recomend* satisfeit* decepcion* excelente perfeit* ótimo adorei amei péssimo obrigad* maravilh*",
  ru: "рекоменд* советую доволен довольна довольны недоволен недовольна разочаров* отлично отличный отличная супер прекрасн* ужасн* спасибо нравится понравил* кошмар класс",
  zh: "推荐 满意 喜欢 不错 很好 非常好 好评 差评 失望 后悔 完美 太棒 很棒 垃圾 值得购买 谢谢 一般般",
  ja: "おすすめ お勧め オススメ 満足 最高 最悪 気に入 がっかり 残念 完璧 良かった よかった 素晴らし ありがとう",
};
const UNSPACED = new Set(["zh", "ja"]);
const patterns = new Map<string, RegExp | undefined>();

/** @returns the name of the theme of judgements on the whole, in a language */
export function overallName(language: string): string {
  return nameIn(OVERALL, language);
}

/** @returns the name of the rest, in a language */
export function restName(language: string): string {
  return nameIn(REST, language);
}

/** True when a sentence holds words that judge the whole; false in languages without a list. Rule-based, unmeasured. */
export function judgesWhole(text: string, language: string): boolean {
  return patternOf(language)?.test(text) ?? false;
}

function nameIn(names: Readonly<Record<string, string>>, language: string): string {
  return (Object.hasOwn(names, language) ? names[language] : names.en) as string;
}

function patternOf(language: string): RegExp | undefined {
  if (patterns.has(language)) return patterns.get(language);
  const list = Object.hasOwn(JUDGEMENTS, language) ? JUDGEMENTS[language] : undefined;
  const made = list === undefined ? undefined : patternFrom(list, UNSPACED.has(language));
  patterns.set(language, made);
  return made;
}

function patternFrom(list: string, unspaced: boolean): RegExp {
  const forms = list.split(" ").map((form) => form.replaceAll("_", "\\s+"));
  if (unspaced) return new RegExp(forms.join("|"), "u");
  const whole = forms.map((form) => (form.endsWith("*") ? form.slice(0, -1) : `${form}(?![\\p{L}\\p{M}])`));
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${whole.join("|")})`, "iu");
}
