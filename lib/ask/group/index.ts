/** Focus groups, without any language model: order, reactions, split, summary, guide. */
export { suggestGuide } from "./guide";
export type { GroupEvidence } from "./matter";
export { speakingOrder } from "./order";
export { reactTo, type Voice } from "./reaction";
export { type Side, sideOfAnswer } from "./side";
export { splitOf } from "./split";
export { summarize } from "./summary";
