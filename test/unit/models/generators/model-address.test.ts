import { expect, test } from "vitest";
import { readModelAddress } from "../../../../lib/models/generators/model-address";
import { guessTokens } from "../../../../lib/models/generators/tokens";
import { threadsFor } from "../../../../lib/models/generators/wllama/requirements";

test.each([
  ["https://hub.example/maker/model/resolve/0a1b2c/tiny-Q4_0.gguf", "0a1b2c"],
  ["  https://hub.example/maker/model/blob/0a1b2c/tiny-Q4_0.gguf#top ", "0a1b2c"],
])("a hub's address gives file, name and revision: %s", (address, revision) => {
  expect(readModelAddress(address)).toEqual({
    url: "https://hub.example/maker/model/resolve/0a1b2c/tiny-Q4_0.gguf",
    title: "tiny-Q4_0",
    revision,
  });
});

test("any other address of a file will do, with a query, and without encryption on this machine only", () => {
  expect(readModelAddress("https://files.example/a%20b.gguf?download=true").title).toBe("a b");
  expect(readModelAddress("http://127.0.0.1:8080/x.gguf").url).toBe("http://127.0.0.1:8080/x.gguf");
  expect(readModelAddress("http://127.0.0.1:8080/x.gguf").revision).toBeUndefined();
});

test.each([
  "",
  "tiny.gguf",
  "http://files.example/x.gguf",
  "https://files.example/x.bin",
  "https://me:secret@files.example/x.gguf",
  "https://files.example/x-00001-of-00003.gguf",
  "javascript:alert(1)//x.gguf",
])("refused in words: %s", (address) => {
  expect(() => readModelAddress(address)).toThrow(expect.objectContaining({ code: "model_address" }));
});

test("tokens are guessed too many rather than too few, in every script", () => {
  expect(guessTokens("")).toBe(0);
  expect(guessTokens("The strap broke after two weeks.")).toBeGreaterThanOrEqual(8);
  expect(guessTokens("表带两周后断了")).toBeGreaterThanOrEqual(7);
  expect(guessTokens("Ремешок порвался через две недели")).toBeGreaterThanOrEqual(12);
  expect(guessTokens("🙂🙂")).toBe(8);
});

test("half of the cores write, and one where threads are not allowed", () => {
  expect([1, 2, 4, 8, 64].map((cores) => threadsFor(cores, true))).toEqual([1, 1, 2, 4, 8]);
  expect(threadsFor(8, false)).toBe(1);
});
