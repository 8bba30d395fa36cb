import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext, useLayoutEffect, useRef } from "preact/hooks";
import { useTexts } from "../texts";

/** Whether something was opened within the place: who only comes to the place stays at its tab. */
export const OpenedContext = createContext(false);

/** The heading of what was opened, where the keyboard begins, and the way back to the list. */
export function PlaceHead({
  title,
  back = "testAll",
  onBack,
  children,
}: {
  title: string;
  /** Key of the text that says where back leads. */
  back?: "testAll" | "testScalesAll";
  onBack: () => void;
  children?: ComponentChildren;
}) {
  const { phrase } = useTexts();
  const opened = useContext(OpenedContext);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (!opened) return;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);
  return (
    <section class="test-head">
      <button type="button" class="link" onClick={onBack}>
        {phrase(back)}
      </button>
      <h2 ref={heading} tabIndex={-1} dir="auto">
        {title}
      </h2>
      {children}
    </section>
  );
}
