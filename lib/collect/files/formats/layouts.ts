/** How a text is cut into reviews; `whole`: it is a single one. */
export const LAYOUTS = ["table", "cards", "paragraphs", "lines", "whole"] as const;
export type Layout = (typeof LAYOUTS)[number];
