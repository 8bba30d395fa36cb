/** How far to believe a panel: what its words foretell, held against the stars of people who were kept away. */
export { FEWEST_LEARNT_FROM, learnMap } from "./calibration";
export { FEWEST_PEOPLE, FEWEST_PRODUCTS, libraryFidelity, type RatedProduct } from "./library";
export { ksSimilarity, pearson, sharesOf } from "./measures";
export { halves, type RatedPerson, starsOf } from "./people";
export { FEWEST_CHECKED, type FidelityOptions, fidelityOf, halvesAgree } from "./product";
