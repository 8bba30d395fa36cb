import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { command } from "../../../cli/ask";
import { chooseVoices, interviewOf, isTranscriptName, transcriptParts, writeTranscript } from "../../../cli/ask-group";
import { passagePrinter } from "../../../cli/mask";
import { interviewTranscript } from "../../../lib/ask/transcript";
import { answerOf, segmentOf } from "../../fixtures/ask/made";
import { kettle } from "./kettle";

const segments = ["a", "b", "c", "d"].map((id) => segmentOf({ id }));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "earshot-ask-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("earshot ask --group", () => {
  it("takes groups by their numbers", () => {
    expect(chooseVoices("3, 1,4", segments).map(({ id }) => id)).toEqual(["c", "a", "d"]);
  });

  it.each(["1,2", "1,1,2", "1,2,9", "", "a,b,c", "1,2,3,4,5,6,7,8,9"])("refuses %j with a sentence", (list) => {
    expect(() => chooseVoices(list, segments)).toThrow(/group/u);
  });

  it.each([
    [["--group", "1,2,3", "--segment", "1", "Is it loud?"], "not both"],
    [["--transcript", "talk.pdf", "Is it loud?"], ".docx"],
    [["Is it loud?", "And the lid?"], "one question"],
    [["--engine", "server", "Is it loud?"], "--server URL"],
    [["--engine", "server", "--server", "localhost:1", "Is it loud?"], "--model NAME"],
    [["--engine", "server", "--server", "ftp://x", "--model", "m", "Is it loud?"], "no address of a server"],
    [["--engine", "wllama", "--server", "localhost:1", "Is it loud?"], "--engine server"],
    [["--model", "tiny.gguf", "Is it loud?"], "--engine wllama"],
    [["--engine", "webllm", "Is it loud?"], "evidence, wllama and server"],
  ])("says what is wrong with %j", async (args, says) => {
    const told: string[] = [];
    const io = { stdout: () => {}, stderr: (line: string) => void told.push(line) };
    expect(await command.run(["--reviews", "none.csv", ...args], io)).toBe(2);
    expect(told.join(" ")).toContain(says);
  });
});

describe("earshot ask --transcript", () => {
  it.each(["talk.md", "talk.DOCX", "talk.json"])("writes %s", async (name) => {
    const phrase = (key: string) => key;
    const parts = transcriptParts("reviews.csv", kettle, { phrase, print: passagePrinter(false), keep: false });
    const document = interviewTranscript(interviewOf(answerOf(), "everyone"), parts);
    await writeTranscript(join(folder, name), document, phrase);
    expect(isTranscriptName(name)).toBe(true);
    expect(readFileSync(join(folder, name)).length).toBeGreaterThan(100);
  });
});
