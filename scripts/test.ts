/**
 * `npm test`: style, types, models, pure code, DOM code in Chromium, builds for both browsers, the built extension end to end.
 * Later steps run although an earlier one failed, so that one run tells everything; any failure ends non-zero.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const REPORTS = mkdtempSync(join(tmpdir(), "earshot-test-"));

interface Step {
  name: string;
  command: string[];
  /** Vitest project whose counts are added up. */
  project?: string;
}

function vitest(project: string): Step {
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${join(REPORTS, `${project}.json`)}`];
  return { name: project, command: ["vitest", "run", "--project", project, ...report], project };
}

const STEPS: Step[] = [
  { name: "lint", command: ["biome", "check", "--error-on-warnings", "."] },
  { name: "types", command: ["tsc"] },
  { name: "models", command: ["tsx", "scripts/models/index.ts"] },
  vitest("unit"),
  vitest("browser"),
  { name: "build", command: ["wxt", "build"] },
  { name: "build for Firefox", command: ["wxt", "build", "-b", "firefox"] },
  vitest("e2e"),
];

interface Outcome {
  name: string;
  ok: boolean;
  seconds: number;
  passed: number;
  failed: number;
  skipped: number;
}

function run(step: Step): Outcome {
  console.log(`\n── ${step.name}`);
  const started = Date.now();
  const { status } = spawnSync("npx", ["--no-install", ...step.command], { cwd: ROOT, stdio: "inherit" });
  const ok = status === 0;
  const counts = step.project ? readCounts(step.project) : { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  if (!ok && counts.failed === 0) counts.failed = 1;
  return { name: step.name, ok, seconds: (Date.now() - started) / 1000, ...counts };
}

function readCounts(project: string): { passed: number; failed: number; skipped: number } {
  const file = join(REPORTS, `${project}.json`);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, "utf8")) as Record<string, number>;
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  return { passed: report.numPassedTests ?? 0, failed: report.numFailedTests ?? 0, skipped };
}

const outcomes = STEPS.map(run);
console.log("");
for (const { name, ok, seconds, passed, failed, skipped } of outcomes) {
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  console.log(`${ok ? "ok    " : "FAILED"} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s   ${counts}`);
}
const sum = (key: "passed" | "failed" | "skipped") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
process.exitCode = outcomes.every((outcome) => outcome.ok) ? 0 : 1;
