import { describe, expect, it } from "vitest";
import { orderOf, parseDate, readDate } from "../../../lib/collect/normalise/date";
import { absoluteForms, LISTED, OTHERS, relativeForms } from "../../../scripts/eval/date-forms";

const NOW = new Date("2026-03-15T12:00:00Z");

/** Language of the page, what stands there, what it says. */
type Case = [language: string, written: string, iso: string | undefined];

const ABSOLUTE: Case[] = [
  ["en-US", "2024-06-11T16:08:24.000Z", "2024-06-11T16:08:24.000Z"],
  ["en-US", "2021-07-01T20:41:10-04:00", "2021-07-02T00:41:10.000Z"],
  ["en-US", "2021-07-01T20:41:10+05", "2021-07-01T15:41:10.000Z"],
  ["en-US", "2024-06-11 16:08:24 UTC", "2024-06-11T16:08:24.000Z"],
  ["en-US", "2024-06-11", "2024-06-11"],
  ["en-US", "20240309", "2024-03-09"],
  ["en-US", "20240309T101200Z", "2024-03-09T10:12:00.000Z"],
  ["en-US", "1700000000", "2023-11-14T22:13:20.000Z"],
  ["en-US", "1700000000000", "2023-11-14T22:13:20.000Z"],
  ["en-US", "/Date(1700000000000)/", "2023-11-14T22:13:20.000Z"],
  ["en-US", "Sat, 09 Mar 2024 23:30:00 -0500", "2024-03-10T04:30:00.000Z"],
  ["en-US", "Sat Mar 09 2024 10:00:00 GMT+0100 (CET)", "2024-03-09T09:00:00.000Z"],
  ["en-US", "March 9, 2024 11:30 PM PST", "2024-03-10T07:30:00.000Z"],
  ["en-US", "9 March 2024 10:00 CST", "2024-03-09"],
  ["en-US", "August 5, 2025 at 4:26 PM", "2025-08-05"],
  ["en-US", "Posted on March 3rd, 2021 at 4:05 pm", "2021-03-03"],
  ["en-US", "Reviewed in the United States on March 28, 2013", "2013-03-28"],
  ["en-GB", "Reviewed in the United Kingdom on 8 June 2016", "2016-06-08"],
  ["en-GB", "Reviewed in Germany 🇩🇪 on 8 June 2016", "2016-06-08"],
  ["en-US", "Jun 3rd, 2020", "2020-06-03"],
  ["en-US", "Reviewed Sept 2023", "2023-09"],
  ["en-US", "5 reviews · March 2024", "2024-03"],
  ["en-US", "2 likes, March 2024", "2024-03"],
  ["en-US", "Date of experience: March 09, 2024", "2024-03-09"],
  ["en-US", "Mar '24", "2024-03"],
  ["en-US", "9-Mar-24", "2024-03-09"],
  ["en-US", "the 1st of May, 2019", "2019-05-01"],
  ["en-US", "3/9/24", "2024-03-09"],
  ["en-US", "03/09/2024", "2024-03-09"],
  ["en-GB", "03/09/2024", "2024-09-03"],
  ["en-AU", "3/9/24", "2024-09-03"],
  ["en-US", "25/12/2023", "2023-12-25"],
  ["en-US", "09.03.24", "2024-03-09"],
  ["en-US", "12/2023", "2023-12"],
  ["en-US", "2024/03", "2024-03"],
  ["en-US", "2019", "2019"],
  ["de", "Rezension aus Deutschland vom 12. März 2022", "2022-03-12"],
  ["de-AT", "Bewertet am 3. Jänner 2021", "2021-01-03"],
  ["de", "14.02.2019, 19:49 Uhr", "2019-02-14"],
  ["de", "09.03.24", "2024-03-09"],
  ["de", "3. Mrz. 2023", "2023-03-03"],
  ["de", "Do., 07. Sept. 2023", "2023-09-07"],
  ["de", "am 5. 6. 2021", "2021-06-05"],
  ["fr", "Avis laissé le 1er août 2023", "2023-08-01"],
  ["fr", "Commenté le 9 févr. 2021", "2021-02-09"],
  ["fr", "mar. 9 avr. 2024", "2024-04-09"],
  ["fr", "déc. 2023", "2023-12"],
  ["fr", "Publié le 09/03/2024 à 10h12", "2024-03-09"],
  ["es", "Calificado el 7 de diciembre de 2020", "2020-12-07"],
  ["es", "12 dic 2020", "2020-12-12"],
  ["es", "5 ago 2023", "2023-08-05"],
  ["es", "9 de marzo del año 2024", "2024-03-09"],
  ["it", "Recensito in Italia il 23 maggio 2022", "2022-05-23"],
  ["it", "1 set. 2022", "2022-09-01"],
  ["it", "1° maggio 2022", "2022-05-01"],
  ["pt-BR", "Avaliado no Brasil em 4 de outubro de 2021", "2021-10-04"],
  ["pt-BR", "4 de out. de 2021 às 14h02", "2021-10-04"],
  ["ru", "15 апреля 2023 г.", "2023-04-15"],
  ["ru", "Дата: 9 марта 2024 г.", "2024-03-09"],
  ["ru", "Отзыв от 02.11.2022", "2022-11-02"],
  ["ru", "июнь 2016", "2016-06"],
  ["ru", "9-го мая 2021 года", "2021-05-09"],
  ["uk", "9 берез. 2024 р.", "2024-03-09"],
  ["zh-CN", "2023年4月5日", "2023-04-05"],
  ["zh-CN", "2023年4月", "2023-04"],
  ["zh-CN", "二〇二四年三月九日", "2024-03-09"],
  ["zh-CN", "于2024年3月9日在美国审核", "2024-03-09"],
  ["zh-CN", "2022/11/08", "2022-11-08"],
  ["zh-CN", "2024-3-9 14:22", "2024-03-09"],
  ["zh-TW", "民國113年3月9日", "2024-03-09"],
  ["ja", "2018年4月15日に日本でレビュー済み", "2018-04-15"],
  ["ja", "令和6年3月9日", "2024-03-09"],
  ["ja", "平成元年12月1日", undefined],
  ["ja", "2024/03/09 10:12:00", "2024-03-09"],
  ["ko", "2024년 3월 9일", "2024-03-09"],
  ["ko", "24. 3. 9.", "2024-03-09"],
  ["ko", "2024.03.09. 14:02", "2024-03-09"],
  ["nl", "Beoordeeld in Nederland op 9 maart 2024", "2024-03-09"],
  ["nl", "9 mrt. 2024", "2024-03-09"],
  ["pl", "12 lis 2023", "2023-11-12"],
  ["pl", "9 października 2023 r.", "2023-10-09"],
  ["cs", "12. listopadu 2023", "2023-11-12"],
  ["hr", "12. listopada 2023.", "2023-10-12"],
  ["tr", "3 Kasım 2023 Cuma", "2023-11-03"],
  ["tr", "09.03.2024", "2024-03-09"],
  ["sv", "den 9 mars 2024", "2024-03-09"],
  ["da", "9. marts 2024 kl. 14.02", "2024-03-09"],
  ["nb", "9. mars 2024", "2024-03-09"],
  ["fi", "9. maaliskuuta 2024", "2024-03-09"],
  ["fi", "9.3.2024 klo 14.02", "2024-03-09"],
  ["hu", "2024. március 9.", "2024-03-09"],
  ["lv", "2024. gada 9. marts", "2024-03-09"],
  ["lt", "2024 m. kovo 9 d.", "2024-03-09"],
  ["el", "Αύγουστος 2023", "2023-08"],
  ["el", "9 Μαρτίου 2024", "2024-03-09"],
  ["bg", "9 март 2024 г.", "2024-03-09"],
  ["ro", "9 martie 2024", "2024-03-09"],
  ["id", "9 Maret 2024 14.02", "2024-03-09"],
  ["vi", "ngày 9 tháng 3 năm 2024", "2024-03-09"],
  ["vi", "12 tháng 11, 2023", "2023-11-12"],
  ["ar", "٩ مارس ٢٠٢٤", "2024-03-09"],
  ["ar", "9 آذار 2024", "2024-03-09"],
  ["ar-SA", "٩ رمضان ١٤٤٥ هـ", "2024-03-19"],
  ["fa", "۱۹ اسفند ۱۴۰۲", "2024-03-09"],
  ["fa", "1402/12/19", "2024-03-09"],
  ["fa", "اسفند ۱۴۰۲", "2024"],
  ["he", "9 במרץ 2024", "2024-03-09"],
  ["hi", "9 मार्च 2024", "2024-03-09"],
  ["th", "9 มีนาคม 2567", "2024-03-09"],
  ["th", "9 มี.ค. 67", "2024-03-09"],
  ["th", "9/3/67", "2024-03-09"],
  ["ca", "9 de març del 2024", "2024-03-09"],
];

const RELATIVE: Case[] = [
  ["en-US", "just now", "2026-03-15"],
  ["en-US", "12h", "2026-03-15"],
  ["en-US", "3 hours ago", "2026-03-15"],
  ["en-US", "an hour ago", "2026-03-15"],
  ["en-US", "about 14 hours ago", "2026-03-14"],
  ["en-US", "2 days ago", "2026-03-13"],
  ["en-US", "Yesterday at 14:02", "2026-03-14"],
  ["en-US", "a week ago", "2026-03-08"],
  ["en-US", "Edited 2 weeks ago", "2026-03-01"],
  ["en-US", "Edited 4 months ago", "2025-11"],
  ["en-US", "3 months ago (edited)", "2025-12"],
  ["en-US", "last month", "2026-02"],
  ["en-US", "last year", "2025"],
  ["en-US", "2 yr. ago", "2024"],
  ["en-US", "5d", "2026-03-10"],
  ["en-US", "3 mo.", "2025-12"],
  ["en-US", "· 2y", "2024"],
  ["en-US", "over 3 years ago", "2023"],
  ["en-US", "5+ years ago", "2021"],
  ["en-US", "1.5 years ago", "2024-09"],
  ["en-US", "half a year ago", "2025-09"],
  ["en-US", "one and a half years ago", "2024-09"],
  ["en-US", "5 years, 3 months ago", "2020-12"],
  ["en-US", "3 weeks, 2 days ago", "2026-02-20"],
  ["en-US", "a few days ago", "2026-03"],
  ["en-US", "a couple of months ago", "2025"],
  ["en-US", "a few years ago", undefined],
  ["en-US", "Monday at 3:14 PM", "2026-03-09"],
  ["en-US", "last Friday", "2026-03-13"],
  ["en-US", "8 Feb", "2026-02-08"],
  ["en-US", "8 Nov", "2025-11-08"],
  ["en-US", "Jun 8, 10:32", "2025-06-08"],
  ["de", "vor 2 Monaten", "2026-01"],
  ["de", "vor einer Woche", "2026-03-08"],
  ["de", "vor einem Jahr", "2025"],
  ["de", "vor über einem Jahr", "2025"],
  ["de", "vor zwei Wochen", "2026-03-01"],
  ["de", "vor siebzehn Jahren", undefined],
  ["de", "3 Tage her", "2026-03-12"],
  ["de", "Heute, 10:12", "2026-03-15"],
  ["de", "gestern um 9 Uhr", "2026-03-14"],
  ["de", "2 Wo.", "2026-03-01"],
  ["de", "Montag, 14:02 Uhr", "2026-03-09"],
  ["fr", "il y a 3 jours", "2026-03-12"],
  ["fr", "il y a un an", "2025"],
  ["fr", "il y a plus d'un an", "2025"],
  ["fr", "il y a 1 an et 2 mois", "2025-01"],
  ["fr", "hier à 14:02", "2026-03-14"],
  ["fr", "5 j", "2026-03-10"],
  ["es", "hace 3 días", "2026-03-12"],
  ["es", "hace un mes", "2026-02"],
  ["es", "hace más de 2 años", "2024"],
  ["es", "2 años atrás", "2024"],
  ["it", "3 mesi fa", "2025-12"],
  ["it", "un mese fa", "2026-02"],
  ["pt-BR", "há 2 anos", "2024"],
  ["pt-BR", "um mês atrás", "2026-02"],
  ["ru", "2 месяца назад", "2026-01"],
  ["ru", "неделю назад", "2026-03-08"],
  ["ru", "год назад", "2025"],
  ["ru", "полгода назад", "2025-09"],
  ["ru", "вчера в 14:02", "2026-03-14"],
  ["ru", "9 мар в 12:30", "2026-03-09"],
  ["uk", "3 дні тому", "2026-03-12"],
  ["uk", "2 роки тому", "2024"],
  ["zh-CN", "3天前", "2026-03-12"],
  ["zh-CN", "三天前", "2026-03-12"],
  ["zh-CN", "2个月前", "2026-01"],
  ["zh-CN", "约2年前", "2024"],
  ["zh-CN", "半年前", "2025-09"],
  ["zh-CN", "昨天 14:02", "2026-03-14"],
  ["zh-CN", "03-09 14:22", "2026-03-09"],
  ["zh-CN", "3月9日", "2026-03-09"],
  ["ja", "2週間前", "2026-03-01"],
  ["ja", "約2時間前", "2026-03-15"],
  ["ja", "1年以上前", "2025"],
  ["ja", "昨日", "2026-03-14"],
  ["ko", "3개월 전", "2025-12"],
  ["nl", "een week geleden", "2026-03-08"],
  ["pl", "rok temu", "2025"],
  ["pl", "2 lata temu", "2024"],
  ["tr", "bir hafta önce", "2026-03-08"],
  ["sv", "för ett år sedan", "2025"],
  ["nb", "2 uker siden", "2026-03-01"],
  ["da", "for 3 dage siden", "2026-03-12"],
  ["cs", "před rokem", "2025"],
  ["fi", "viikko sitten", "2026-03-08"],
  ["hu", "2 éve", "2024"],
  ["ar", "منذ 3 أيام", "2026-03-12"],
  ["ar", "قبل يومين", "2026-03-13"],
  ["he", "לפני שנה", "2025"],
  ["hi", "2 साल पहले", "2024"],
  ["vi", "5 tuần trước", "2026-02-08"],
  ["id", "2 bulan yang lalu", "2026-01"],
  ["th", "3 วันที่แล้ว", "2026-03-12"],
];

const NO_DATES: [language: string, written: string][] = [
  ["en-US", ""],
  ["en-US", "Verified Purchase"],
  ["en-US", "5 stars"],
  ["en-US", "hello world"],
  ["en-US", "Mai Nguyen"],
  ["en-US", "31/31/2024"],
  ["en-US", "version 2.10"],
  ["en-US", "v2.3.2024"],
  ["en-US", "99 problems"],
  ["en-US", "Level 5 Contributor"],
  ["en-US", "Page 3 of 12"],
  ["en-US", "in 3 days"],
  ["en-US", "12:45"],
  ["en-US", "Q3 2024"],
  ["en-US", "Member since 2019"],
  ["en-US", "© 2024"],
  ["en-US", "12 June 2031"],
  ["de", "hier klicken"],
  ["de", "Mitglied seit 2019"],
  ["ru", "через 3 дня"],
  ["en-US", "x".repeat(5000)],
];

const parse = (written: string, language?: string) => parseDate(written, { now: NOW, language });

describe("parseDate", () => {
  it.each(ABSOLUTE)("in %s reads %s", (language, written, iso) => expect(parse(written, language)).toBe(iso));
  it.each(RELATIVE)("in %s counts %s back", (language, written, iso) => expect(parse(written, language)).toBe(iso));
  it.each(NO_DATES)("in %s finds none in %j", (language, written) => expect(parse(written, language)).toBeUndefined());

  it("reads other languages than the page's", () => {
    expect(parse("vor 2 Monaten", "en-US")).toBe("2026-01");
    expect(parse("8 июня 2016 г.", "de")).toBe("2016-06-08");
    expect(parse("3天前", "fr")).toBe("2026-03-12");
    expect(parse("2 days ago", "es")).toBe("2026-03-13");
    expect(parse("8 de junio de 2016")).toBe("2016-06-08");
  });

  it("is not fooled by direction marks between the digits", () => {
    expect(parse("\u200e25\u200e/\u200e12\u200e/\u200e2023")).toBe("2023-12-25");
  });

  it("takes the order that does not lie in the future", () => {
    expect(parse("11/12/2025", "en-US")).toBe("2025-11-12");
    expect(parse("01/04/2026", "de")).toBe("2026-01-04");
  });

  it("goes by what the page's other dates prove before its language", () => {
    expect(parseDate("03/04/2024", { now: NOW, language: "en-US", order: "day-first" })).toBe("2024-04-03");
  });

  it("tells dates that float from dates that stand", () => {
    const floats = (written: string) => readDate(written, { now: NOW, language: "en-US" })?.floating;
    expect(["8 June 2025", "2025-06-08", "06/08/2025", "June 2025"].map(floats)).toEqual([false, false, false, false]);
    expect(["3 days ago", "yesterday", "8 June", "2y", "Monday"].map(floats)).toEqual([true, true, true, true, true]);
  });

  it("counts from an earlier day and still knows what came between", () => {
    const saved = { now: new Date("2021-03-05T00:00:00Z"), latest: NOW, language: "en-US" };
    expect(parseDate("2 days ago", saved)).toBe("2021-03-03");
    expect(parseDate("8 June 2024", saved)).toBe("2024-06-08");
  });
});

describe("what the runtime writes", () => {
  const share = (locale: string) => {
    const forms = [...absoluteForms(locale, NOW, 24), ...relativeForms(locale, NOW)];
    const right = forms.filter(({ written, iso }) => parse(written, locale) === iso);
    return right.length / forms.length;
  };
  it.each(LISTED)("is read back in %s", (locale) => expect(share(locale)).toBeGreaterThanOrEqual(0.98));
  it.each(OTHERS)("is read back in %s", (locale) => expect(share(locale)).toBeGreaterThanOrEqual(0.95));
});

describe("orderOf", () => {
  it("learns the order from dates that leave no choice", () => {
    expect(orderOf(["03/04/2024", "25/04/2024"], NOW)).toBe("day-first");
    expect(orderOf(["03/04/2024", "04/25/2024"], NOW)).toBe("month-first");
    expect(orderOf(["05/04/2026", "01/02/2024"], NOW)).toBeUndefined();
    expect(orderOf(["04/03/2026", "12/02/2026"], NOW)).toBe("day-first");
  });
  it("learns nothing from dates that contradict each other, or say nothing", () => {
    expect(orderOf(["25/04/2024", "04/25/2024"], NOW)).toBeUndefined();
    expect(orderOf(["03/04/2024", "yesterday"], NOW)).toBeUndefined();
  });
});

describe("any text at all", () => {
  /** Pieces of dates and of everything else, thrown together: the same ones in every run. */
  function strings(count: number): string[] {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const pieces = ABSOLUTE.concat(RELATIVE).flatMap(([, written]) => written.split(/(?<=[\s./])/));
    const odd = [
      "\u0000",
      "\ud800",
      "🇩🇪",
      "9".repeat(400),
      "م".repeat(90),
      "１２",
      "½",
      "ा",
      "-",
      "/",
      "年",
      "\n",
      "a".repeat(250),
    ];
    return Array.from({ length: count }, () =>
      Array.from({ length: 1 + random(12) }, () => {
        const kind = random(4);
        if (kind === 0) return String.fromCodePoint(random(0xd7ff));
        if (kind === 1) return odd[random(odd.length)] ?? "";
        return pieces[random(pieces.length)] ?? "";
      }).join(random(3) ? "" : " "),
    );
  }

  it("never throws, gives no impossible date, and takes little time", () => {
    const texts = strings(5000);
    for (const text of texts.slice(0, 300)) parse(text); // the names of all languages are looked up once
    const start = performance.now();
    for (const text of texts) {
      const iso = parse(text, "en-US");
      if (iso !== undefined) expect(iso).toMatch(/^(?:19|20)\d\d(?:-\d\d(?:-\d\d(?:T[\d:.]+Z)?)?)?$/);
      if (iso !== undefined) expect(Date.parse(iso)).toBeLessThan(NOW.getTime() + 3 * 86_400_000);
    }
    expect((performance.now() - start) / texts.length).toBeLessThan(5);
  });
});
