/** Models of people's own, in the private file system of a real browser. */
import { beforeEach, expect, test, vi } from "vitest";
import { GgufModels } from "../../../../lib/models/generators/model-files";
import { tinyGguf } from "../../../fixtures/models/tiny-gguf";

const INBOX = "inbox";
let models: GgufModels;

beforeEach(async () => {
  const root = await navigator.storage.getDirectory();
  for (const folder of ["gguf", INBOX]) await root.removeEntry(folder, { recursive: true }).catch(() => undefined);
  models = new GgufModels(`${location.origin}/models/`, () => undefined);
});

async function layDown(name: string, contents: BufferSource | string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const inbox = await root.getDirectoryHandle(INBOX, { create: true });
  const writing = await (await inbox.getFileHandle(name, { create: true })).createWritable();
  await writing.write(contents);
  await writing.close();
}

async function inInbox(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const names: string[] = [];
  for await (const name of (await root.getDirectoryHandle(INBOX)).keys()) names.push(name);
  return names;
}

const own = async () => (await models.list()).filter((offer) => offer.own);

test("a file is moved in, offered, opened, compared with its hash and deleted", async () => {
  await layDown("a", tinyGguf());
  const { id } = await models.addFile("a", "Tiny.gguf");
  expect(await inInbox()).toEqual([]);
  const bytes = tinyGguf().length;
  expect(await own()).toEqual([
    { id, kind: "wllama", title: "Tiny", bytes, stored: bytes, state: "stored", own: true },
  ]);
  expect((await models.open(id)).file.size).toBe(bytes);
  expect(await models.verify(id)).toBe(true);
  await models.delete(id);
  expect(await own()).toEqual([]);
});

test("a file that is no model is refused, and nothing of it stays", async () => {
  await layDown("b", "<!doctype html>");
  await expect(models.addFile("b", "page.gguf")).rejects.toMatchObject({ code: "model_unreadable" });
  expect(await inInbox()).toEqual([]);
  expect(await own()).toEqual([]);
  await expect(models.addFile("gone", "x")).rejects.toMatchObject({ code: "model_absent" });
});

test("a changed file is found out, marked, and not opened any more", async () => {
  await layDown("c", tinyGguf());
  const { id } = await models.addFile("c", "Tiny");
  const root = await navigator.storage.getDirectory();
  const folder = await (await root.getDirectoryHandle("gguf")).getDirectoryHandle(id);
  const writing = await (await folder.getFileHandle("model.gguf")).createWritable({ keepExistingData: true });
  await writing.write({ type: "write", position: 300, data: new Uint8Array([1, 2, 3]) });
  await writing.close();
  expect(await models.verify(id)).toBe(false);
  expect((await own())[0]?.state).toBe("damaged");
  await expect(models.open(id)).rejects.toMatchObject({ code: "model_damaged" });
});

test("an address is offered before anything is loaded; a page instead of a model is told and leaves nothing", async () => {
  const { id } = await models.addAddress("https://hub.example/maker/model/resolve/0a1b2c/tiny.gguf");
  expect(await own()).toMatchObject([{ id, title: "tiny", state: "absent", stored: 0 }]);
  await expect(models.open(id)).rejects.toMatchObject({ code: "model_absent" });
  const page = await models
    .addAddress(`http://localhost:${location.port}/package.json?as=x.gguf`)
    .catch((error) => error);
  expect(page).toMatchObject({ code: "model_address" });
});

test("a download that was cut by the end of the engine is paused with what came, and goes on", async () => {
  const { id } = await models.addAddress(
    `http://localhost:${location.port}/models/smollm2-135m-instruct/SmolLM2-135M-Instruct.Q4_1.gguf`,
  );
  const loading = models.download(id);
  await vi.waitFor(async () => expect((await own())[0]?.stored).toBeGreaterThan(1_000_000), { timeout: 20_000 });
  expect((await own())[0]).toMatchObject({ state: "downloading", bytes: 98_362_432 });
  await models.pause(id);
  await loading;
  const anew = new GgufModels(`${location.origin}/models/`, () => undefined);
  const [paused] = (await anew.list()).filter((offer) => offer.own);
  expect(paused).toMatchObject({ state: "paused", bytes: 98_362_432 });
  expect(paused?.stored).toBeGreaterThan(0);
  await anew.download(id);
  expect((await own())[0]).toMatchObject({ state: "stored", stored: 98_362_432, licence: "apache-2.0" });
  expect(await anew.verify(id)).toBe(true);
  await anew.delete(id);
}, 60_000);
