import { useState } from "preact/hooks";
import type { Memo } from "../../../lib/domain";
import { useTexts } from "../../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../../view";
import { Journal } from "./Journal";
import { MemoEntry } from "./MemoEntry";
import { MemosAbout } from "./MemosAbout";

/** What researchers write beside the material: about the whole, the product, the page, and day by day. */
export function Memos({ view, links }: { view: PanelView; links: EvidenceLinks; actions: PanelActions }) {
  const { phrase } = useTexts();
  const { notebook, subject } = view;
  const { pageKey } = notebook;
  return (
    <>
      <section class="memos">
        <h2>{phrase("memoTitle")}</h2>
        <p class="soft">{phrase("memoWhat")}</p>
        <h3>{phrase("memoAboutProject")}</h3>
        <MemosAbout kind="project" subjectId={undefined} name={phrase("memoAboutProject")} />
        {subject ? (
          <>
            <h3>{phrase("memoAboutProduct")}</h3>
            <MemosAbout kind="document" about={subject.id} subjectId={subject.id} name={phrase("memoAboutProduct")} />
          </>
        ) : (
          pageKey && (
            <>
              <h3>{phrase("memoAboutPage")}</h3>
              <MemosAbout kind="document" about={pageKey} subjectId={undefined} name={phrase("memoAboutPage")} />
            </>
          )
        )}
      </section>
      <Journal memos={notebook.memos} changes={notebook.changes} />
      <OtherMemos view={view} links={links} own={[subject?.id, pageKey]} />
    </>
  );
}

/** Those that stand beside codes, passages and reviews, together, and searchable. */
function OtherMemos({
  view,
  links,
  own,
}: {
  view: PanelView;
  links: EvidenceLinks;
  /** What is told of above. */
  own: readonly (string | undefined)[];
}) {
  const { phrase } = useTexts();
  const [words, setWords] = useState("");
  const others = view.notebook.memos.filter(({ about }) => about !== undefined && !own.includes(about));
  if (others.length === 0) return null;
  const wanted = words.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const shown = others.filter(({ title, text }) => {
    const all = `${title}\n${text}`.toLocaleLowerCase();
    return wanted.every((word) => all.includes(word));
  });
  return (
    <section class="memos">
      <h2>{phrase("memoOthers")}</h2>
      <input
        type="search"
        class="search"
        value={words}
        placeholder={phrase("memoSearch")}
        aria-label={phrase("memoSearch")}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
      {shown.length === 0 && <p class="soft">{phrase("memoNone")}</p>}
      {shown.map((memo) => (
        <MemoEntry
          key={memo.id}
          memo={memo}
          about={nameOf(memo, view, links, phrase("memoAbout", { kind: memo.kind }))}
        />
      ))}
    </section>
  );
}

/** What a memo is about, by name where it is still there. */
function nameOf({ kind, about }: Memo, view: PanelView, links: EvidenceLinks, otherwise: string): string {
  if (kind === "code") return view.codes.find(({ id }) => id === about)?.name ?? otherwise;
  if (kind === "annotation") {
    const words = view.notebook.annotations.find(({ id }) => id === about)?.text.trim();
    return words ? `“${words.slice(0, 60)}”` : otherwise;
  }
  const review = about === undefined ? undefined : links.reviewOf(about);
  return review?.title || review?.body.trim().slice(0, 60) || otherwise;
}
