/** Which rules fit a page. */
import type { SiteRules } from "../site";
import { isHost } from "./host";
import { places } from "./places";
import { reddit } from "./reddit";
import { shops } from "./shops";

const KNOWN: readonly SiteRules[] = [...shops, ...reddit, ...places];
/** Rules with hosts come before those of widgets and engines, which may stand on any page. */
export const SITES: readonly SiteRules[] = [
  ...KNOWN.filter(({ hosts }) => hosts),
  ...KNOWN.filter(({ hosts }) => !hosts),
];

/** A saved or local copy has no host that could tell its site. */
const PUBLIC_HOST = /[a-z0-9-]\.(?!invalid$|localhost$|local$|test$)[a-z]{2,}$/i;

/**
 * Rules for a page, when its site needs any: those a person made for it first. A saved page without an address is
 * known by its marks, and so is a widget on any site.
 * @param roots where marks are looked for: widgets may stand in a shadow root or a frame
 */
export function siteOf(
  document: Document,
  url: string,
  own: readonly SiteRules[] = [],
  roots: readonly ParentNode[] = [document],
): SiteRules | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  const isSaved = !PUBLIC_HOST.test(host);
  return [...own, ...SITES].find(
    ({ hosts, mark }) =>
      (!hosts || isSaved || hosts.some((pattern) => isHost(host, pattern))) &&
      roots.some((root) => root.querySelector(mark)),
  );
}
