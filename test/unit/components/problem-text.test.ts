/** Errors as people read them, in every language. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemCode, problemText } from "../../../components/problem-text";
import { PROBLEM_CODES, Problem } from "../../../lib/domain";
import {
  type Catalogue,
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  makePhrase,
  type Phrase,
} from "../../../lib/locale";

function phraseIn(language: InterfaceLanguage): Phrase {
  const path = join(import.meta.dirname, "../../../public/_locales", language, "messages.json");
  return makePhrase(JSON.parse(readFileSync(path, "utf8")) as Catalogue, language);
}

/** An error as it arrives from another context: its class is lost, its own properties are not. */
function arrived(problem: Problem): Error {
  return Object.assign(new Error(problem.message), { ...problem });
}

describe("problemText", () => {
  it.each(INTERFACE_LANGUAGES)("has a sentence of its own for every code in %s", (language) => {
    const phrase = phraseIn(language);
    const sentences = PROBLEM_CODES.map((code) =>
      problemText(new Problem(code, "?", { name: "N", other: "O" }), phrase),
    );
    expect(new Set(sentences).size).toBe(PROBLEM_CODES.length);
    for (const sentence of sentences) expect(sentence).toMatch(/[.。]$/);
  });

  it("speaks the reader's language also of what happened in another context", () => {
    const taken = arrived(new Problem("code_name_taken", "There is one.", { name: "Lärm" }));
    expect(problemText(taken, phraseIn("ru"))).toContain("Код «Lärm» уже есть");
  });

  it("names a full store however deep the browser's error lies", () => {
    const full = new DOMException("full", "QuotaExceededError");
    const wrapped = new Problem("not_stored", "Not stored.", {}, { cause: new Error("aborted", { cause: full }) });
    expect(problemCode(full)).toBe("storage_full");
    expect(problemCode(wrapped)).toBe("storage_full");
    expect(problemCode(new Problem("not_stored", "Not stored."))).toBe("not_stored");
  });

  it("leaves an unknown error its own words", () => {
    const odd = Object.assign(new Error("ENOENT"), { code: "__proto__", values: { name: 5 } });
    expect(problemCode(odd)).toBeUndefined();
    expect(problemText(odd, phraseIn("ru"))).toBe("ENOENT");
    expect(problemText("gone", phraseIn("en"))).toBe("gone");
    expect(problemText(undefined, phraseIn("en"))).toBe("undefined");
  });
});
