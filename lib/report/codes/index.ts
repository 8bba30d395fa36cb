export { type CodedPassage, type CodeUse, type Coding, type CodingParts, codingOf, overlaps, usesOf } from "./coding";
export { type CrossCell, type CrossColumn, type CrossRow, type Crosstab, crosstabOf, FEW, LEVEL } from "./crosstab";
export { DIMENSIONS, type Dimension, UNKNOWN } from "./dimensions";
export {
  contextOf,
  PASSAGE_ORDERS,
  type PassageContext,
  type PassageOrder,
  type PassageQuestion,
  retrieve,
} from "./retrieve";
export { NEARNESS, type Nearness, type Together, type TogetherCell, togetherOf } from "./together";
