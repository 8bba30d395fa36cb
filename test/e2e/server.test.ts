/** A server of one's own in the built extension: set up and agreed to, asked, stopped, given its key again after the engine died. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExtensionBrowser } from "../../scripts/demo/extension-browser";
import { falseQuotes, readLedger } from "../../scripts/demo/ledger";
import { askQuestion, openInterview, openPlace } from "../../scripts/demo/panel-driver";
import {
  event,
  type FaultyServer,
  piece,
  type Received,
  type Reply,
  saying,
  startFaultyServer,
} from "../fixtures/servers/faulty-server";
import { type AllowedExtension, allowOrigins } from "./allowed-extension";
import { killEngine } from "./engine";
import type { LocalSite } from "./local-site";
import { EXTENSION, readKettle } from "./read-kettle";

/** A name of another machine as far as Earshot can tell; the browser of this test is told that it is here. */
const ELSEWHERE = "llm.example";
const KEY = "sesame-0123456789";

let allowed: AllowedExtension;
let browser: ExtensionBrowser;
let site: LocalSite;
let panel: Page;
let server: FaultyServer;
let host: string;

beforeAll(async () => {
  server = await startFaultyServer(saying(200, { data: [{ id: "wren-9b" }, { id: "heron-70b" }] }));
  host = `${ELSEWHERE}:${server.port}`;
  allowed = allowOrigins(EXTENSION, ["http://127.0.0.1/*", `http://${ELSEWHERE}/*`]);
  const flags = [`--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`, `--proxy-bypass-list=${ELSEWHERE}`];
  ({ browser, site, panel } = await readKettle(36, { extension: allowed.folder, flags }));
});
afterAll(async () => {
  await browser?.close();
  site?.close();
  await server?.close();
  allowed?.remove();
});

/** Says word for word what the first passage says, and something that no passage does. */
const fromPassages: Reply = (response, { body }) => {
  const prompt = (body.messages as { content: string }[]).at(-1)?.content ?? "";
  const passage = /^(\S+) \[1\]\n(.*)\n\1 end$/m.exec(prompt)?.[2] ?? "";
  const claims = [
    { say: passage, ids: [1] },
    { say: "The moon is made of cheese.", ids: [1] },
  ];
  const text = `<think>Which one?</think>${JSON.stringify({ claims })}`;
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (let at = 0; at < text.length; at += 7) response.write(event(piece(text.slice(at, at + 7))));
  response.write(event(piece("", "stop")));
  response.end(event("[DONE]"));
};

const questions = () => server.received.filter(({ path }) => path === "/v1/chat/completions");
const lastTurn = async () => (await readLedger(panel)).conversations.flatMap(({ turns }) => turns).at(-1);
const sent = (received: Received | undefined) => JSON.stringify(received?.body);

describe("a server of one's own", () => {
  it("is sent nothing before it is agreed to, and says which models it has", async () => {
    await openPlace(panel, "Settings");
    await panel.getByRole("button", { name: "Language model on a server" }).click();
    await panel.getByLabel("Address of the server").fill(`http://${host}`);
    await panel.getByLabel(/^Key/).fill(KEY);
    await panel.getByRole("button", { name: "Ask what it has" }).click();
    await panel.getByText("The server has 2 models.").waitFor();
    await panel.getByRole("button", { name: "heron-70b" }).click();
    await panel.getByRole("button", { name: `Use it and send texts to ${host}` }).click();
    await panel.getByText("Tick the box above").waitFor();
    expect(server.received.map(({ method, path, key }) => [method, path, key])).toEqual([
      ["GET", "/v1/models", `Bearer ${KEY}`],
    ]);
    await panel.getByLabel(`These texts may be sent to ${host}`).check();
    await panel.getByRole("button", { name: `Use it and send texts to ${host}` }).click();
    await panel.locator(".engine-kind.in-use").filter({ hasText: "Language model on a server" }).waitFor();
  });

  it("answers, and only what the reviews bear out stands", async () => {
    server.reply = fromPassages;
    await openInterview(panel);
    await panel.getByText(`Texts go to ${host}`).first().waitFor();
    const answer = await askQuestion(panel, "What do you think of it overall?");
    expect(answer).not.toContain("moon");
    const turn = await lastTurn();
    expect(turn?.answer, JSON.stringify(turn?.answer?.fallback)).toMatchObject({ engine: "server" });
    expect(turn?.answer?.statements?.filter(({ support }) => support === "supported")).toHaveLength(1);
    expect(turn?.answer?.usage?.model).toBe("heron-70b");
    expect(falseQuotes(await readLedger(panel))).toEqual([]);
    expect(sent(questions().at(-1))).toContain("What do you think of it overall?");
    expect(browser.network.attempts).toEqual([]);
  });

  it("is not asked any longer once Stop is pressed", async () => {
    server.reply = (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(event(piece('{"claims":[{"say":"It ')));
    };
    const before = questions().length;
    await panel.getByRole("textbox", { name: "Ask these reviewers…" }).fill("What would you improve?");
    await panel.getByRole("button", { name: "Ask", exact: true }).click();
    await expect.poll(() => questions().length, { timeout: 30_000 }).toBe(before + 1);
    expect(server.brokenOff).toBe(0);
    await panel.getByRole("button", { name: "Stop" }).click();
    await expect.poll(() => server.brokenOff).toBe(1);
    await expect.poll(async () => (await lastTurn())?.state).toBe("stopped");
  });

  it("that refuses is told in a sentence, and evidence answers", async () => {
    server.reply = saying(403, {});
    await askQuestion(panel, "What do you dislike about it?");
    await panel.getByText(`${host} refuses requests from a browser extension.`, { exact: false }).first().waitFor();
    expect((await lastTurn())?.answer).toMatchObject({
      engine: "evidence",
      fallback: { why: "failed", problem: "server_forbidden" },
    });
  });

  it("is given its key again after the engine died", async () => {
    await killEngine(browser);
    await panel.reload();
    server.reply = fromPassages;
    await openInterview(panel);
    await askQuestion(panel, "What do you like about it?");
    expect(questions().at(-1)?.key).toBe(`Bearer ${KEY}`);
  });

  it("has its key nowhere that lasts, and in nothing that is shown", async () => {
    expect(await everythingStored(panel)).not.toContain(KEY);
    await openPlace(panel, "Settings");
    expect(await panel.content()).not.toContain(KEY);
    const typed = await panel
      .locator("input")
      .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    expect(typed.join()).not.toContain(KEY);
  });
});

describe("without access of the browser's", () => {
  // localhost is another name than the two allowed, so the browser keeps what the server says to itself
  it("tells a server that lets no extension read from one that is not there", async () => {
    const closed = `http://localhost:${server.port}/v1`;
    server.reply = saying(200, { data: [{ id: "wren-9b" }] });
    expect(await listModels(panel, closed)).toMatchObject({ code: "server_forbidden", values: { other: "cors" } });
    await server.close();
    expect(await listModels(panel, closed)).toMatchObject({ code: "server_unreachable", values: { other: "other" } });
  });
});

/** Asks the engine as the panel does, without the browser's question for access, which nobody could press here. @returns why it failed */
function listModels(page: Page, url: string): Promise<unknown> {
  return page.evaluate(async (address) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: object): Promise<{ err?: object }> } };
    };
    const message = { id: 4711, type: "engineServerModels", data: { url: address }, timestamp: Date.now() };
    return (await chrome.runtime.sendMessage(message)).err;
  }, url);
}

/** Every record of the extension's database and everything it keeps on disk otherwise, as text. */
function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("earshot");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const tables = await Promise.all(
      [...db.objectStoreNames].map(
        (name) =>
          new Promise<unknown[]>((resolve, reject) => {
            const request = db.transaction(name).objectStore(name).getAll();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          }),
      ),
    );
    db.close();
    const { chrome } = globalThis as unknown as { chrome: { storage: { local: { get(): Promise<object> } } } };
    const local = await chrome.storage.local.get();
    return JSON.stringify([tables, local, { ...localStorage }]);
  });
}
