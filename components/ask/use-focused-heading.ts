import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/** @returns the heading of what was just opened: the keyboard begins there, and screen readers say what it is */
export function useFocusedHeading(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return heading;
}
