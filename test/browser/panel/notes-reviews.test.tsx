import { fireEvent, screen, waitFor, within } from "@testing-library/preact";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { NotebookActions } from "../../../components/notes/notebook-view";
import { accessibilityProblems, draw, open } from "../components/draw";
import { NOTEBOOK_VIEW } from "../components/note-scenes";
import { quietNotebook } from "../components/notebook-scenes";
import { quoteOfSample } from "../components/scenes";

const WORDS = "the noise stops every conversation";

async function drawReviews(own: Partial<NotebookActions> = {}) {
  await draw(NOTEBOOK_VIEW, { notebook: quietNotebook(own) });
  open("Reviews");
  await waitFor(() => sentence());
}
const sentence = () => {
  const found = [...document.querySelectorAll<HTMLElement>("[data-sentence]")].find((one) =>
    one.textContent?.includes(WORDS),
  );
  if (!found) throw new Error("The sentence is not shown.");
  return found;
};

/** Selects words of the sentence, wherever marks stand between them. */
function select(words: string): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(sentence(), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
  const all = texts.map(({ data }) => data).join("");
  const at = all.indexOf(words);
  const point = (place: number): [Text, number] => {
    let before = 0;
    for (const text of texts) {
      if (place <= before + text.length) return [text, place - before];
      before += text.length;
    }
    throw new Error("There is no such place.");
  };
  const range = document.createRange();
  range.setStart(...point(at));
  range.setEnd(...point(at + words.length));
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}

beforeEach(() => getSelection()?.removeAllRanges());

describe("coding in a review", () => {
  it("offers a bar beside selected words, and keeps their very place", async () => {
    const make = vi.fn(async () => ({ id: "made" }));
    await drawReviews({ make });
    select(WORDS);
    const bar = within(await waitFor(() => screen.getByRole("toolbar", { name: "Mark the selected words" })));
    expect(await accessibilityProblems()).toEqual([]);
    bar.getByRole("button", { name: "Highlight" }).click();
    await waitFor(() => expect(make).toHaveBeenCalledOnce());
    const { text, ...review } = quoteOfSample("r0", WORDS);
    expect(make).toHaveBeenCalledWith(expect.objectContaining({ text, review, codeIds: [], note: "" }), undefined);
    await waitFor(() => expect(screen.queryByRole("toolbar")).toBeNull());
  });

  it("makes a code of the words themselves", async () => {
    const make = vi.fn(async () => ({ id: "made" }));
    await drawReviews({ make });
    select(WORDS);
    (await waitFor(() => screen.getByRole("button", { name: "Code named by these words" }))).click();
    await waitFor(() => expect(make).toHaveBeenCalledWith(expect.objectContaining({ text: WORDS }), true));
  });

  it("gives them a note and codes", async () => {
    const make = vi.fn(async () => ({ id: "made" }));
    await drawReviews({ make });
    select(WORDS);
    (await waitFor(() => screen.getByRole("button", { name: "Note, codes, tags" }))).click();
    const note = await waitFor(() => screen.getByLabelText("Note"));
    fireEvent.input(note, { target: { value: "Open kitchens only?" } });
    screen.getByRole("button", { name: "Danger" }).click();
    await waitFor(() => screen.getByRole("button", { name: "Danger", pressed: true }));
    screen.getByRole("button", { name: "Save" }).click();
    await waitFor(() => expect(make).toHaveBeenCalledOnce());
    expect(make).toHaveBeenCalledWith(
      expect.objectContaining({ text: WORDS, note: "Open kitchens only?", codeIds: ["danger"] }),
      undefined,
    );
  });

  it("codes the whole review, without a mouse, too", async () => {
    const make = vi.fn(async (_draft: { review?: { start: number; end: number } }) => ({ id: "made" }));
    await drawReviews({ make });
    const review = within(sentence().closest("article") as HTMLElement);
    review.getByText("1 note on this review");
    review.getByRole("button", { name: "Code the whole review" }).click();
    await waitFor(() => review.getByLabelText("Note"));
    review.getByRole("button", { name: "Too loud" }).click();
    review.getByRole("button", { name: "Save" }).click();
    await waitFor(() => expect(make).toHaveBeenCalledOnce());
    const body = NOTEBOOK_VIEW.evidence.reviews.find(({ id }) => id === "r0")?.body;
    expect(make.mock.calls[0]?.[0].review).toEqual({ reviewId: "r0", start: 0, end: body?.length });
    expect(await accessibilityProblems()).toEqual([]);
  });
});
