/** What an interview is given besides its turns, and what can be asked of it. */

/** All of them reject with a `Problem` when they fail; what they change is seen in the stored talk. */
export interface TalkActions {
  /** Without `conversationId` in the latest talk with the persona. */
  ask(personaId: string, question: string, conversationId?: string): Promise<void>;
  /** Has a turn answered once more. */
  again(conversationId: string, turnId: string): Promise<void>;
  /** Stops the answering of a turn. */
  stop(turnId: string): Promise<void>;
  /** Begins another talk. @returns its id */
  begin(personaId: string): Promise<string>;
  remove(conversationId: string): Promise<void>;
  /** Keeps an answer in Notes, or no longer. */
  pin(conversationId: string, turnId: string, pinned: boolean): Promise<void>;
}

/** What a language model is writing, unchecked, by turn or round. */
export type Drafts = ReadonlyMap<string, Draft>;

export interface Draft {
  /** Whose words they are: in a focus group one voice follows another. */
  personaId: string;
  /** All of it so far. */
  text: string;
}
