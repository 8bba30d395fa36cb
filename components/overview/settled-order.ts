import { useRef } from "preact/hooks";

/**
 * Keeps rows where people first saw them while their figures still change: new rows join at the end, and only when all is settled they
 * are sorted anew. What is being read does not move under the eyes.
 * @param items in the order they should have
 */
export function useSettledOrder<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  settled: boolean,
): readonly Item[] {
  const seen = useRef<readonly string[]>([]);
  const places = new Map(seen.current.map((key, index) => [key, index]));
  const place = (item: Item) => places.get(keyOf(item)) ?? places.size;
  const ordered = settled ? items : [...items].sort((a, b) => place(a) - place(b));
  seen.current = ordered.map(keyOf);
  return ordered;
}
