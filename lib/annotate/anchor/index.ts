export { type Anchorable, type Anchored, anchor } from "./anchor";
export { describe } from "./describe";
export { type AnchorState, type KeptAnchors, keepAnchored } from "./keep-anchored";
export { type PageText, readPageText } from "./page-text";
export { passageAt, passageOf } from "./passage-of";
