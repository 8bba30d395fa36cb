/** Addresses of GGUF files as people paste them. */
import { Problem } from "../../domain";

export interface ModelAddress {
  url: string;
  title: string;
  /** The revision a hub's address names, such as a commit or `main`. */
  revision?: string;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const PART = /-\d{5}-of-\d{5}\.gguf$/i;

/**
 * Takes the address of a file, and the address of a hub's page about a file (`…/blob/…`), which becomes that of the file.
 * @throws Problem model_address: no https (http only for this machine), no `.gguf` at its end, a part of a split model, a password in it
 */
export function readModelAddress(text: string): ModelAddress {
  const address = text.trim();
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const safe = url && (url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.test(url.hostname)));
  const plain = url && !url.username && !url.password;
  const single = url && /\.gguf$/i.test(url.pathname) && !PART.test(url.pathname);
  if (!url || !safe || !plain || !single) {
    const message =
      "This is no address of a model. It begins with https:// and ends with .gguf; models in several parts cannot be used.";
    throw new Problem("model_address", message, { name: address.slice(0, 200) });
  }
  url.hash = "";
  url.pathname = url.pathname.replace(/^(\/[^/]+\/[^/]+)\/blob\//, "$1/resolve/");
  const revision = /\/resolve\/([^/]+)\//.exec(url.pathname)?.[1];
  const name = decode(url.pathname.slice(url.pathname.lastIndexOf("/") + 1));
  return { url: url.href, title: name.replace(/\.gguf$/i, ""), ...(revision && { revision: decode(revision) }) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
