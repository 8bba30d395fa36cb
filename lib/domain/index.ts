/**
 * What Earshot talks about. Plain data, structured-clone safe, no behaviour; this room imports nothing but itself.
 * Offsets are UTF-16 positions in `Review.body`: `body.slice(start, end)` is the quoted text, always.
 */
export * from "./annotation";
export * from "./answer";
export * from "./code";
export * from "./conversation";
export * from "./fidelity";
export * from "./marks";
export * from "./notebook";
export * from "./persona";
export * from "./problem";
export * from "./review";
export * from "./scale";
export * from "./second-coding";
export * from "./segment";
export * from "./sentiment";
export * from "./subject";
export * from "./survey";
export * from "./survey-results";
export * from "./survey-run";
export * from "./theme";
export * from "./understood";
