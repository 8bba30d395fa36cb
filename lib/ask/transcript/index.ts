/** Transcripts of interviews and focus groups, to be taken along. */
export { groupTranscript, interviewTranscript } from "./compose";
export type { TranscriptDocument, TranscriptParts } from "./document";
export { toDocx } from "./docx";
export { toJson } from "./json";
export { toMarkdown } from "./markdown";
export { answerText, toPlainText } from "./plain-text";
