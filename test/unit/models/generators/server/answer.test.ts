import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GenerationRequest } from "../../../../../lib/models/generator";
import { openServer } from "../../../../../lib/models/generators/server/generator";
import {
  event,
  type FaultyServer,
  piece,
  saying,
  startFaultyServer,
  streaming,
} from "../../../../fixtures/servers/faulty-server";

const REQUEST: GenerationRequest = {
  messages: [{ role: "user", content: "What do they say of the lid?" }],
  maxTokens: 64,
  temperature: 0,
  seed: 7,
};

let server: FaultyServer;
beforeEach(async () => {
  server = await startFaultyServer(streaming("The lid ", "sticks."));
});
afterEach(() => server.close());

/** Bytes one by one: characters, lines and events are cut anywhere. */
function trickling(text: string) {
  return async (
    response: { writeHead: (status: number, headers: Record<string, string>) => void } & NodeJS.WritableStream,
  ) => {
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    for (const byte of Buffer.from(text)) {
      response.write(Buffer.from([byte]));
      await new Promise((next) => setImmediate(next));
    }
    response.end();
  };
}

function ask(request: Partial<GenerationRequest> = {}, key?: string) {
  const heard: string[] = [];
  const generator = openServer({ url: server.url, model: "wren", key });
  const answer = generator.generate({ ...REQUEST, ...request }, { onText: (text) => heard.push(text) });
  return { generator, answer, heard };
}

describe("an answer of a server", () => {
  it("is heard as it comes, with what the server counted", async () => {
    const { answer, heard } = ask();
    expect(await answer).toMatchObject({
      text: "The lid sticks.",
      finish: "stop",
      usage: { model: "wren", promptTokens: 21, completionTokens: 2 },
    });
    expect(heard).toEqual(["The lid ", "The lid sticks."]);
  });

  it("is asked for with everything that makes it repeatable, and the key in its header only", async () => {
    await ask({}, "sesame").answer;
    const [{ path, key, body } = { path: "", key: "", body: {} }] = server.received;
    expect(path).toBe("/v1/chat/completions");
    expect(key).toBe("Bearer sesame");
    expect(JSON.stringify(body)).not.toContain("sesame");
    expect(body).toMatchObject({ model: "wren", stream: true, seed: 7, temperature: 0, max_tokens: 64 });
  });

  it("may be cut anywhere on its way, inside a character too, with any ends of lines, comments and blank data", async () => {
    const wire = `: alive\r\n\r\nevent: message\r\n${event(piece("Крышка 盖子 🫖")).trim()}\r\n\r\n: alive\n\n${event(piece(" klemmt", "stop"))}${event("[DONE]")}`;
    server.reply = trickling(wire);
    expect((await ask().answer).text).toBe("Крышка 盖子 🫖 klemmt");
  });

  it("needs no [DONE] when its end was said, and no reason when [DONE] is", async () => {
    server.reply = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.end(event(piece("All of it.", "length")));
    };
    expect(await ask().answer).toMatchObject({ text: "All of it.", finish: "length" });
    server.reply = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.end(`${event(piece("All of it."))}data: [DONE]`);
    };
    expect(await ask().answer).toMatchObject({ text: "All of it.", finish: "stop" });
  });

  it("may come whole from a server that does not stream", async () => {
    server.reply = saying(200, { choices: [{ message: { content: "Whole." }, finish_reason: "stop" }] });
    const { answer, heard } = ask();
    expect((await answer).text).toBe("Whole.");
    expect(heard).toEqual(["Whole."]);
  });

  it("leaves out what a model thinks aloud, in whatever form it comes", async () => {
    server.reply = streaming("<thi", "nk>They ask of the lid.</thi", "nk>\n\nIt sticks.");
    const { answer, heard } = ask();
    expect((await answer).text).toBe("It sticks.");
    expect(heard.join("")).not.toContain("They ask");
    server.reply = streaming("I think so.</think>It sticks.");
    expect((await ask().answer).text).toBe("It sticks.");
    server.reply = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(event({ choices: [{ delta: { reasoning_content: "They ask of the lid." } }] }));
      response.end(event(piece("It sticks.", "stop")));
    };
    expect((await ask().answer).text).toBe("It sticks.");
  });

  it("is asked for again without what the server refuses, and never with it afterwards", async () => {
    const refused: string[] = [];
    server.reply = (response, { body }) => {
      const wish = ["chat_template_kwargs", "response_format", "stream_options"].find((name) => name in body);
      if (!wish) return streaming("Plain.")(response, server.received[0] as never);
      refused.push(wish);
      return saying(400, { error: { message: `Unrecognized request argument supplied: ${wish}` } })(
        response,
        {} as never,
      );
    };
    const { generator, answer } = ask({ schema: { type: "object" } });
    expect((await answer).text).toBe("Plain.");
    expect(refused.toSorted()).toEqual(["chat_template_kwargs", "response_format", "stream_options"]);
    expect(generator.info.schema).toBe(false);
    await generator.generate({ ...REQUEST, schema: { type: "object" } });
    expect(refused).toHaveLength(3);
  });

  it("says tokens by the longer name where only that is known", async () => {
    server.reply = (response, received) => {
      if ("max_completion_tokens" in received.body) return streaming("Ok.")(response, received);
      const message = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.";
      return saying(400, { error: { message } })(response, received);
    };
    expect((await ask().answer).text).toBe("Ok.");
    expect(server.received.at(-1)?.body).toMatchObject({ max_completion_tokens: 64 });
  });
});

describe("Stop", () => {
  it("ends the request at the server, and the engine can be asked again", async () => {
    server.reply = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(event(piece("It ")));
    };
    const stop = new AbortController();
    const generator = openServer({ url: server.url, model: "wren" });
    const reason = new Error("stopped by hand");
    const answer = generator.generate(REQUEST, { signal: stop.signal, onText: () => stop.abort(reason) });
    await expect(answer).rejects.toBe(reason);
    await expect.poll(() => server.brokenOff).toBe(1);
    server.reply = streaming("Again.");
    expect((await generator.generate(REQUEST)).text).toBe("Again.");
  });

  it("before the first word, and while a busy server is waited for, ends the waiting", async () => {
    for (const reply of [() => {}, saying(503, { error: { message: "Loading model" } }, { "retry-after": "15" })]) {
      server.reply = reply;
      const stop = new AbortController();
      const reason = new Error("stopped by hand");
      setTimeout(() => stop.abort(reason), 50);
      const answer = openServer({ url: server.url, model: "wren" }).generate(REQUEST, { signal: stop.signal });
      await expect(answer).rejects.toBe(reason);
    }
  });

  it("of the engine itself says that it was left", async () => {
    server.reply = () => {};
    const { generator, answer } = ask();
    await generator.dispose();
    await expect(answer).rejects.toMatchObject({ code: "generator_failed" });
  });
});
