/** Composes everything the panel knows into one view, and what people do into calls. */
import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { App } from "../../components/App";
import { forgetDrafts } from "../../components/notes/memos/memo-drafts";
import { forgetTest } from "../../components/test/kept";
import { type Texts, TextsContext } from "../../components/texts";
import type { LanguageChoice, PanelActions, PanelView } from "../../components/view";
import type { Code } from "../../lib/domain";
import { sendMessage } from "../../lib/protocol";
import { codesOf } from "../../lib/store/codes";
import type { EarshotDatabase } from "../../lib/store/db";
import { groupsOf } from "../../lib/store/groups";
import { conversationsOf, findSubject, libraryOf, pulseOf } from "../../lib/store/read";
import { allRecipes } from "../../lib/store/recipes";
import { handSegmentsOf } from "../../lib/store/segments";
import { pinsOf } from "../../lib/store/talks";
import { backupActions } from "./backup";
import { codeActions } from "./codes";
import { useEngine, useLook } from "./engine-link";
import { engineActions } from "./engines";
import { useImport } from "./import";
import { useEvidence, useLive } from "./live";
import { useModelFacts } from "./model-facts";
import { notebookActions } from "./notebook";
import { useNotebook } from "./notebook-live";
import { usePage } from "./page";
import { showInTab } from "./page-link";
import { personaActions } from "./persona-actions";
import { usePicking } from "./picking";
import { useReading } from "./reading";
import { recipeActions } from "./recipes";
import { saveFile } from "./save-file";
import { segmentActions } from "./segment-actions";
import { useServerKey } from "./server-key";
import { useStorage } from "./storage";
import { useSurveys } from "./surveys";
import { useTab } from "./tab";
import { focusActions, talkActions, translateQuote, useDrafts } from "./talks";
import { testActions } from "./test-actions";
import { loadLanguageChoice, loadTexts, onLanguageChoice, saveLanguageChoice } from "./texts";
import { themeActions } from "./theme-actions";

const NO_CODES: readonly Code[] = [];

export function Panel({ db }: { db: EarshotDatabase }) {
  const { texts, choice } = useLanguage();
  const { view, actions } = usePanel(db, choice, texts);
  if (!texts) return null;
  return (
    <TextsContext.Provider value={texts}>
      <App view={view} actions={actions} />
    </TextsContext.Provider>
  );
}

function useLanguage(): { texts?: Texts; choice: LanguageChoice } {
  const [state, setState] = useState<{ texts?: Texts; choice: LanguageChoice }>({ choice: "auto" });
  useEffect(() => {
    const load = async () => {
      const choice = await loadLanguageChoice();
      setState({ choice, texts: await loadTexts(choice) });
    };
    void load();
    return onLanguageChoice(() => void load());
  }, []);
  return state;
}

function usePanel(
  db: EarshotDatabase,
  languageChoice: LanguageChoice,
  texts: Texts | undefined,
): { view: PanelView; actions: PanelActions } {
  const tab = useTab();
  const { page, lookAgain, allow } = usePage(tab);
  const { engine, reconnect } = useEngine();
  const { reading, ended, subjectId: readingId, read, stop } = useReading(tab);
  const [openedId, setOpenedId] = useState<string>();
  const { subject, pulse, evidence, conversations } = useSubject(db, page, readingId, openedId);
  const { importing, importActions } = useImport({
    tabId: tab.tabId,
    glance: page.at === "seen" ? page.glance : undefined,
    phrase: texts?.phrase,
    open: setOpenedId,
  });
  const { picking, pickActions } = usePicking({
    tab,
    phrase: texts?.phrase,
    read: () => {
      lookAgain();
      read(false);
    },
  });
  const recipes = useLive(() => allRecipes(db), [], "recipes");
  const subjectId = subject?.id;
  useLook(engine, subjectId);
  useServerKey(engine);
  const codes = useLive(() => codesOf(db, subjectId), NO_CODES, `codes ${subjectId}`);
  const stored = openedId !== undefined;
  const { notebook, onLook } = useNotebook({ db, tab, page, stored, subjectId, codes, texts });
  const library = useLive(() => libraryOf(db), [], "library");
  const groups = useLive(subjectId ? () => groupsOf(db, subjectId) : undefined, [], `groups ${subjectId}`);
  const handSegments = useLive(subjectId ? () => handSegmentsOf(db, subjectId) : undefined, [], `own ${subjectId}`);
  const pins = useLive(subjectId ? () => pinsOf(db, subjectId) : undefined, [], `pins ${subjectId}`);
  const storage = useStorage();

  const view: PanelView = {
    // What is stored is shown without the page in the tab, whatever goes on there.
    ...(openedId ? { page: { at: "stored" } } : { page, reading, ended }),
    engine,
    subject,
    pulse,
    evidence,
    conversations,
    pins,
    groups,
    handSegments,
    drafts: useDrafts(),
    library,
    storage,
    model: useModelFacts(engine),
    languageChoice,
    version: browser.runtime.getManifest().version,
    importing,
    picking,
    recipes,
    codes,
    ...useSurveys(db, subjectId),
    notebook,
  };
  const actions: PanelActions = {
    read: (allPages, goOn) => {
      void sendMessage("engineResume", undefined).catch(() => {});
      read(allPages, goOn);
    },
    stop: () => {
      if (reading) stop();
      else void sendMessage("enginePause", undefined).catch(reconnect);
    },
    resume: () => void sendMessage("engineResume", undefined).catch(reconnect),
    lookAgain,
    allow,
    retryEncoder: () => void sendMessage("engineRetry", undefined).catch(reconnect),
    reconnect,
    show: async (review, text, options) =>
      tab.tabId === undefined ? "elsewhere" : showInTab(tab.tabId, review, text, options),
    endShow: () => void sendMessage("pageShowEnd", undefined, tab.tabId).catch(() => {}),
    translate: (text, from, signal) => translateQuote({ text, from, to: texts?.language ?? "en" }, signal),
    search: async (query) => (subject ? sendMessage("engineSearch", { subjectId: subject.id, query }) : []),
    talks: talkActions(texts?.language ?? "en"),
    focus: focusActions(subjectId, texts?.language ?? "en"),
    why: (sentenceId) => sendMessage("engineWhy", { sentenceId }),
    ...themeActions(subject?.id),
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    save: saveFile,
    open: setOpenedId,
    backToPage: () => setOpenedId(undefined),
    importing: importActions,
    picking: pickActions,
    recipes: recipeActions(reconnect),
    codes: codeActions(subjectId),
    notebook: notebookActions({ db, tabId: tab.tabId, subjectId, onLook }),
    personas: personaActions(subjectId),
    segments: segmentActions(subjectId),
    tests: testActions(db, subjectId),
    backup: backupActions(db),
    engines: engineActions(engine.at === "here" ? engine.state.generators.server : undefined),
    forget: (subjectId) => {
      if (subjectId === openedId) setOpenedId(undefined);
      forgetTest(subjectId);
      void sendMessage("engineForget", { subjectId }).catch(reconnect);
    },
    forgetAll: () => {
      setOpenedId(undefined);
      forgetTest();
      forgetDrafts();
      void sendMessage("engineForgetAll", undefined).catch(reconnect);
    },
    chooseLanguage: (choice) => void saveLanguageChoice(choice),
  };
  return { view, actions };
}

/** The stored subject that was opened, else that of the page in view, with all that is known about it. */
function useSubject(
  db: EarshotDatabase,
  page: PanelView["page"],
  readingId: string | undefined,
  openedId: string | undefined,
) {
  const glance = page.at === "seen" ? page.glance : undefined;
  const find = glance
    ? async () => (readingId && (await db.subjects.get(readingId))) || findSubject(db, glance)
    : undefined;
  const subject = useLive(
    openedId ? () => db.subjects.get(openedId) : find,
    undefined,
    openedId ? `opened ${openedId}` : `subject ${glance?.url} ${glance?.name} ${readingId}`,
  );
  const id = subject?.id;
  const figures = useLive(id ? () => pulseOf(db, id) : undefined, undefined, `pulse ${id}`);
  const conversations = useLive(id ? () => conversationsOf(db, id) : undefined, [], `conversations ${id}`);
  return { subject, conversations, ...useEvidence(db, id, figures) };
}
