import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Theme } from "../../lib/domain";
import { type ThemeNode, themeTree } from "../../lib/report/theme-tree";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { useSettledOrder } from "./settled-order";
import { ThemeBranch } from "./ThemeBranch";

/** Rows shown before somebody asks for more. */
const FIRST = 8;

/** What people talk about, most frequent first, the named rest last; to be changed by hand on request. */
export function ThemeList({
  themes,
  understood,
  settled,
  links,
}: {
  themes: readonly Theme[];
  understood: number;
  /** Nothing is being understood: the figures stand. */
  settled: boolean;
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  const [all, setAll] = useState(false);
  const [editing, setEditing] = useState(false);
  const tree = useMemo(() => themeTree(themes), [themes]);
  const ordered = useSettledOrder(tree, idOf, settled);
  const { done, onFocusIn } = useKeptFocus(editing);
  const scale = Math.max(1, ...themes.flatMap((theme) => [theme.positive, theme.negative]));
  return (
    <section>
      <h2>
        <span>
          {phrase("themes")} {themes.length > 0 && <span class="hint">{phrase("themesHint")}</span>}
        </span>
        {themes.length > 0 && (
          <button type="button" class="link" ref={done} aria-pressed={editing} onClick={() => setEditing(!editing)}>
            {phrase(editing ? "editThemesDone" : "editThemes")}
          </button>
        )}
      </h2>
      {themes.length === 0 && <p class="soft">{phrase(understood > 0 ? "themesFew" : "themesWaiting")}</p>}
      {editing && <EditingHint onUndo={links.undoThemes} />}
      <ul class="themes" onFocusIn={onFocusIn}>
        {shownOf(ordered, all).map((node) => (
          <ThemeBranch key={idOf(node)} node={node} themes={themes} scale={scale} editing={editing} links={links} />
        ))}
      </ul>
      {tree.length > FIRST && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? phrase("fewer") : phrase("moreThemes", { count: tree.length - FIRST })}
        </button>
      )}
    </section>
  );
}

function idOf({ theme }: ThemeNode): string {
  return theme.id;
}

/** The first rows; the rest of what is said is never the one left out. */
function shownOf(tree: readonly ThemeNode[], all: boolean): readonly ThemeNode[] {
  if (all || tree.length <= FIRST) return tree;
  const rest = tree.find(({ theme }) => theme.rest);
  const first = tree.filter((node) => node !== rest);
  return rest ? [...first.slice(0, FIRST - 1), rest] : first.slice(0, FIRST);
}

function EditingHint({ onUndo }: { onUndo: () => void }) {
  const { phrase } = useTexts();
  return (
    <p class="editing-hint sub">
      {phrase("editThemesHow")}{" "}
      <button type="button" class="link" onClick={onUndo}>
        {phrase("undoLast")}
      </button>
    </p>
  );
}

/** A theme that is merged takes the focus with it: the button that ends the editing takes it over. */
function useKeptFocus(editing: boolean) {
  const done = useRef<HTMLButtonElement>(null);
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!editing || !focused.current || focused.current.isConnected) return;
    focused.current = null;
    if (document.activeElement === document.body) done.current?.focus({ preventScroll: true });
  });
  return {
    done,
    onFocusIn: (event: FocusEvent) => {
      focused.current = event.target instanceof Element ? event.target : null;
    },
  };
}
