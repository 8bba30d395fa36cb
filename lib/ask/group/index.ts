/** Focus groups: rounds, order, reactions and what they are asked, split, summary, guide. */
export { type Agenda, agendaOf, type TopicProgress } from "./agenda";
export { suggestGuide } from "./guide";
export { holdRound, type OpenRound } from "./hold-round";
export type { GroupEvidence } from "./matter";
export { speakingOrder } from "./order";
export type { VoiceParts } from "./reacting";
export { reactTo, type Voice } from "./reaction";
export { questionToReact } from "./reaction-question";
export { type Side, sideOfAnswer } from "./side";
export { splitOf } from "./split";
export { summarize } from "./summary";
