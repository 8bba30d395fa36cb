import { useEffect, useRef, useState } from "preact/hooks";
import type { Theme, ThemeEdit } from "../../lib/domain";
import { useTexts } from "../texts";
import { MergeTheme, RenameTheme } from "./ThemeForms";

/** What can be changed about one theme. */
export function ThemeTools({
  theme,
  themes,
  hasParts,
  onEdit,
}: {
  theme: Theme;
  themes: readonly Theme[];
  hasParts: boolean;
  onEdit: (edit: ThemeEdit) => void;
}) {
  const { phrase } = useTexts();
  const [asking, setAsking] = useState<"rename" | "merge">();
  const { from, remember } = useWayBack(asking !== undefined);
  const close = () => setAsking(undefined);
  // a theme cannot go into itself, nor into its own part
  const targets = themes.filter((other) => other.id !== theme.id && other.parentId !== theme.id);
  const tool = (words: string, onPress: (event: MouseEvent & { currentTarget: HTMLElement }) => void) => (
    <button type="button" class="small" aria-label={`${words}: ${theme.label}`} onClick={onPress}>
      {words}
    </button>
  );
  if (asking === "rename") {
    return (
      <RenameTheme
        label={theme.label}
        onName={(label) => {
          close();
          if (label && label !== theme.label) onEdit({ kind: "rename", themeId: theme.id, label });
        }}
      />
    );
  }
  if (asking === "merge") {
    return (
      <MergeTheme
        label={theme.label}
        targets={targets}
        onTarget={(into) => {
          close();
          if (into) onEdit({ kind: "merge", themeId: theme.id, into });
        }}
      />
    );
  }
  return (
    <p class="theme-tools" ref={from}>
      {tool(phrase("rename"), (event) => {
        remember(event.currentTarget);
        setAsking("rename");
      })}
      {targets.length > 0 &&
        tool(phrase("mergeInto"), (event) => {
          remember(event.currentTarget);
          setAsking("merge");
        })}
      {hasParts && tool(phrase("split"), () => onEdit({ kind: "split", themeId: theme.id }))}
      {tool(phrase(theme.pinned ? "unpin" : "pin"), () =>
        onEdit({ kind: "pin", themeId: theme.id, pinned: !theme.pinned }),
      )}
    </p>
  );
}

/** A form takes the place of the buttons; when it goes, the focus returns to the button that brought it. */
function useWayBack(isOpen: boolean) {
  const from = useRef<HTMLParagraphElement>(null);
  const index = useRef(0);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen) from.current?.querySelectorAll("button")[index.current]?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return {
    from,
    remember: (button: HTMLElement) => {
      index.current = [...(from.current?.children ?? [])].indexOf(button);
    },
  };
}
