/** The look of what stands on a page: system font, one accent, light and dark as the reader has it. */
export const SHELF_STYLE = `
:host { color-scheme: light dark; }
* { box-sizing: border-box; }
.voice { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.adder, .card {
  --ground: #ffffff; --ink: #1b1f24; --soft: #59616b; --line: #c9ced6; --wash: #eef1f6; --accent: #3b5bdb; --on-accent: #ffffff; --bad: #b3261e;
  position: fixed; max-width: min(340px, calc(100vw - 16px)); border: 1px solid var(--line); border-radius: 10px;
  background: var(--ground); color: var(--ink); box-shadow: 0 6px 24px #0004; font: 14px/1.4 system-ui, sans-serif;
  text-align: start; letter-spacing: normal; word-spacing: normal; text-transform: none; cursor: default; user-select: none;
}
@media (prefers-color-scheme: dark) {
  .adder, .card { --ground: #23272e; --ink: #eceef2; --soft: #a9b1bc; --line: #4a515c; --wash: #313741; --accent: #8ea6ff; --on-accent: #14171c; --bad: #ff9a92; }
}
[hidden] { display: none !important; }
button, input, textarea { font: inherit; color: inherit; letter-spacing: inherit; }
button { border: 1px solid transparent; border-radius: 7px; padding: 6px 9px; background: none; cursor: pointer; min-height: 32px; }
button:hover { background: var(--wash); }
button.main { background: var(--accent); color: var(--on-accent); font-weight: 600; }
:is(button, input, textarea, [role="option"]):focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.tools { display: flex; gap: 2px; padding: 4px; }
.tools button { white-space: nowrap; }
.form { display: grid; gap: 8px; padding: 10px; width: min(320px, calc(100vw - 18px)); max-height: min(430px, calc(100vh - 24px)); overflow-y: auto; }
.form label { display: grid; gap: 3px; color: var(--soft); font-size: 12.5px; }
.form :is(input, textarea) { width: 100%; border: 1px solid var(--line); border-radius: 7px; padding: 6px 8px; background: var(--ground); color: var(--ink); font-size: 14px; }
.form textarea { min-height: 62px; resize: vertical; }
.quote { margin: 0; max-height: 3.9em; overflow: hidden; padding-inline-start: 8px; border-inline-start: 3px solid var(--accent); color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
.codes { max-height: 168px; overflow-y: auto; border: 1px solid var(--line); border-radius: 7px; padding: 3px; }
.codes:empty { display: none; }
[role="option"] { display: flex; align-items: center; gap: 7px; border-radius: 5px; padding: 4px 6px; cursor: pointer; overflow-wrap: anywhere; }
[role="option"]:hover, [role="option"][data-active] { background: var(--wash); }
[role="option"][aria-selected="true"] { font-weight: 600; }
[role="option"][aria-selected="true"] .tick { visibility: visible; }
.tick { visibility: hidden; }
.dot { flex: none; width: 10px; height: 10px; border-radius: 50%; border: 1px solid var(--ground); outline: 1px solid var(--line); }
kbd { margin-inline-start: auto; border: 1px solid var(--line); border-radius: 4px; padding: 0 5px; color: var(--soft); font: 12px/1.4 ui-monospace, monospace; }
.row { display: flex; flex-wrap: wrap; gap: 6px; }
.problem { margin: 0; padding: 7px 10px; color: var(--bad); font-size: 13px; }
.form .problem { padding: 0; }
.card { padding: 10px 12px; width: min(300px, calc(100vw - 16px)); max-height: min(320px, calc(100vh - 24px)); overflow-y: auto; user-select: text; cursor: auto; }
.card p { margin: 0 0 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
.card hr { border: 0; border-top: 1px solid var(--line); margin: 8px 0; }
.margin { position: fixed; inset: 0 0 0 auto; width: 0; }
.margin button {
  position: absolute; inset-inline-end: 3px; min-width: 20px; min-height: 20px; height: 20px; padding: 0 5px; border: 1px solid #ffffff; border-radius: 10px;
  background: #3b5bdb; color: #ffffff; font: 600 11px/18px system-ui, sans-serif; box-shadow: 0 0 0 1px #0005; text-align: center;
}
.margin button:hover { background: #2f49b0; }
.margin button:focus-visible { outline: 3px solid #8ea6ff; outline-offset: 1px; }
@media (forced-colors: active) { .adder, .card, .margin button { border: 1px solid CanvasText; } }
`;
