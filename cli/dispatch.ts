/** Dispatches `earshot <command> …` to the file of that command, which is loaded only when it is asked for. */
import type { Command, ExitCode, Io } from "./command";

const COMMANDS = new Map<string, () => Promise<{ command: Command }>>([
  ["collect", () => import("./collect")],
  ["understand", () => import("./understand")],
  ["themes", () => import("./themes")],
  ["ask", () => import("./ask")],
  ["rate", () => import("./rate")],
  ["survey", () => import("./survey")],
]);

const STANDARD: Io = {
  stdout: (line) => process.stdout.write(`${line}\n`),
  stderr: (line) => process.stderr.write(`${line}\n`),
};

/** @returns the exit code of the process */
export async function main(args: string[], io: Io = STANDARD): Promise<ExitCode> {
  if (io === STANDARD) stopQuietlyWhenNobodyReads();
  const [name, ...rest] = args;
  if (!name || name === "--help" || name === "-h" || name === "help") {
    for (const line of await overview()) io.stdout(line);
    return name ? 0 : 2;
  }
  const load = COMMANDS.get(name);
  if (!load) {
    io.stderr(`earshot: there is no command "${name}". Use one of: ${[...COMMANDS.keys()].join(", ")}.`);
    return 2;
  }
  try {
    return await run(name, (await load()).command, rest, io);
  } catch (error) {
    io.stderr(`earshot ${name}: a file of this program cannot be read. ${detailOf(error)}`);
    io.stderr("Install Earshot again; in a clone, restore that file (git restore).");
    return 1;
  }
}

/** The line that names the file, of what may be a page of them. */
function detailOf(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split("\n");
  return lines.find((line) => line.includes("ERROR")) ?? lines[0] ?? "";
}

async function run(name: string, command: Command, args: string[], io: Io): Promise<ExitCode> {
  if (args.includes("--help") || args.includes("-h")) {
    io.stdout(command.usage);
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    io.stderr(`earshot ${name}: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

async function overview(): Promise<string[]> {
  const lines = ["Usage: earshot <command> …", ""];
  for (const [name, load] of COMMANDS) lines.push(`  ${name.padEnd(12)}${(await load()).command.summary}`);
  return [...lines, "", "earshot <command> --help says how to use one."];
}

/** `earshot … | head` closes the pipe early; that is no error. */
function stopQuietlyWhenNobodyReads(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
  });
}
