/** Colours of charts: those of the panel on screen, fixed light ones in files. */
export interface Palette {
  ink: string;
  soft: string;
  line: string;
  accent: string;
  ground: string;
  simulated: string;
  /** From the least to the most point. */
  points: readonly string[];
  /** Words on each of them. */
  onPoints: readonly string[];
}

export const ON_SCREEN: Palette = {
  ink: "var(--ink)",
  soft: "var(--soft)",
  line: "var(--line)",
  accent: "var(--accent)",
  ground: "var(--ground)",
  simulated: "var(--simulated)",
  points: ["var(--point-1)", "var(--point-2)", "var(--point-3)", "var(--point-4)", "var(--point-5)"],
  onPoints: ["var(--on-point-1)", "var(--on-point-2)", "var(--on-point-3)", "var(--on-point-4)", "var(--on-point-5)"],
};

/** Ground and words at 4.5:1 at least. */
export const IN_FILES: Palette = {
  ink: "#1b1f24",
  soft: "#57606c",
  line: "#e2e5ea",
  accent: "#3b5bdb",
  ground: "#ffffff",
  simulated: "#7048a8",
  points: ["#b04c08", "#eab98f", "#d5dae1", "#8fcbd3", "#0d6f7d"],
  onPoints: ["#ffffff", "#1b1f24", "#1b1f24", "#1b1f24", "#ffffff"],
};
