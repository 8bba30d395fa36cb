/** Which rules fit a page. */
import type { SiteRules } from "../site";
import { amazon } from "./amazon";
import { isHost } from "./host";
import { places } from "./places";
import { reddit } from "./reddit";
import { trustpilot } from "./trustpilot";

export const SITES: readonly SiteRules[] = [amazon, trustpilot, ...reddit, ...places];

/** A saved or local copy has no host that could tell its site. */
const PUBLIC_HOST = /[a-z0-9-]\.(?!invalid$|localhost$|local$|test$)[a-z]{2,}$/i;

/**
 * Rules for a page, when its site needs any: those a person made for it first. A saved page without an address is
 * known by its marks, and so is a widget on any site.
 */
export function siteOf(document: Document, url: string, own: readonly SiteRules[] = []): SiteRules | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  const isSaved = !PUBLIC_HOST.test(host);
  return [...own, ...SITES].find(
    ({ hosts, mark }) =>
      (!hosts || isSaved || hosts.some((pattern) => isHost(host, pattern))) && document.querySelector(mark),
  );
}
