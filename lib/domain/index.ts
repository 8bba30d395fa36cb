/**
 * What Earshot talks about. Plain data, structured-clone safe, no behaviour; this room imports nothing but itself.
 * Offsets are UTF-16 positions in `Review.body`: `body.slice(start, end)` is the quoted text, always.
 */
export * from "./asked";
export * from "./code";
export * from "./marks";
export * from "./problem";
export * from "./review";
export * from "./sentiment";
export * from "./subject";
export * from "./theme";
export * from "./understood";
