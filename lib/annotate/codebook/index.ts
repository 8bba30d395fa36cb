export { CODE_COLOURS, colourOf, isColour, nextColour } from "./colours";
export { cleanName, inVivoName, NAME_LIMIT, sameName, shortcutOf } from "./names";
export {
  cycleIn,
  ordered,
  type PlacedCode,
  partsOf,
  pathOf,
  placesAfter,
  type TreeCode,
  withParts,
  wouldCycle,
} from "./tree";
