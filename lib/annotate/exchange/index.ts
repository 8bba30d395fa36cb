export type { Read } from "./gathering";
export { fromHypothesis, isHypothesis } from "./hypothesis";
export { fromJsonLd, isJsonLd, toJsonLd } from "./json-ld";
export { toMarkdown } from "./markdown";
export { mergePlan } from "./merge-plan";
export { problemsOf } from "./model";
export { LARGEST_FILE, type ReadFile, readNotebookFile } from "./read-file";
export { fromShareFile, isShareFile, toShareFile } from "./share-file";
