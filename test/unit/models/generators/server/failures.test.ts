import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Problem } from "../../../../../lib/domain";
import { openServer } from "../../../../../lib/models/generators/server/generator";
import { serverModels } from "../../../../../lib/models/generators/server/models";
import {
  event,
  type FaultyServer,
  piece,
  type Reply,
  saying,
  startFaultyServer,
} from "../../../../fixtures/servers/faulty-server";

const KEY = "sesame-0123456789";
const PATIENCE = { first: 300, silence: 200, retry: 500, loading: 300, pause: 20 };

let server: FaultyServer;
beforeEach(async () => {
  server = await startFaultyServer(() => {});
});
afterEach(() => server.close());

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw error ?? new Error("Nothing went wrong.");
}

function asking(url = server.url) {
  const messages = [{ role: "user", content: "Hello?" } as const];
  const generator = openServer({ url, model: "wren", key: KEY, patience: PATIENCE });
  return problemOf(generator.generate({ messages, maxTokens: 8, temperature: 0, seed: 1 }));
}

const html: Reply = (response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.end("<!doctype html><title>Sign in</title>");
};
const cut: Reply = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(event(piece("It ")), () => response.destroy());
};
const ended: Reply = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.end(event(piece("It ")));
};
const halfway: Reply = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.end(`${event(piece("It "))}data: {"choices":[{"del`);
};
const hanging: Reply = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(event(piece("It ")));
};
const garbled: Reply = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.end(`${event(piece("It "))}data: {"choices":[{"del\n\n${event("[DONE]")}`);
};
const wrongType: Reply = (response) => {
  response.writeHead(200, { "content-type": "application/octet-stream" });
  response.end(Buffer.from([0xff, 0xd8, 0xff]));
};
const failing: Reply = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.end(`${event(piece("It "))}${event({ error: { message: "CUDA error: out of memory" } })}`);
};
const endless: Reply = (response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const more = () => {
    while (!response.destroyed && response.write(`data: ${"x".repeat(1 << 16)}`));
  };
  response.on("drain", more);
  more();
};
const redirect: Reply = (response) => {
  response.writeHead(307, { location: "http://127.0.0.1:9/v1/chat/completions" });
  response.end();
};

describe("a server that fails", () => {
  it.each<[string, Reply, string, string | undefined]>([
    ["wants a key or another", saying(401, { error: { message: "Incorrect API key" } }), "server_key", "wrong"],
    ["refuses extensions", saying(403, {}), "server_forbidden", "refused"],
    ["does not have the model", saying(404, { error: { message: "model 'wren' not found" } }), "server_model", "wren"],
    ["knows no such path", saying(404, "404 page not found"), "server_unreadable", "path"],
    ["has a fault of its own", saying(500, { error: { message: "boom" } }), "server_failed", "other"],
    ["takes no more requests", saying(429, {}), "server_busy", "limit"],
    ["takes none for an hour", saying(429, {}, { "retry-after": "3600" }), "server_busy", "limit"],
    ["is loading its model", saying(503, { error: { message: "Loading model" } }), "server_busy", "loading"],
    ["shows a page to sign in", html, "server_unreadable", "html"],
    ["answers with bytes", wrongType, "server_unreadable", "other"],
    ["breaks the connection", cut, "server_cut", "other"],
    ["ends without an end", ended, "server_cut", "other"],
    ["ends within an event", halfway, "server_cut", "other"],
    ["falls silent", hanging, "server_cut", "silence"],
    ["never begins", () => {}, "server_unreachable", "silent"],
    ["garbles an event", garbled, "server_unreadable", "other"],
    ["fails in the middle", failing, "server_failed", "other"],
    ["never ends an event", endless, "server_unreadable", "large"],
    ["sends elsewhere", redirect, "server_failed", "redirect"],
    [
      "has too small a context",
      saying(400, {
        error: { type: "exceed_context_size_error", message: "the request exceeds the available context size" },
      }),
      "context_full",
      undefined,
    ],
  ])("because it %s is told so", async (_, reply, code, other) => {
    server.reply = reply;
    const problem = await asking();
    expect(problem).toMatchObject({ code, values: { name: `127.0.0.1:${server.port}` } });
    if (other) expect(problem.values.other).toBe(other);
    expect(problem.message).toMatch(/[.:]/);
  });

  it("because nobody is there is told so, with the cause", async () => {
    const { url } = server;
    await server.close();
    const problem = await asking(url);
    expect(problem).toMatchObject({ code: "server_unreachable" });
    expect(problem.message).toContain("ECONNREFUSED");
    server = await startFaultyServer(() => {});
  });

  it("never gets its key into what is told, though it repeats it", async () => {
    for (const status of [400, 401, 403, 404, 422, 500]) {
      server.reply = saying(status, { error: { message: `Incorrect API key provided: ${KEY}` } });
      const problem = await asking();
      expect(JSON.stringify([problem.message, problem.values, String(problem.cause)])).not.toContain(KEY);
    }
  });

  it("is waited for once when it is busy for a moment", async () => {
    let asked = 0;
    server.reply = (response, received) => {
      asked += 1;
      if (asked === 1)
        return saying(503, { error: { message: "Loading model" } }, { "retry-after": "0" })(response, received);
      return saying(200, { choices: [{ message: { content: "Here." }, finish_reason: "stop" }] })(response, received);
    };
    const generator = openServer({ url: server.url, model: "wren", patience: PATIENCE });
    const answer = await generator.generate({ messages: [], maxTokens: 8, temperature: 0, seed: 1 });
    expect(answer.text).toBe("Here.");
  });
});

describe("a connection that was kept, and closed meanwhile", () => {
  const messages = [{ role: "user", content: "Hello?" } as const];
  const request = { messages, maxTokens: 8, temperature: 0, seed: 1 };
  const closed = () => new TypeError("fetch failed", { cause: Object.assign(new Error(), { code: "UND_ERR_SOCKET" }) });

  it("is no failure of the server: the same is asked once more, and only once", async () => {
    let asked = 0;
    const failing = (times: number) => async () => {
      asked += 1;
      if (asked <= times) throw closed();
      return new Response(`${event(piece("Hello."))}${event("[DONE]")}`, {
        headers: { "content-type": "text/event-stream" },
      });
    };
    const open = (times: number) =>
      openServer({ url: server.url, model: "wren", patience: PATIENCE, fetch: failing(times) });
    expect((await open(1).generate(request)).text).toBe("Hello.");
    asked = 0;
    expect((await problemOf(open(9).generate(request))).code).toBe("server_unreachable");
  });
});

describe("the models of a server", () => {
  const list = () => serverModels({ url: server.url, key: KEY, patience: PATIENCE });

  it("are named once each, as OpenAI or Ollama says it", async () => {
    server.reply = saying(200, { data: [{ id: "wren" }, { id: "heron" }, { id: "wren" }, { id: 7 }, null] });
    expect(await list()).toEqual(["wren", "heron"]);
    server.reply = saying(200, { models: [{ name: "gull" }] });
    expect(await list()).toEqual(["gull"]);
    server.reply = saying(200, { object: "list", data: null });
    expect(await list()).toEqual([]);
  });

  it.each<[string, Reply, string]>([
    ["a page", html, "server_unreadable"],
    ["no list", saying(200, { hello: "world" }), "server_unreadable"],
    ["no JSON", wrongType, "server_unreadable"],
    ["a wrong key", saying(401, {}), "server_key"],
    ["nothing", () => {}, "server_unreachable"],
  ])("that come as %s are told", async (_, reply, code) => {
    server.reply = reply;
    expect(await problemOf(list())).toMatchObject({ code });
  });
});
