/** What the address of a server says by itself, before anything is sent there. */

/** `machine`: texts stay on this computer; `network`: they leave it. `open`: on their way everybody may read them. */
export interface ServerAddress {
  /** Name and port, as people read them. */
  host: string;
  reach: "machine" | "network";
  open: boolean;
}

/** @returns undefined when it is no web address */
export function readServerAddress(url: string): ServerAddress | undefined {
  const address = URL.canParse(url.trim()) ? new URL(url.trim()) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) return undefined;
  const reach = isLoopback(address.hostname) ? "machine" : "network";
  return { host: address.host, reach, open: reach === "network" && address.protocol === "http:" };
}

/** Names and numbers that always mean the own computer: RFC 6761 6.3, RFC 1122 3.2.1.3, RFC 4291 2.5.3. */
function isLoopback(hostname: string): boolean {
  return /^(?:(?:[^.]+\.)*localhost\.?|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
