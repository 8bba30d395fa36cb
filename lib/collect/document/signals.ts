/** What a short piece of page text says: a date, a rating. Plain patterns: thousands of texts are asked. */

const MONTH =
  "jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|janv|f[ée]vr|avr|juin|juil|ao[uû]t|d[ée]c|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|fev|out|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|sty|lut|kwi|maj|cze|lip|sie|wrz|pa[źz]|lis|gru|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara|led|úno|bře|dub|kvě|srp|zář|říj|ιαν|φεβ|μαρ|απρ|μα[ΐι]|ιουν|ιουλ|αυγ|σεπ|οκτ|νοε|δεκ|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|ינו|פבר|מרץ|אפר|מאי|יונ|יול|אוג|ספט|אוק|נוב|דצמ";
const UNIT =
  "seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?|secondes?|heures?|jours?|semaines?|mois|ans?|années?|segundos?|minutos?|horas?|d[ií]as?|semanas?|mes(?:es)?|años?|anos?|secondi|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|dias?|m[eê]s|секунд\\S*|минут\\S*|час\\S*|дн\\S*|день|недел\\S*|месяц\\S*|год\\S*|лет|години?|dag(?:en|ar)?|uur|uren|weken|maand(?:en)?|jaar|jaren|timmar?|veck(?:a|or)|månad(?:er)?|år|dni|dzień|tygodni\\p{L}*|miesi\\p{L}*|rok\\p{L}*|lata?|gün|saat|hafta|ay|yıl|[smhdwy]|mo";

const ABSOLUTE = new RegExp(
  [
    String.raw`\b(?:19|20)\d\d[-./年년]\s?\d{1,2}(?:[-./月월]\s?\d{1,2})?`,
    String.raw`^\d\d\.\s?[01]?\d\.\s?[0-3]?\d\.?$`,
    String.raw`\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th|\.|º|er)?\s?(?:de\s|of\s)?(?:${MONTH})\p{L}{0,7}\.?,?\s(?:de\s)?\d{2,4}`,
    String.raw`\b(?:${MONTH})\p{L}{0,7}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}`,
    String.raw`(?:^|\s)(?:${MONTH})\p{L}*\.?,?\s(?:19|20)\d\d`,
    String.raw`\d{1,2}月\d{1,2}日`,
  ].join("|"),
  "iu",
);
/** A day without its year counts only where it stands alone: "8 June", "Jun 8, 10:32". */
const DAY_ONLY = new RegExp(
  String.raw`^(?:\p{L}{2,10}[.,:]?\s)?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s(?:de\s)?(?:${MONTH})\p{L}{0,7}\.?|(?:${MONTH})\p{L}{0,7}\.?\s\d{1,2}(?:st|nd|rd|th)?)(?:[,\s]+(?:at\s|@\s|um\s|à\s|a las\s|в\s)?\d{1,2}[:.]\d\d.{0,6})?$`,
  "iu",
);
const RELATIVE = new RegExp(
  [
    String.raw`(?:\d+|an?|one|few)\s?(?:${UNIT})\.?\s(?:ago|назад|тому)`,
    String.raw`^(?:minuto|hora|час|день|неделю|месяц|год|рік|місяць)\s(?:назад|тому)`,
    String.raw`(?:قبل|منذ)\s(?:\d+\s)?(?:ثانية|ثوان|دقيق|دقائق|ساع|يوم|أيام|أسبوع|أسابيع|شهر|أشهر|شهور|سنة|سنت|سنوات|عام|أعوام)\p{L}*`,
    String.raw`(?:vor|il y a|hace|há|przed|för)\s(?:etwa\s|environ\s|über\s|mehr als\s)?\p{L}*\d*\s?(?:${UNIT})`,
    String.raw`(?:\d+|een|en|ett|bir|un[ao']?|um[ao]?)\s?(?:${UNIT})\s(?:fa|atrás|geleden|sedan|siden|temu|önce)`,
    String.raw`\d+\s?(?:秒|分|分钟|小时|小時|時間|天|日|周|週間?|个月|個月|か月|ヶ月|カ月|年|초|분|시간|일|주|개월|달|년)\s?(?:前|以前|전)`,
    String.raw`^(?:just now|yesterday|today|gestern|heute|hier|aujourd'hui|ayer|hoy|ieri|oggi|ontem|hoje|вчера|сегодня|昨天|今天|昨日|今日|刚刚|vandaag|gisteren|idag|igår|wczoraj|dzisiaj|dün|bugün|어제|오늘|방금)(?![\p{L}])`,
    String.raw`^\d{1,3}\s?(?:s|m|min|h|hr|d|w|mo|y)$`,
  ].join("|"),
  "iu",
);

/** Longest text taken for a date line ("Reviewed in the United Kingdom on 8 June 2016"). */
const DATE_LINE = 80;

/** Whether a short text is, or carries, the date of something. */
export function looksLikeDate(text: string): boolean {
  if (
    text.length < 2 ||
    text.length > DATE_LINE ||
    !/[\d\p{Script=Han}]|(?<!\p{L})(?:an?|now|today|yesterday|gestern|heute|hier|ayer|hoy|ieri|oggi|ontem|hoje|вчера|сегодня|назад|тому|one|ein\p{L}*|un[ae']?|um[a]?|een|ett|bir|قبل|منذ|wczoraj|dzisiaj|dün|bugün|어제|오늘|방금|vandaag|gisteren|idag|igår)(?!\p{L})/iu.test(
      text,
    )
  )
    return false;
  if (ABSOLUTE.test(text)) return true;
  return !looksLikeRating(text) && (RELATIVE.test(text) || (text.length < 32 && DAY_ONLY.test(text)));
}

/** Whether a text is a date and little else: "Reviewed on 3 May 2024", not "I bought it 3 days ago and it works". */
export function isDateLine(text: string): boolean {
  if (!looksLikeDate(text)) return false;
  const rest = text.replace(ABSOLUTE, " ").replace(RELATIVE, " ");
  const words = rest.match(/\p{L}{2,}/gu)?.length ?? 0;
  const letters = rest.match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/gu)?.length ?? 0;
  return words <= 3 && letters <= 8 ? true : DATE_LEAD.test(text);
}

/** How the line with a date begins, however long it is. */
const DATE_LEAD =
  /^\W*(?:reviewed|posted|written|published|submitted|rezension aus|bewertet|geschrieben|veröffentlicht|verfasst|avis laissé|commenté|publié|écrit|rédigé|revisado|reseñado|escrita?|publicado|recensito|scritto|pubblicato|avaliado|отзыв|опубликован|написан|発表于|发表于|发布于|投稿日|評価日)/iu;

const RATING =
  /(?:\b\d(?:[.,]\d{1,2})?\s?(?:\/|out of|of|von|sur|de|su|из|з|van|av|na|z|から|من|מתוך)\s?(?:5|10|20|100)\b|\b\d(?:[.,]\d)?\s?(?:stars?|sterne?n?|étoiles?|estrellas?|stelle|estrelas?|звезд\S*|зірк\S*|gwiazd\S*|sterren|stjärnor|星|つ星|점|نجوم|yıldız)(?:$|[\s,.)(])|\b(?:rated|rating|score|bewertung|note|puntuación|voto|оценка|评分|評価|별점|평점|noté|nota|ocena|beoordeling|betyg|scored|valutazione)\s?:?\s?\d|\d点満点中|[★⭐]{1,10}|5つ星のうち|评分|評価\s?\d)/i;

/** Whether a short text or label states a rating. */
export function looksLikeRating(text: string): boolean {
  return text.length > 0 && text.length <= 60 && RATING.test(text);
}
