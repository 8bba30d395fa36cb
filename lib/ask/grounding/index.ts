/** Answers that a language model writes and the reviews decide on: passages, prompt, reading, checking, in this order. */
export { answeredWithout, groundedAnswer, mayBeWritten, type Written } from "./grounded-answer";
export { type Passage, passagesFor } from "./passages";
export { type Prompt, type PromptSource, promptFor } from "./prompt";
export { type PassageBudget, passageBudget } from "./sizes";
export { readStatements, type StatementDraft } from "./statements";
export { type StatementReading, verifyStatements } from "./support";
