/** Serves the sample shop on this machine, for the demo and for tests. Nothing in it asks another host for anything. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type ShopAnswer, shopAnswer } from "../../test/fixtures/shop/routes";

export interface Shop {
  /** Origin without a slash at its end: `http://127.0.0.1:40123`. */
  url: string;
  /** Stops serving and drops open connections. */
  close(): Promise<void>;
  /** Path and query of every request so far, in order. */
  requests: string[];
}

/**
 * @param options.port the port to use; a free one when absent
 * @throws when the port is taken
 */
export async function startShop(options: { port?: number } = {}): Promise<Shop> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const target = request.url ?? "/";
    requests.push(target);
    const { status, type, body } = answerTo(request.method, target, originOf(server));
    response.writeHead(status, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await listen(server, options.port ?? 0);
  return { url: originOf(server), close: () => close(server), requests };
}

function answerTo(method: string | undefined, target: string, origin: string): ShopAnswer {
  if (method === "GET" || method === "HEAD") return shopAnswer(target, origin);
  return { status: 405, type: "text/plain", body: "This shop can only be read." };
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
