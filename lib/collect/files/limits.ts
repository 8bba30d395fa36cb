/** Limits that are told to people: larger files (bytes, or characters of a text) and longer tables are not read. */
export const LARGEST_FILE = 100_000_000;
export const MOST_ROWS = 200_000;
