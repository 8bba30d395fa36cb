/**
 * A proxy that lets nothing through and remembers who knocked. Every request of the browser goes to it, except to the
 * addresses of this machine, so an empty list proves that nothing left.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface QuietNetwork {
  /** Value for Chromium's `--proxy-server`. */
  address: string;
  /** Hosts and addresses that something tried to reach. */
  attempts: string[];
  close(): void;
}

/** Starts the proxy on a free port of this machine. */
export async function startQuietNetwork(): Promise<QuietNetwork> {
  const attempts: string[] = [];
  const server = createServer((request, response) => {
    attempts.push(request.url ?? "");
    response.writeHead(502).end();
  });
  server.on("connect", (request, socket) => {
    attempts.push(request.url ?? "");
    socket.end("HTTP/1.1 502 Nothing leaves\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, attempts, close: () => server.close() };
}
