/** Stored data that stays up to date while the engine writes. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { SubjectPulse } from "../../components/view";
import { type Evidence, NO_EVIDENCE } from "../../lib/report/evidence";
import type { EarshotDatabase } from "../../lib/store/db";
import { evidenceOf, type Pulse, personasOf, watch } from "../../lib/store/read";

/**
 * The latest result of a query, run again after every commit that touches what it read.
 * @param query undefined while there is nothing to ask
 * @param key what the query depends on
 */
export function useLive<T>(query: (() => Promise<T>) | undefined, initial: T, key: string): T {
  const [result, setResult] = useState({ key, value: initial });
  // the key says what the query depends on; the function is new each time
  useEffect(() => {
    if (!query) return setResult({ key, value: initial });
    return watch(
      query,
      (value) => setResult({ key, value }),
      (error) => console.error("Earshot: a stored list could not be read.", error),
    );
  }, [key]);
  return result.key === key ? result.value : initial;
}

/** Evidence is loaded whole: at most this often (ms), and never for more than a fifth of the time. */
const SHORTEST_PAUSE = 600;
const PAUSE_FACTOR = 4;

/** All evidence of a subject, loaded again when its pulse changes; the last one is kept meanwhile. Personas are few and shown at once. */
export function useEvidence(
  db: EarshotDatabase,
  subjectId: string | undefined,
  pulse: Pulse | undefined,
): { evidence: Evidence; pulse?: SubjectPulse } {
  const [loaded, setLoaded] = useState({ subjectId, evidence: NO_EVIDENCE });
  const [loader] = useState(() => new EvidenceLoader(db, (id, evidence) => setLoaded({ subjectId: id, evidence })));
  const change =
    pulse && `${subjectId} ${pulse.reviews} ${pulse.understood} ${pulse.sentences} ${pulse.settled} ${pulse.themed}`;

  // The change mark stands for all figures of the pulse.
  useEffect(() => loader.want(change && subjectId), [change]);
  useEffect(() => () => loader.end(), []);
  const personas = useLive(subjectId ? () => personasOf(db, subjectId) : undefined, undefined, `personas ${subjectId}`);
  const evidence = useMemo(
    () => (personas ? { ...loaded.evidence, personas } : loaded.evidence),
    [loaded.evidence, personas],
  );
  return { evidence: loaded.subjectId === subjectId ? evidence : NO_EVIDENCE, pulse };
}

/** Loads one at a time and with pauses; wishes during a load are one wish, and no load is thrown away for a newer wish. */
class EvidenceLoader {
  private wanted: string | undefined;
  private busy = false;
  private ended = false;
  private last: string | undefined;
  private endPause = () => {};

  constructor(
    private readonly db: EarshotDatabase,
    private readonly onLoad: (subjectId: string, evidence: Evidence) => void,
  ) {}

  want(subjectId: string | undefined): void {
    this.wanted = subjectId;
    if (!this.busy) void this.run();
    // Pauses spare the machine; another product must not wait for one.
    else if (subjectId !== this.last) this.endPause();
  }

  end(): void {
    this.ended = true;
  }

  private async run(): Promise<void> {
    this.busy = true;
    while (this.wanted !== undefined && !this.ended) {
      const subjectId = this.wanted;
      this.last = subjectId;
      this.wanted = undefined;
      const start = performance.now();
      try {
        const evidence = await evidenceOf(this.db, subjectId);
        if (!this.ended) this.onLoad(subjectId, evidence);
      } catch (error) {
        if (!this.ended) console.error("Earshot: the stored reviews could not be read.", error);
      }
      const pause = Math.max(SHORTEST_PAUSE, (performance.now() - start) * PAUSE_FACTOR);
      await new Promise<void>((resolve) => {
        this.endPause = resolve;
        setTimeout(resolve, pause);
      });
    }
    this.busy = false;
  }
}
