/** Talks with personas: what people ask goes to the engine, what is being written comes from it. */
import { useEffect, useState } from "preact/hooks";
import type { FocusActions } from "../../components/ask/focus/focus-view";
import type { Drafts, TalkActions } from "../../components/ask/talk-view";
import { Problem } from "../../lib/domain";
import { ENGINE_CHANNEL, type EngineBroadcast, sendMessage } from "../../lib/protocol";

/** @param language of the answers, BCP 47 */
export function talkActions(language: string): TalkActions {
  return {
    ask: async (personaId, question, conversationId) => {
      await sendMessage("engineAsk", { personaId, question, language, ...(conversationId ? { conversationId } : {}) });
    },
    again: async (conversationId, turnId) => {
      await sendMessage("engineAskAgain", { conversationId, turnId, language });
    },
    stop: (turnId) => sendMessage("engineAskStop", { id: turnId }),
    begin: async (personaId) => (await sendMessage("engineTalkNew", { personaId })).conversationId,
    remove: (conversationId) => sendMessage("engineTalkDelete", { conversationId }),
    pin: (conversationId, turnId, pinned) => sendMessage("enginePin", { conversationId, turnId, pinned }),
  };
}

/** @param subjectId of the subject in view; without one no group can be begun */
export function focusActions(subjectId: string | undefined, language: string): FocusActions {
  return {
    begin: async (personaIds, guide) => {
      if (!subjectId) throw new Problem("persona_gone", "There is no product in view.");
      return (await sendMessage("engineGroupNew", { subjectId, personaIds, guide })).groupId;
    },
    ask: async (groupId, question) => {
      await sendMessage("engineGroupAsk", { groupId, question, language });
    },
    stop: (roundId) => sendMessage("engineAskStop", { id: roundId }),
    summarise: async (groupId) => {
      await sendMessage("engineGroupSummary", { groupId });
    },
    addTime: (groupId, topic, seconds) => {
      // a minute that is not counted is nobody's trouble
      void sendMessage("engineGroupTime", { groupId, topic, seconds }).catch(() => {});
    },
    remove: (groupId) => sendMessage("engineGroupDelete", { groupId }),
  };
}

/** @throws Problem as the engine says it; the signal's reason when stopped, and the engine is told so */
export async function translateQuote(
  wanted: { text: string; from: string; to: string },
  signal: AbortSignal,
): Promise<{ text: string; model: string }> {
  const id = crypto.randomUUID();
  const stop = () => void sendMessage("engineAskStop", { id }).catch(() => {});
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await sendMessage("engineTranslate", { id, ...wanted });
  } catch (error) {
    signal.throwIfAborted(); // what was stopped by hand did not fail
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** More turns than are ever written at once: the oldest go first. */
const KEPT = 12;
/** Nothing is written for this long only when nothing is written (ms). */
const FORGOTTEN = 3_000;

/** @returns what is being written. A draft that is not gone on with for a while is forgotten: its answer is stored, and asked again it begins anew. */
export function useDrafts(): Drafts {
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  useEffect(() => {
    const channel = new BroadcastChannel(ENGINE_CHANNEL);
    let heard = 0;
    channel.onmessage = ({ data }: MessageEvent<EngineBroadcast>) => {
      if (data.type !== "draft") return;
      heard = Date.now();
      setDrafts(
        (before) =>
          new Map([...before, [data.id, { personaId: data.personaId, text: data.text }] as const].slice(-KEPT)),
      );
    };
    const forget = () =>
      setDrafts((before) => (before.size > 0 && Date.now() - heard > FORGOTTEN ? new Map() : before));
    const timer = setInterval(forget, FORGOTTEN / 2);
    return () => {
      clearInterval(timer);
      channel.close();
    };
  }, []);
  return drafts;
}
