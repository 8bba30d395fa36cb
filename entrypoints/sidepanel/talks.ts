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
    remove: (groupId) => sendMessage("engineGroupDelete", { groupId }),
  };
}

/** More turns than are ever written at once: the oldest go first. */
const KEPT = 12;

/** @returns what is being written; an answer that is stored is shown instead, so nothing need be taken out */
export function useDrafts(): Drafts {
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  useEffect(() => {
    const channel = new BroadcastChannel(ENGINE_CHANNEL);
    channel.onmessage = ({ data }: MessageEvent<EngineBroadcast>) => {
      if (data.type !== "draft") return;
      setDrafts((before) => new Map([...before, [data.id, data.text] as const].slice(-KEPT)));
    };
    return () => channel.close();
  }, []);
  return drafts;
}
