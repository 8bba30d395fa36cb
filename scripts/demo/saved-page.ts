/** Shows a saved page under its own address, with its scripts off and without any network. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { BrowserContext } from "playwright-core";

/** The address a saved page says it has, or a made-up one that leads nowhere. */
export function addressOfSavedPage(html: string, file: string): string {
  const patterns = [
    /<link[^>]+rel=["']?canonical["']?[^>]+href=["']?([^"'\s>]+)/i,
    /<link[^>]+href=["']?([^"'\s>]+)["']?[^>]+rel=["']?canonical/i,
    /<meta[^>]+property=["']og:url["'][^>]+content=["']([^"']+)/i,
  ];
  const named = patterns.map((pattern) => html.match(pattern)?.[1]).find((url) => url && /^https?:\/\//.test(url));
  return named?.replaceAll("&amp;", "&") ?? `https://saved.invalid/${encodeURIComponent(basename(file))}`;
}

/**
 * Makes the browser answer the page's address from the file and everything else with nothing.
 * @returns the address to open
 * @throws Error in a sentence when the file cannot be read
 */
export async function routeSavedPage(context: BrowserContext, file: string): Promise<string> {
  const html = readSavedPage(file);
  const url = new URL(addressOfSavedPage(html, file)).href;
  const headers = { "content-security-policy": "script-src 'none'" };
  await context.route(/^https?:/, async (route) => {
    if (route.request().url() === url)
      await route.fulfill({ body: html, contentType: "text/html; charset=utf-8", headers });
    else await route.abort();
  });
  return url;
}

function readSavedPage(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`${file} cannot be read: give the path of a saved HTML page.`, { cause: error });
  }
}
