/** Precision and recall of marked passages against passages marked by hand, by kind. */
export interface Marked {
  start: number;
  end: number;
  kind: string;
}

export interface SpanScore {
  right: number;
  reported: number;
  wanted: number;
  precision: number;
  recall: number;
}

/** Counts passages; one counts as found when a passage of the same kind overlaps it (titles and postcodes may be in or out). */
export class SpanScores {
  private readonly tallies = new Map<string, { right: number; hit: number; reported: number; wanted: number }>();

  /** @param reported passages found in a text @param wanted passages marked by hand in the same text */
  add(reported: readonly Marked[], wanted: readonly Marked[]): void {
    for (const span of reported) {
      const tally = this.tallyOf(span.kind);
      tally.reported++;
      if (wanted.some((one) => matches(one, span))) tally.right++;
    }
    for (const span of wanted) {
      const tally = this.tallyOf(span.kind);
      tally.wanted++;
      if (reported.some((one) => matches(one, span))) tally.hit++;
    }
  }

  /** @returns scores by kind; precision and recall are 0–1, or NaN where nothing was reported or wanted */
  table(): Record<string, SpanScore> {
    return Object.fromEntries(
      [...this.tallies]
        .sort()
        .map(([kind, { right, hit, reported, wanted }]) => [
          kind,
          { right, reported, wanted, precision: share(right, reported), recall: share(hit, wanted) },
        ]),
    );
  }

  private tallyOf(kind: string) {
    const tally = this.tallies.get(kind) ?? { right: 0, hit: 0, reported: 0, wanted: 0 };
    this.tallies.set(kind, tally);
    return tally;
  }
}

function matches(a: Marked, b: Marked): boolean {
  return a.kind === b.kind && a.start < b.end && b.start < a.end;
}

function share(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : Math.round((part / whole) * 1000) / 1000;
}
