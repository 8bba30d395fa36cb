/**
 * Whether a host name belongs to a pattern: itself or below it; `amazon.*` stands for every country's ending
 * of one or two parts ("amazon.de", "www.amazon.co.uk").
 */
export function isHost(host: string, pattern: string): boolean {
  const name = host.toLowerCase();
  if (!pattern.endsWith(".*")) return name === pattern || name.endsWith(`.${pattern}`);
  const parts = name.split(".");
  const stem = pattern.slice(0, -2).split(".");
  return [1, 2].some((ending) => {
    const before = parts.slice(0, -ending);
    return before.length >= stem.length && stem.every((part, index) => before.at(index - stem.length) === part);
  });
}
