import type { Theme } from "../../lib/domain";
import { themeTree } from "../../lib/report/theme-tree";

/** The themes of both levels as options of a select, parts under their whole. */
export function ThemeOptions({ themes, selected }: { themes: readonly Theme[]; selected?: string }) {
  return (
    <>
      {themeTree(themes).flatMap(({ theme, parts }) => [
        <option key={theme.id} value={theme.id} selected={theme.id === selected}>
          {theme.label}
        </option>,
        ...parts.map((part) => (
          <option key={part.id} value={part.id} selected={part.id === selected}>
            {`– ${part.label}`}
          </option>
        )),
      ])}
    </>
  );
}
