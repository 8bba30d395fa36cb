import { describe, expect, it } from "vitest";
import { backendText } from "../../../components/settings/engines/engines-view";

const phrase = (key: string, values: Readonly<Record<string, string | number>> = {}) =>
  `${key} ${values.on} ${values.threads}`;

describe("where an engine runs", () => {
  it.each([
    ["cpu, 1 threads", "enginesBackend cpu 1"],
    ["cpu, 4 threads", "enginesBackend cpu 4"],
    ["webgpu", "enginesBackend webgpu 0"],
    ["webgpu: example vendor 3000", "enginesBackend webgpu 0, example vendor 3000"],
    ["server", "enginesBackend server 0"],
  ])("%s is told by its code, with an adapter's own name behind it", (backend, text) => {
    expect(backendText(backend, phrase)).toBe(text);
  });
});
