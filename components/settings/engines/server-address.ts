/** What the address of a server says by itself, before anything is sent there. */
import { hostOf, normaliseServerUrl, reachOf } from "../../../lib/models/generators/server/address";

/** `machine`: texts stay on this computer; `network`: they leave it. `open`: on their way everybody may read them. */
export interface ServerAddress {
  /** Up to and including the version, as requests begin. */
  url: string;
  /** Name and port, as people read them. */
  host: string;
  reach: "machine" | "network";
  open: boolean;
}

/** @returns undefined when it is no address of a server */
export function readServerAddress(text: string): ServerAddress | undefined {
  try {
    const url = normaliseServerUrl(text);
    const reach = reachOf(url);
    return { url, host: hostOf(url), reach, open: reach === "network" && url.startsWith("http:") };
  } catch {
    return undefined;
  }
}
