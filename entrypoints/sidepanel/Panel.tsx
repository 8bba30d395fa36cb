/** Composes everything the panel knows into one view, and what people do into calls. */
import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { App } from "../../components/App";
import { type Texts, TextsContext } from "../../components/texts";
import type { LanguageChoice, PanelActions, PanelView } from "../../components/view";
import { sendMessage } from "../../lib/protocol";
import type { EarshotDatabase } from "../../lib/store/db";
import { conversationsOf, findSubject, libraryOf, pulseOf } from "../../lib/store/read";
import { useEngine } from "./engine-link";
import { useEvidence, useLive } from "./live";
import { useModelFacts } from "./model-facts";
import { usePage } from "./page";
import { showInTab } from "./page-link";
import { useReading } from "./reading";
import { useStorage } from "./storage";
import { useTab } from "./tab";
import { loadLanguageChoice, loadTexts, onLanguageChoice, saveLanguageChoice } from "./texts";

export function Panel({ db }: { db: EarshotDatabase }) {
  const { texts, choice } = useLanguage();
  const { view, actions } = usePanel(db, choice);
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

function usePanel(db: EarshotDatabase, languageChoice: LanguageChoice): { view: PanelView; actions: PanelActions } {
  const tab = useTab();
  const { page, lookAgain, allow } = usePage(tab);
  const { engine, reconnect } = useEngine();
  const { reading, ended, subjectId: readingId, read, stop } = useReading(tab);
  const { subject, pulse, evidence, conversations } = useSubject(db, page, readingId);
  const library = useLive(() => libraryOf(db), [], "library");
  const [asking, setAsking] = useState<PanelView["asking"]>();
  const storage = useStorage();

  const view: PanelView = {
    page,
    reading,
    ended,
    engine,
    subject,
    pulse,
    evidence,
    conversations,
    asking,
    library,
    storage,
    model: useModelFacts(engine),
    languageChoice,
    version: browser.runtime.getManifest().version,
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
    show: async (review, text) => (tab.tabId === undefined ? "elsewhere" : showInTab(tab.tabId, review, text)),
    search: async (query) => (subject ? sendMessage("engineSearch", { subjectId: subject.id, query }) : []),
    ask: async (personaId, question) => {
      setAsking({ personaId, question });
      await sendMessage("engineAsk", { personaId, question }).finally(() => setAsking(undefined));
    },
    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ),
    forget: (subjectId) => void sendMessage("engineForget", { subjectId }).catch(reconnect),
    forgetAll: () => void sendMessage("engineForgetAll", undefined).catch(reconnect),
    chooseLanguage: (choice) => void saveLanguageChoice(choice),
  };
  return { view, actions };
}

/** The stored subject of the page in view, with all that is known about it. */
function useSubject(db: EarshotDatabase, page: PanelView["page"], readingId: string | undefined) {
  const glance = page.at === "seen" ? page.glance : undefined;
  const subject = useLive(
    glance ? async () => (readingId && (await db.subjects.get(readingId))) || findSubject(db, glance) : undefined,
    undefined,
    `subject ${glance?.url} ${glance?.name} ${readingId}`,
  );
  const id = subject?.id;
  const figures = useLive(id ? () => pulseOf(db, id) : undefined, undefined, `pulse ${id}`);
  const conversations = useLive(id ? () => conversationsOf(db, id) : undefined, [], `conversations ${id}`);
  return { subject, conversations, ...useEvidence(db, id, figures) };
}
