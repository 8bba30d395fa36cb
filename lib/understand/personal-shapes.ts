/** Shapes of numbers by country, and the words that announce them. Data, not logic. */

/** Hosts named without a dot in speech: "anna at gmail dot com". */
export const MAIL_HOSTS =
  "(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|me|aol|gmx|web|mail|yandex|rambler|proton|protonmail|qq|163|126|orange|free|laposte|libero|terra|uol|naver|posteo)";

/** Just before a telephone number. */
export const PHONE_WORDS =
  /(?:\b(?:tel(?:efon|eph?one|éfono)?|phone|mobile|cell|call(?: me)?(?: (?:at|on))?|text(?: me)?(?: at| on)?|ring(?: me)?(?: on| at)?|whats\s?app|signal|viber|handy|mobil|rufnummer|ruft?(?: \p{L}+)? an(?: unter)?|unter|téléphone|portable|numéro|móvil|celular|teléfono|telefone|telemóvel|cellulare|numero|bel|nummer)|тел(?:ефон)?|звоните|звонить|позвоните|ватсап|вотсап|вайбер|номер|电话|手机|手機|電話|携帯|拨打|致电|联系|微信|전화|연락처)\s?(?:n[or°º]?\.?|number|nummer|号码|番号)?(?: (?:is|ist|est|es|é|è|to|at|on|al|au|unter|по|me))?[\s.:：=(]*$/iu;

/** Shapes a country's numbers have when written without its code; bare runs of digits only where the shape is telling. */
export const PHONE_SHAPES: readonly RegExp[] = [
  /^\(?[2-9]\d{2}\)?[-. ]{1,2}[2-9]\d{2}[-. ]\d{4}$/u, // North America
  /^1[-. ]\(?[2-9]\d{2}\)?[-. ]{1,2}\d{3}[-. ]\d{4}$/u,
  /^0[1-9](?:[ .-]\d{2}){4}$/u, // France
  /^0[67]\d{8}$/u,
  /^0\d{2,4}[ /-]{1,3}\d{3,4}[ -]?\d{2,5}$/u, // Germany, Austria, Netherlands
  /^0(?:15|16|17)\d[ /-]?\d{7,8}$/u,
  /^\(0\d{2,4}\)[ -]?\d{4,8}$/u,
  /^07\d{3} ?\d{3} ?\d{3}$/u, // United Kingdom
  /^0[12]\d{1,3} \d{3,4} \d{3,4}$/u,
  /^8[ (-]{0,2}9\d{2}[) -]{0,2}\d{3}[- ]?\d{2}[- ]?\d{2}$/u, // Russia
  /^1[3-9]\d(?:[ -]?\d{4}){2}$/u, // China
  /^0\d{1,4}-\d{1,4}-\d{4}$/u, // Japan
  /^01[016789]-?\d{3,4}-?\d{4}$/u, // Korea
  /^\(\d{2}\) ?9?\d{4}-\d{4}$/u, // Brazil
  /^\d{2} 9\d{4}-\d{4}$/u,
  /^[67]\d{2} \d{2} \d{2} \d{2}$/u, // Spain
  /^3\d{2}[ /-]\d{3} ?\d{4}$/u, // Italy
];

/** Just before a number that is no card. */
export const NUMBERED =
  /(?:order|bestell|auftrag|commande|pedido|ordine|заказ|订单|注文|주문|tracking|sendung|suivi|serial|serien|imei|isbn|ean|barcode|sku|трек)[\p{L} ]{0,12}(?:n[or°º]?\.?|number|#|号|番号)?[\s.:：#-]*$/iu;

const NUMBER_WORD = "(?:n[or°º]?\\.?|num\\.?|number|nummer|#|id|code|ref(?:erence)?\\.?|号|編号|编号|番号|号码)";

/** A shape and, where it has one, its check. Patterns match the number alone. */
export const ID_SHAPES: readonly { pattern: RegExp; valid?: (written: string) => boolean }[] = [
  // Orders, bookings, customers: the words before it, then at least six signs with four digits.
  {
    pattern: new RegExp(
      `(?<=(?<!\\p{L})(?:order|booking|reservation|customer|account|member(?:ship)?|policy|ticket|case|invoice|passport|tracking)s? ${NUMBER_WORD}(?: (?:is|was))?[\\s:.#]{0,3})(?=(?:[A-Z-]*\\d){4})[A-Z\\d][A-Z\\d-]{5,24}(?![\\p{L}\\d])`,
      "giu",
    ),
  },
  {
    pattern:
      /(?<=(?:bestell|auftrags|kunden|buchungs|rechnungs|ausweis|reisepass|vertrags|sendungs|mitglieds)(?:nummer|-?nr\.?)(?: (?:ist|war|lautet))?[\s:.#]{0,3})(?=(?:[A-Z-]*\d){4})[A-Z\d][A-Z\d-]{5,24}(?![\p{L}\d])/giu,
  },
  {
    pattern:
      /(?<=(?:commande|réservation|client|dossier|passeport|pedido|reserva|cliente|pasaporte|passaporte|ordine|prenotazione|passaporto|bestelling|zamówieni[ae]|заказ[а]?|паспорт|брони|договор[а]?)(?: (?:n[°ºor]?\.?|número|numéro|numero|номер))?[\s:.#№]{0,3})(?=(?:[A-Z-]*\d){5})[A-Z\d][A-Z\d-]{5,24}(?![\p{L}\d])/giu,
  },
  {
    pattern:
      /(?<=(?:订单|訂單|注文|会员|客户|快递|身份证|护照|予約|주문)(?:号码?|號|番号|编号|번호)?[是为はは은는：:\s]{0,3})[A-Z\d][A-Z\d-]{5,24}(?![\p{L}\d])/giu,
  },
  // National numbers.
  { pattern: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/gu }, // US social security
  { pattern: /(?<![\d.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/gu }, // Brazil CPF
  { pattern: /(?<![\p{L}\d])[XYZ]?\d{7,8}-?[A-HJ-NP-TV-Z](?![\p{L}\d])/gu, valid: isSpanish },
  { pattern: /(?<![\p{L}\d])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![\p{L}\d])/gu }, // Italy codice fiscale
  { pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX](?!\d)/giu, valid: isChinese },
  { pattern: /(?<!\d)\d{3}-\d{3}-\d{3} \d{2}(?!\d)/gu }, // Russia SNILS
];

/** DNI and NIE: the letter follows from the number modulo 23. */
function isSpanish(written: string): boolean {
  const digits = written.slice(0, -1).replace("-", "").replace("X", "0").replace("Y", "1").replace("Z", "2");
  return digits.length === 8 && "TRWAGMYFPDXBNJZSQVHLCKE"[Number(digits) % 23] === written.at(-1);
}

/** GB 11643: weighted sum modulo 11. */
function isChinese(written: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(written[i]), 0);
  return "10X98765432"[sum % 11] === written.at(-1)?.toUpperCase();
}
