/** Selectors of others, in the shapes of the model and in Hypothesis' own. */
import type { PointSelector, Selector } from "../../domain";
import { fieldsOf, listOf, textOf } from "./reading";

const MOST = 20;
const LONGEST = 20_000;
const LONGEST_AROUND = 500;

/** @returns those that can be used; the others are passed over, since one good selector is enough */
export function readSelectors(value: unknown): Selector[] {
  return listOf(value).slice(0, MOST).flatMap(readSelector);
}

function readSelector(value: unknown): Selector[] {
  const fields = fieldsOf(value);
  switch (fields.type) {
    case "TextQuoteSelector": {
      const exact = textOf(fields.exact, LONGEST);
      const prefix = textOf(fields.prefix, LONGEST).slice(-LONGEST_AROUND);
      const suffix = textOf(fields.suffix, LONGEST_AROUND);
      return exact.trim() === "" ? [] : [{ type: "TextQuoteSelector", exact, prefix, suffix }];
    }
    case "TextPositionSelector": {
      const [start, end] = [positionOf(fields.start), positionOf(fields.end)];
      return start === undefined || end === undefined || start >= end
        ? []
        : [{ type: "TextPositionSelector", start, end }];
    }
    case "RangeSelector":
      return readRange(fields);
    case "CssSelector": {
      const css = textOf(fields.value, 4_000);
      return css ? [{ type: "CssSelector", value: css }] : [];
    }
    case "FragmentSelector": {
      const name = textOf(fields.value, 1_000);
      return name ? [{ type: "FragmentSelector", value: name, conformsTo: textOf(fields.conformsTo, 300) }] : [];
    }
    default:
      return [];
  }
}

function readRange(fields: ReturnType<typeof fieldsOf>): Selector[] {
  const start = readPoint(fields.startSelector) ?? hypothesisPoint(fields.startContainer, fields.startOffset);
  const end = readPoint(fields.endSelector) ?? hypothesisPoint(fields.endContainer, fields.endOffset);
  return start && end ? [{ type: "RangeSelector", startSelector: start, endSelector: end }] : [];
}

function readPoint(value: unknown): PointSelector | undefined {
  const fields = fieldsOf(value);
  const path = textOf(fields.value, 4_000);
  const refined = fieldsOf(fields.refinedBy);
  const at = positionOf(refined.start) ?? 0;
  if (fields.type !== "XPathSelector" || !path) return undefined;
  return { type: "XPathSelector", value: path, refinedBy: { type: "TextPositionSelector", start: at, end: at } };
}

/** Hypothesis writes the container and the offset in its text apart (https://web.hypothes.is/blog/fuzzy-anchoring/). */
function hypothesisPoint(container: unknown, offset: unknown): PointSelector | undefined {
  const path = textOf(container, 4_000);
  const at = positionOf(offset);
  if (!path || at === undefined) return undefined;
  return { type: "XPathSelector", value: path, refinedBy: { type: "TextPositionSelector", start: at, end: at } };
}

function positionOf(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}
