/** What the worker that writes and hashes files and its owner say to each other. One worker does one thing, and is then ended. */
import type { ProblemCode } from "../../domain";
import type { Version } from "./downloads";

export type ToFiles =
  | { type: "hash"; file: Blob }
  | {
      type: "download";
      url: string;
      /** Of the origin's private file system: folder and folder within. */
      folder: string[];
      name: string;
      /** What is there already is of this version. */
      version: Version;
      /** Bytes above which it is refused. */
      largest: number;
      /** Its first bytes, where they are known: a file that begins otherwise is refused before the rest is loaded. */
      begins?: number[];
    }
  | { type: "stop" };

export type FromFiles =
  | { type: "hashed"; sha256: string }
  | { type: "began"; version: Version; stored: number }
  | { type: "progress"; stored: number }
  | { type: "loaded"; stored: number }
  | { type: "paused" }
  | { type: "failed"; code: ProblemCode; message: string; values: { name?: string; other?: string }; detail?: string };
