/** Stored data that stays up to date while the engine writes. */
import { useEffect, useState } from "preact/hooks";
import type { SubjectPulse } from "../../components/view";
import { type Evidence, NO_EVIDENCE } from "../../lib/report/evidence";
import type { EarshotDatabase } from "../../lib/store/db";
import { evidenceOf, type Pulse, watch } from "../../lib/store/read";

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

/** All evidence of a subject, loaded again when its pulse changes; the last one is kept meanwhile. */
export function useEvidence(
  db: EarshotDatabase,
  subjectId: string | undefined,
  pulse: Pulse | undefined,
): { evidence: Evidence; pulse?: SubjectPulse } {
  const [loaded, setLoaded] = useState({ subjectId, evidence: NO_EVIDENCE });
  const [schedule] = useState(() => ({ running: false, again: false, notBefore: 0 }));
  const change = pulse && `${subjectId} ${pulse.reviews} ${pulse.understood} ${pulse.sentences} ${pulse.settled}`;

  // the change mark stands for all figures of the pulse
  useEffect(() => {
    if (!subjectId || !change) return;
    const id = subjectId;
    let current = true;
    const timer = setTimeout(
      async () => {
        const start = performance.now();
        const evidence = await evidenceOf(db, id);
        const end = performance.now();
        schedule.notBefore = end + Math.max(SHORTEST_PAUSE, (end - start) * PAUSE_FACTOR);
        if (current) setLoaded({ subjectId: id, evidence });
      },
      Math.max(0, schedule.notBefore - performance.now()),
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [change]);
  return { evidence: loaded.subjectId === subjectId ? loaded.evidence : NO_EVIDENCE, pulse };
}
