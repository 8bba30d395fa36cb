import type { SiteRules } from "../site";
import { amazon } from "./amazon";
import { reddit } from "./reddit";
import { trustpilot } from "./trustpilot";

const SITES: SiteRules[] = [amazon, trustpilot, ...reddit];

/** A saved or local copy has no host that could tell its site. */
const PUBLIC_HOST = /[a-z0-9-]\.(?!invalid$|localhost$|local$|test$)[a-z]{2,}$/i;

/** Rules for a page, when its site needs any. A saved page without an address is known by its marks. */
export function siteOf(document: Document, url: string): SiteRules | undefined {
  const host = hostOf(url);
  return SITES.find((site) => (site.hosts.test(host) || !PUBLIC_HOST.test(host)) && document.querySelector(site.mark));
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return "";
  }
}
