/** The address of a server as people write it, and what it says by itself. */
import { Problem } from "../../../domain";

/** What people copy from a manual behind the base address. */
const ENDPOINTS = /\/(?:chat\/completions|completions|models|embeddings)$/;
const SCHEME = /^[a-z][a-z\d+.-]*:\/\//i;
/** Names and numbers that mean this machine or one in the same house: RFC 1918, RFC 6761, RFC 6762, RFC 4291. */
const NEAR =
  /^(?:[^.:]+|(?:[^.]+\.)*local(?:host)?|10(?:\.\d{1,3}){3}|127(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}|\[(?:::1|f[cd][^\]]*|fe80[^\]]*)\])$/i;
const LOOPBACK = /^(?:(?:[^.]+\.)*localhost\.?|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Base address up to and including the version: `localhost:11434` → `http://localhost:11434/v1`. A path that is given stays.
 * @throws Problem server_address when it is no web address, or carries a name and password
 */
export function normaliseServerUrl(text: string): string {
  const written = text.trim();
  const url = parse(written);
  if (!url) throw wrongAddress(written, written === "" ? "empty" : "other");
  if (url.username || url.password) throw wrongAddress(url.host, "password");
  let path = url.pathname.replace(/\/+$/, "");
  path = path.replace(ENDPOINTS, "").replace(/\/+$/, "");
  return `${url.origin}${path || "/v1"}`;
}

/** `http` only where nobody else listens on the way, unless a scheme was written. */
function parse(written: string): URL | undefined {
  if (SCHEME.test(written)) return asWebAddress(written);
  const url = asWebAddress(`https://${written}`);
  return url && NEAR.test(url.hostname) ? asWebAddress(`http://${written}`) : url;
}

function asWebAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.hostname !== "" ? url : undefined;
}

/** `machine`: loopback only, so that texts stay here; `network`: anything else. */
export function reachOf(url: string): "machine" | "network" {
  return LOOPBACK.test(new URL(url).hostname) ? "machine" : "network";
}

/** Name and port, as sentences say it. */
export function hostOf(url: string): string {
  return new URL(url).host;
}

const REASONS = {
  empty: "There is no address. Write where the server is, such as localhost:11434.",
  password: "Leave name and password out of the address and put the key into its own field.",
  other: "This is no address of a server. Write it like localhost:11434 or https://example.org/v1.",
};

function wrongAddress(name: string, other: keyof typeof REASONS): Problem {
  return new Problem("server_address", REASONS[other], { name: name.slice(0, 200), other });
}
