export { type CodedPassage, type CodeUse, type Coding, type CodingParts, codingOf, overlaps, usesOf } from "./coding";
export { type CrossCell, type CrossColumn, type CrossRow, type Crosstab, crosstabOf, FEW, LEVEL } from "./crosstab";
export { toCsv } from "./csv";
export { DIMENSIONS, type Dimension, UNKNOWN } from "./dimensions";
export { type DocumentHead, documentLines, toDocument } from "./document";
export {
  contextOf,
  PASSAGE_ORDERS,
  type PassageContext,
  type PassageOrder,
  type PassageQuestion,
  retrieve,
} from "./retrieve";
export {
  type CodingMasks,
  type CodingTable,
  codebookTable,
  crossTable,
  passageTable,
  type TableTexts,
  togetherTable,
  UNMASKED,
} from "./tables";
export { NEARNESS, type Nearness, type Together, type TogetherCell, togetherOf } from "./together";
export { toWorkbook } from "./workbook";
