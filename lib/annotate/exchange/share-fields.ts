export { cleanName } from "../codebook/names";

export function isColourText(value: unknown): value is string {
  return typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value);
}
