import { useState } from "preact/hooks";
import type { EngineKind } from "../../../lib/domain";

/** Which kind of engine is unfolded: at first none, so that all five are seen at a glance, later the one pressed. */
export function useChoice(chosen: EngineKind): { opened: EngineKind | undefined; toggle: (kind: EngineKind) => void } {
  const [opened, setOpened] = useState<EngineKind | undefined>(chosen === "evidence" ? undefined : chosen);
  return { opened, toggle: (kind) => setOpened((now) => (now === kind ? undefined : kind)) };
}
