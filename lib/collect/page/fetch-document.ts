import type { Failure } from "../more/journey";

/**
 * Gets a page of the same site as a person's click on the link would, and parses it without running anything.
 * @returns the page, or why there is none
 * @throws the reason of `signal`
 */
export async function fetchDocument(url: string, signal: AbortSignal): Promise<Document | Failure> {
  try {
    const response = await fetch(url, { signal, credentials: "same-origin", headers: { accept: "text/html" } });
    const { ok, status, headers } = response;
    if (!ok)
      return { status, retryAfter: headers.get("retry-after") ?? undefined, why: `the site answered ${status}.` };
    if (new URL(response.url || url).origin !== new URL(url).origin)
      return { status: 404, why: "the site led to another address." };
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch (error) {
    signal.throwIfAborted();
    return { why: error instanceof Error ? error.message : String(error) };
  }
}
