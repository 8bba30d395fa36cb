/** Goes to what is wrong, through folds that hide it. */
export function toField(id: string): void {
  const field = document.getElementById(id);
  for (let fold = field?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  field?.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}
