/** Enter in one of many fields runs nothing: a survey is asked, and a scale kept, by its button. */
export function holdEnter(event: KeyboardEvent): void {
  const { target, key } = event;
  if (key === "Enter" && target instanceof HTMLInputElement && target.type !== "file") event.preventDefault();
}
