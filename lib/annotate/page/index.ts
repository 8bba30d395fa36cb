export { type NotesOnPage, type NotesOnPageParts, showNotes } from "./notes-on-page";
export { ADDER_TEXTS, type AdderText } from "./texts";
