import { describe, expect, it } from "vitest";
import { spanOf } from "../../../components/reviews/window";

const sizes = Array.from({ length: 1000 }, (_, index) => 100 + (index % 7) * 20);
const total = sizes.reduce((sum, size) => sum + size, 0);

describe("spanOf", () => {
  it("has nothing to render of nothing", () => {
    expect(spanOf([], { top: 0, height: 800 })).toEqual({ start: 0, end: 0, before: 0, after: 0 });
  });

  it.each([-500, 0, 1, 20_000, total - 10, total + 5_000])("keeps the whole height at %i pixels", (top) => {
    const { start, end, before, after } = spanOf(sizes, { top, height: 800 });
    const rendered = sizes.slice(start, end).reduce((sum, size) => sum + size, 0);
    expect(before + rendered + after).toBe(total);
    expect(end - start).toBeGreaterThan(0);
    expect(end - start).toBeLessThan(40);
  });

  it("covers the viewport wherever it is", () => {
    for (let top = 0; top < total - 800; top += 777) {
      const { start, end, before } = spanOf(sizes, { top, height: 800 });
      const rendered = sizes.slice(start, end).reduce((sum, size) => sum + size, 0);
      expect(before).toBeLessThanOrEqual(top);
      expect(before + rendered).toBeGreaterThanOrEqual(top + 800);
    }
  });
});
