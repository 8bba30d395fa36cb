import { useEffect, useState } from "preact/hooks";
import type { Fidelity, LibraryFidelity, RatingSettings } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import { FidelityGauge } from "../results/FidelityGauge";
import type { TestActions } from "../test-view";

/** Settings that are being changed are not checked at every step (ms). */
const PAUSE = 600;

/** How far to believe the panel, before anything is asked of it; over the library when a person wants that. */
export function HowWell({
  rating,
  actions,
}: {
  rating: RatingSettings;
  actions: Pick<TestActions, "fidelity" | "libraryFidelity">;
}) {
  const { phrase } = useTexts();
  const { fidelity, problem } = useFidelity(rating, actions);
  const { busy, problem: libraryProblem, act } = useActing();
  const [library, setLibrary] = useState<{ mark: string; found: LibraryFidelity }>();
  const mark = JSON.stringify(rating);
  const found = library?.mark === mark ? library.found : undefined;
  const check = () => void act(async () => setLibrary({ mark, found: await actions.libraryFidelity(rating) }));
  return (
    <div class="how-well">
      {fidelity ? (
        <FidelityGauge fidelity={fidelity} run={{ rating, mode: "evidence" }} {...(found ? { library: found } : {})} />
      ) : (
        <section>
          {problem === undefined ? (
            <p class="soft" role="status">
              {phrase("testGaugeChecking")}
            </p>
          ) : (
            <ProblemNote problem={problem} />
          )}
        </section>
      )}
      {fidelity && !found && (
        <section>
          <button type="button" class="link" aria-disabled={busy} onClick={busy ? undefined : check}>
            {phrase(busy ? "testGaugeLibraryChecking" : "testGaugeLibrary")}
          </button>
          {libraryProblem !== undefined && <ProblemNote problem={libraryProblem} />}
        </section>
      )}
    </div>
  );
}

function useFidelity(rating: RatingSettings, { fidelity }: Pick<TestActions, "fidelity">) {
  const [state, setState] = useState<{ fidelity?: Fidelity; problem?: unknown }>({});
  const mark = JSON.stringify(rating);
  useEffect(() => {
    let ended = false;
    const take = (now: typeof state) => {
      if (!ended) setState(now);
    };
    const timer = setTimeout(
      () =>
        fidelity(rating).then(
          (found) => take({ fidelity: found }),
          (problem: unknown) => take({ problem }),
        ),
      PAUSE,
    );
    return () => {
      ended = true;
      clearTimeout(timer);
    };
    // the mark stands for all settings
  }, [mark]);
  return state;
}
