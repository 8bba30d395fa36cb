import { describe, expect, it } from "vitest";
import { orderOf, parseDate } from "../../../lib/collect/normalise/date";

const context = { now: new Date("2026-03-15T12:00:00Z"), order: "day-first" } as const;

const ABSOLUTE: [written: string, iso: string][] = [
  ["2024-06-11T16:08:24.000Z", "2024-06-11T16:08:24.000Z"],
  ["2021-07-01T20:41:10-04:00", "2021-07-02T00:41:10.000Z"],
  ["2024-06-11 16:08:24 UTC", "2024-06-11T16:08:24.000Z"],
  ["2024-06-11", "2024-06-11"],
  ["Reviewed in the United Kingdom on 8 June 2016", "2016-06-08"],
  ["Reviewed in the United States on March 28, 2013", "2013-03-28"],
  ["August 5, 2025 at 4:26 PM", "2025-08-05"],
  ["Jun 3rd, 2020", "2020-06-03"],
  ["Reviewed Sept 2023", "2023-09"],
  ["Rezension aus Deutschland vom 12. März 2022", "2022-03-12"],
  ["Bewertet am 3. Jänner 2021", "2021-01-03"],
  ["14.02.2019, 19:49 Uhr", "2019-02-14"],
  ["Avis laissé le 1er août 2023", "2023-08-01"],
  ["Commenté le 9 févr. 2021", "2021-02-09"],
  ["Calificado el 7 de diciembre de 2020", "2020-12-07"],
  ["12 dic 2020", "2020-12-12"],
  ["Recensito in Italia il 23 maggio 2022", "2022-05-23"],
  ["Avaliado no Brasil em 4 de outubro de 2021", "2021-10-04"],
  ["15 апреля 2023 г.", "2023-04-15"],
  ["Отзыв от 02.11.2022", "2022-11-02"],
  ["2023年4月5日", "2023-04-05"],
  ["2018年4月15日に日本でレビュー済み", "2018-04-15"],
  ["2023年4月", "2023-04"],
  ["2022/11/08", "2022-11-08"],
  ["25/12/2023", "2023-12-25"],
  ["03/04/2024", "2024-04-03"],
  ["8 Feb", "2026-02-08"],
  ["8 Nov", "2025-11-08"],
  ["1700000000", "2023-11-14T22:13:20.000Z"],
  ["2019", "2019"],
];

const RELATIVE: [written: string, iso: string][] = [
  ["just now", "2026-03-15"],
  ["3 hours ago", "2026-03-15"],
  ["2 days ago", "2026-03-13"],
  ["a week ago", "2026-03-08"],
  ["Edited 4 months ago", "2025-11"],
  ["2 yr. ago", "2024"],
  ["5d", "2026-03-10"],
  ["yesterday", "2026-03-14"],
  ["vor 2 Monaten", "2026-01"],
  ["vor einem Jahr", "2025"],
  ["gestern", "2026-03-14"],
  ["il y a 3 jours", "2026-03-12"],
  ["il y a un an", "2025"],
  ["hace 2 semanas", "2026-03-01"],
  ["hace un mes", "2026-02"],
  ["3 mesi fa", "2025-12"],
  ["há 2 anos", "2024"],
  ["2 месяца назад", "2026-01"],
  ["неделю назад", "2026-03-08"],
  ["3天前", "2026-03-12"],
  ["2个月前", "2026-01"],
  ["1年前", "2025"],
  ["2週間前", "2026-03-01"],
  ["昨天", "2026-03-14"],
];

const NO_DATES = [
  "",
  "Verified Purchase",
  "5 stars",
  "hello world",
  "Mai Nguyen",
  "31/31/2024",
  "version 2.10",
  "99 problems",
  "x".repeat(5000),
];

describe("parseDate", () => {
  it.each(ABSOLUTE)("reads %s", (written, iso) => expect(parseDate(written, context)).toBe(iso));
  it.each(RELATIVE)("counts %s back from the reading", (written, iso) => expect(parseDate(written, context)).toBe(iso));
  it.each(NO_DATES)("finds none in %j", (written) => expect(parseDate(written, context)).toBeUndefined());

  it("is not fooled by direction marks between the digits", () => {
    expect(parseDate("\u200e25\u200e/\u200e12\u200e/\u200e2023", context)).toBe("2023-12-25");
  });

  it("never dates a review into the future", () => {
    expect(parseDate("12 June 2031", context)).toBeUndefined();
    expect(parseDate("11/12/2025", { ...context, order: "month-first" })).toBe("2025-11-12");
  });
});

describe("orderOf", () => {
  it("learns the order from dates that leave no choice", () => {
    expect(orderOf(["03/04/2024", "25/04/2024"], "en-US")).toBe("day-first");
    expect(orderOf(["03/04/2024", "04/25/2024"], "de")).toBe("month-first");
  });
  it("goes by the language otherwise", () => {
    expect(orderOf(["03/04/2024"], "en-GB")).toBe("day-first");
    expect(orderOf(["03/04/2024"], "en-US")).toBe("month-first");
    expect(orderOf([], "fr")).toBe("day-first");
  });
});
