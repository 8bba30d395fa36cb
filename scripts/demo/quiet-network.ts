/**
 * A proxy that lets nothing through and remembers who knocked. Every request of the browser goes to it, except to the
 * addresses of this machine, so an empty list proves that nothing left.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface QuietNetwork {
  /** Value for Chromium's `--proxy-server`. */
  address: string;
  /** Hosts and addresses that a page or the extension tried to reach. */
  attempts: string[];
  /** What the browser itself asked its maker for (updates, account, form filling); no extension can stop that. */
  browserOwn: string[];
  close(): void;
}

/** Services that Chromium and Edge call on their own account. Nothing of Earshot names any of them. */
const BROWSER_SERVICES =
  /^(?:https?:\/\/)?(?:(?:update|content-autofill|optimizationguide-pa|safebrowsing|android\.clients|clients\d?|accounts|www|edgedl|redirector|edge|config\.edge|nav-edge\.smartscreen|ntp)\.)+(?:googleapis|google|gvt1|microsoft|msn)\.com[:/]/;

/** Starts the proxy on a free port of this machine. */
export async function startQuietNetwork(): Promise<QuietNetwork> {
  const attempts: string[] = [];
  const browserOwn: string[] = [];
  const note = (address = "") => (BROWSER_SERVICES.test(address) ? browserOwn : attempts).push(address);
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    note(request.url);
    socket.on("error", () => undefined); // a browser that is killed breaks off its calls
    socket.end("HTTP/1.1 502 Nothing leaves\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, attempts, browserOwn, close: () => server.close() };
}
