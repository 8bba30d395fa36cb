/** What can stand between the cells of a line. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;
