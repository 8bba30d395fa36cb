import { describe, expect, it } from "vitest";
import {
  isForbidden,
  promisesMore,
  promisesMoreRecords,
  promisesNextPage,
  promisesRecords,
  promisesRestOfText,
} from "../../../../lib/collect/more/labels";

describe("what a label promises", () => {
  it.each([
    "See all 1,204 reviews",
    "Alle 35 Bewertungen ansehen".replace("ansehen", "anzeigen"),
    "Показать ещё 5 комментариев",
    "查看全部 128 条评论",
    "عرض المزيد من التعليقات",
  ])("more records: %s", (label) => expect(promisesMoreRecords(label)).toBe(true));

  it.each([
    "Show more products",
    "More articles",
    "Read more about our reviews policy",
    "Load more reviews from this seller",
    "Write a review",
    "More",
    "Reviews",
  ])("not more records: %s", (label) => expect(promisesMoreRecords(label)).toBe(false));

  it.each(["5 replies", "View 1 reply", "Show comments", "Kommentare anzeigen (45)"])("records: %s", (label) =>
    expect(promisesRecords(label)).toBe(true),
  );
  it.each(["Reply", "Reply (2)", "Comments", "Add a comment", "1,204"])("no records: %s", (label) =>
    expect(promisesRecords(label)).toBe(false),
  );

  it("more of anything, and the rest of a text", () => {
    for (const label of ["Show more", "View 20 more", "ещё", "更多"]) expect(promisesMore(label), label).toBe(true);
    for (const label of ["More options", "Learn more", "Show less", "Show", ""])
      expect(promisesMore(label), label).toBe(false);
    for (const label of ["Read full review", "…more", "Continue reading", "Читать полностью"])
      expect(promisesRestOfText(label), label).toBe(true);
    for (const label of ["Read reviews", "Reading list", "Read less", "Learn more"])
      expect(promisesRestOfText(label), label).toBe(false);
  });

  it("the next page", () => {
    for (const label of ["Next", "›", "Go to next page", "Weiter »", "下一页", "Página siguiente"])
      expect(promisesNextPage(label), label).toBe(true);
    for (const label of ["Next steps", "What comes next", "‹", "2"]) expect(promisesNextPage(label), label).toBe(false);
  });

  it("nothing that may be pressed", () => {
    for (const label of ["Add to cart", "Log in to see more", "In den Warenkorb", "Удалить", "登录后查看更多评论"]) {
      expect(isForbidden(label), label).toBe(true);
      expect(promisesMore(label) || promisesMoreRecords(label) || promisesRecords(label), label).toBe(false);
    }
  });

  it("in a moment, whatever it is", () => {
    const began = performance.now();
    for (const part of ["more ", "更", "a", "条 ", "…", "show the "]) promisesMoreRecords(part.repeat(5_000));
    for (const part of ["条", "more ", "« ", "next "]) promisesNextPage(part.repeat(15).slice(0, 70));
    expect(performance.now() - began).toBeLessThan(200);
  });
});
