/** The notebook as the panel sees it: what is stored, and what became of it on the page in the tab. */
import { useEffect, useRef, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { NO_NOTEBOOK, type NotebookView } from "../../components/notes/notebook-view";
import type { Texts } from "../../components/texts";
import type { PageView } from "../../components/view";
import { ADDER_TEXTS } from "../../lib/annotate/page/texts";
import { subjectKey } from "../../lib/collect/normalise/address";
import type { Code } from "../../lib/domain";
import type { NotesState } from "../../lib/notebook-protocol";
import { onMessage, sendMessage } from "../../lib/protocol";
import { annotationsOf } from "../../lib/store/annotations";
import { changesOf } from "../../lib/store/changes";
import { codersOf } from "../../lib/store/coders";
import type { EarshotDatabase } from "../../lib/store/db";
import { memosOf } from "../../lib/store/memos";
import { copiesOf } from "../../lib/store/page-copies";
import { secondCodingsOf } from "../../lib/store/second-codings";
import { useLive } from "./live";
import type { FollowedTab } from "./tab";

type Look = NotebookView["look"];

const KEY = "notesLook";
/** Entries of the history that are shown. */
const SHOWN_CHANGES = 300;

interface Parts {
  db: EarshotDatabase;
  tab: FollowedTab;
  /** What is in the tab. */
  page: PageView;
  /** A stored subject was opened: its notes are shown, not those of the page. */
  stored: boolean;
  subjectId: string | undefined;
  codes: readonly Code[];
  texts: Texts | undefined;
}

export function useNotebook({ db, tab, page, stored, subjectId, codes, texts }: Parts): {
  notebook: NotebookView;
  onLook: (look: Look) => void;
} {
  const { look, setLook, known } = useKeptLook();
  const url = page.at === "seen" ? page.glance.url : undefined;
  const pageKey = url === undefined ? undefined : subjectKey(url);
  const scope = { subjectId, pageKey: stored ? undefined : pageKey };
  const mark = `${scope.subjectId} ${scope.pageKey}`;
  const annotations = useLive(() => annotationsOf(db, scope), NO_NOTEBOOK.annotations, `annotations ${mark}`);
  const memos = useLive(() => memosOf(db, subjectId), NO_NOTEBOOK.memos, `memos ${subjectId}`);
  const coders = useLive(() => codersOf(db), NO_NOTEBOOK.coders, "coders");
  const changes = useLive(() => changesOf(db, SHOWN_CHANGES), NO_NOTEBOOK.changes, "changes");
  const copies = useLive(() => copiesOf(db, scope), NO_NOTEBOOK.copies, `copies ${mark}`);
  const secondCodings = useLive(
    subjectId ? () => secondCodingsOf(db, subjectId) : undefined,
    NO_NOTEBOOK.secondCodings,
    `second ${subjectId}`,
  );
  const { state, opened } = useNotesInTab(tab.tabId);
  const wanted = known && texts && page.at === "seen" ? { ...look, texts: adderTexts(texts) } : undefined;
  useShownNotes(tab, wanted, [annotations, codes]);
  const here = state && subjectKey(state.url) === pageKey ? { ...state, pageKey } : undefined;
  return {
    notebook: {
      annotations,
      memos,
      coders,
      changes,
      copies,
      secondCodings,
      look,
      pageKey: scope.pageKey,
      page: here,
      opened,
    },
    onLook: setLook,
  };
}

/** Values that the page fills in itself. */
const OPEN = { count: "{count}", name: "{name}" };

/** What stands on the adder, in the language of the panel. */
function adderTexts({ phrase }: Texts): Record<string, string> {
  return Object.fromEntries(ADDER_TEXTS.map((name) => [name, phrase(name, OPEN)]));
}

/** Whether and how notes are painted: kept, and the same in every open panel. */
function useKeptLook(): { look: Look; setLook: (look: Look) => void; known: boolean } {
  const [look, setLook] = useState<Look>();
  useEffect(() => {
    void browser.storage.local.get(KEY).then((stored) => setLook(lookIn(stored[KEY])));
    const listener = (changes: Record<string, { newValue?: unknown }>) => {
      if (KEY in changes) setLook(lookIn(changes[KEY]?.newValue));
    };
    browser.storage.local.onChanged.addListener(listener);
    return () => browser.storage.local.onChanged.removeListener(listener);
  }, []);
  return {
    look: look ?? NO_NOTEBOOK.look,
    known: look !== undefined,
    setLook: (next) => {
      setLook(next);
      void browser.storage.local.set({ [KEY]: next });
    },
  };
}

function lookIn(stored: unknown): Look {
  const { on, colourBy } = (typeof stored === "object" && stored !== null ? stored : {}) as Partial<Look>;
  return { on: on !== false, colourBy: colourBy === "sentiment" ? "sentiment" : "code" };
}

/** What the script in the tab tells: what was found, and what somebody pressed there. */
function useNotesInTab(tabId: number | undefined): { state?: NotesState; opened?: readonly string[] } {
  const [told, setTold] = useState<{ state?: NotesState; opened?: readonly string[] }>({});
  useEffect(() => {
    setTold({});
    const offState = onMessage("notesState", ({ data, sender }) => {
      if (sender.tab?.id === tabId) setTold(({ opened }) => ({ opened, state: data }));
    });
    const offOpened = onMessage("noteOpened", ({ data, sender }) => {
      if (sender.tab?.id === tabId) setTold(({ state }) => ({ state, opened: data.ids }));
    });
    return () => {
      offState();
      offOpened();
    };
  }, [tabId]);
  return told;
}

/** Puts the script into the page when notes are to be seen there, and tells it whenever they change. Nothing is put in while they are off. */
function useShownNotes(
  { tabId, loads }: FollowedTab,
  wanted: (Look & { texts: Record<string, string> }) | undefined,
  changes: readonly unknown[],
): void {
  const shownIn = useRef<string>(undefined);
  const document = `${tabId} ${loads}`;
  useEffect(() => {
    if (tabId === undefined || !wanted) return;
    if (!wanted.on && shownIn.current !== document) return;
    let current = true;
    const show = async () => {
      if (wanted.on && !(await sendMessage("pageInject", { tabId, script: "notes" })).ok) return;
      if (!current) return;
      await sendMessage("notesShow", wanted, tabId);
      shownIn.current = document;
    };
    show().catch((error) => console.error("Earshot: notes could not be shown on the page.", error));
    return () => {
      current = false;
    };
  }, [document, JSON.stringify(wanted)]);
  useEffect(() => {
    if (tabId === undefined || shownIn.current !== document) return;
    void sendMessage("notesRefresh", undefined, tabId).catch(() => {});
  }, changes);
}
