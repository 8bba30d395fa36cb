/** Reviews that a person brings: opens what they give in a worker, tries their choices, and hands the result to the engine. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { ImportActions, ImportProblem, ImportView, StoredSubject } from "../../components/import/import-view";
import type { ImportChoices } from "../../lib/collect/files/import";
// not new Worker(new URL(…, import.meta.url)): the extension's build replaces import.meta.url before workers are found
import ImportWorker from "../../lib/collect/files/import.worker?worker";
import { ImportLink } from "../../lib/collect/files/import-link";
import { LARGEST_FILE } from "../../lib/collect/files/limits";
import type { ImportSource } from "../../lib/collect/files/preview";
import { FileProblem } from "../../lib/collect/files/problem";
import type { Phrase } from "../../lib/locale";
import type { Glance } from "../../lib/protocol";
import { readSelection } from "./selection";
import { storeCaptures } from "./store-captures";

/** What the panel knows when reviews are brought. */
interface Surroundings {
  tabId: number | undefined;
  glance: Glance | undefined;
  phrase: Phrase | undefined;
  /** Shows a subject that was just stored. */
  open(subjectId: string): void;
}

export function useImport(around: Surroundings): { importing: ImportView | undefined; importActions: ImportActions } {
  const [view, setView] = useState<ImportView>();
  const link = useRef<ImportLink>(undefined);
  const stop = useRef<AbortController>(undefined);
  /** Grows with each file and each close: what is answered later belongs to neither. */
  const turn = useRef(0);
  useEffect(() => () => link.current?.end(), []);

  function end() {
    turn.current += 1;
    link.current?.end();
    link.current = undefined;
  }

  async function open(source: ImportSource, content: () => Promise<Uint8Array | string>) {
    end();
    const own = turn.current;
    setView({ at: "opening", name: source.name });
    try {
      const opened = new ImportLink(new ImportWorker());
      link.current = opened;
      const preview = await opened.open(source, await content());
      if (own === turn.current) setView({ at: "preview", source, preview, choices: {}, busy: false });
    } catch (error) {
      if (own === turn.current) setView({ at: "asking", problem: problemOf(error, source.name) });
    }
  }

  async function change(added: ImportChoices) {
    if (view?.at !== "preview" || !link.current) return;
    const own = turn.current;
    const choices = merged(view.choices, added);
    // A name changes nothing of what is shown.
    if (Object.keys(added).join() === "subject") return setView({ ...view, choices });
    setView({ ...view, choices, busy: true, problem: undefined });
    const result = await link.current.preview(choices).then(
      (preview) => ({ preview, choices }),
      (error) => ({ problem: problemOf(error, view.source.name), choices: view.choices }),
    );
    if (own === turn.current) setView((now) => (now?.at === "preview" ? { ...now, ...result, busy: false } : now));
  }

  async function store() {
    if (view?.at !== "preview" || !link.current) return;
    const { source, choices, preview } = view;
    const total = preview.reviews;
    stop.current = new AbortController();
    setView({ at: "storing", name: source.name, done: 0, total });
    const result = await storeCaptures(link.current, choices, stop.current.signal, (done) =>
      setView({ at: "storing", name: source.name, done, total }),
    );
    end();
    setView({ at: "stored", ...result });
    const [first, ...others] = result.subjects;
    if (first && others.length === 0) around.open(first.id);
    else if (first) around.open(largest(result.subjects).id);
  }

  const named = (key: string) => around.phrase?.(key) ?? key;
  return {
    importing: view,
    importActions: {
      begin: () => setView({ at: "asking" }),
      close: () => {
        end();
        setView(undefined);
        queueMicrotask(() => document.getElementById("add-reviews")?.focus());
      },
      file: (file) => {
        if (view?.at === "storing") return;
        void open({ how: "file", name: file.name }, () => bytesOf(file));
      },
      text: (text) => void open({ how: "pasted", name: named("pastedName") }, async () => text),
      selection: () =>
        void selectionOf(around).then((found) => {
          if (!found) return setView({ at: "asking", problem: { code: "selection", name: "" } });
          return open({ how: "selected", name: named("selectedName"), page: found.page }, async () => found.text);
        }),
      change: (choices) => void change(choices),
      store: () => void store(),
      stop: () => stop.current?.abort(),
    },
  };
}

/** @throws FileProblem when it is too large, before it is read */
async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > LARGEST_FILE) throw new FileProblem("too-large", file.name);
  return new Uint8Array(await file.arrayBuffer());
}

async function selectionOf({ tabId, glance }: Surroundings) {
  const text = tabId === undefined ? "" : await readSelection(tabId);
  const page = glance && { url: glance.url, name: glance.name };
  return text.trim() ? { text, page } : undefined;
}

function largest(subjects: readonly StoredSubject[]): StoredSubject {
  return subjects.reduce((most, subject) => (subject.found > most.found ? subject : most));
}

function problemOf(error: unknown, name: string): ImportProblem {
  if (!(error instanceof FileProblem)) console.error("Earshot: an import could not be opened.", error);
  return { code: error instanceof FileProblem ? error.code : "unreadable", name };
}

/** Another cut of the rows makes other columns: what was said of the old ones is forgotten. */
function merged(before: ImportChoices, added: ImportChoices): ImportChoices {
  const recut = ["encoding", "delimiter", "sheet", "layout", "header"].some((key) => key in added);
  const fields = recut ? undefined : new Map([...(before.fields ?? []), ...(added.fields ?? [])]);
  return { ...before, ...(recut ? { header: undefined } : {}), ...added, fields };
}
