/**
 * Matters that people review, whatever the product: names and the words that point to them, per language. Written by hand.
 * It names themes, joins languages, and hears what is meant but not said ("too expensive" is about the price).
 */
import type { AspectWords } from "./aspect-words";
import { BUYING_ASPECTS } from "./aspects-of-buying";
import { DEVICE_ASPECTS } from "./aspects-of-device";
import { PLACE_ASPECTS } from "./aspects-of-place";
import { PRODUCT_ASPECTS } from "./aspects-of-product";

/** By id; an id is never shown. */
export const ASPECTS: Record<string, AspectWords> = {
  ...BUYING_ASPECTS,
  ...PRODUCT_ASPECTS,
  ...DEVICE_ASPECTS,
  ...PLACE_ASPECTS,
};
