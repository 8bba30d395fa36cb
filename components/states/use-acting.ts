import { useState } from "preact/hooks";
import { problemCode } from "../problem-text";

/** Runs what people press and keeps what went wrong until the next press. */
export function useActing(): {
  busy: boolean;
  problem: unknown;
  /** @returns whether it worked; never throws */
  act: (work: () => Promise<unknown>) => Promise<boolean>;
} {
  const [state, setState] = useState<{ busy: boolean; problem?: unknown }>({ busy: false });
  async function act(work: () => Promise<unknown>): Promise<boolean> {
    setState({ busy: true });
    try {
      await work();
      setState({ busy: false });
      return true;
    } catch (problem) {
      // who presses Pause or Stop knows why it ended
      setState({ busy: false, ...(isWanted(problem) ? {} : { problem }) });
      return false;
    }
  }
  return { busy: state.busy, problem: state.problem, act };
}

function isWanted(problem: unknown): boolean {
  return (
    problemCode(problem) === "download_paused" || (problem instanceof DOMException && problem.name === "AbortError")
  );
}
