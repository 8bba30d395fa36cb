/** The contract of one command: each file `cli/<name>.ts` that `earshot` runs exports a `command`. */

/** Where a command writes: results to `stdout`, progress and warnings to `stderr`, one line a call. */
export interface Io {
  stdout(line: string): void;
  stderr(line: string): void;
}

/** 0: every input was read. 1: some failed, the rest was processed. 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** What it does, in one line. */
  summary: string;
  /** What `--help` prints. */
  usage: string;
  run(args: string[], io: Io): Promise<ExitCode>;
}
