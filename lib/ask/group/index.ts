/** Focus groups, without any language model: order, reactions and what they are asked, split, summary, guide. */
export { type Agenda, agendaOf, type TopicProgress } from "./agenda";
export { suggestGuide } from "./guide";
export type { GroupEvidence } from "./matter";
export { speakingOrder } from "./order";
export { reactTo, type Voice } from "./reaction";
export { questionToReact } from "./reaction-question";
export { type Side, sideOfAnswer } from "./side";
export { splitOf } from "./split";
export { summarize } from "./summary";
