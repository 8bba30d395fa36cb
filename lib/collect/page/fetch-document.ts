/**
 * Gets a page of the same site as a person's click on the link would, and parses it without running anything.
 * @throws Error with a sentence when the site does not give it
 */
export async function fetchDocument(url: string, signal: AbortSignal): Promise<Document> {
  const response = await fetch(url, { signal, credentials: "same-origin", headers: { accept: "text/html" } });
  if (!response.ok) throw new Error(`the site answered ${response.status}.`);
  if (new URL(response.url || url).origin !== new URL(url).origin) throw new Error("the site led to another address.");
  return new DOMParser().parseFromString(await response.text(), "text/html");
}
