/** web-llm's models in the private file system of a real browser: loaded, stopped, gone on with, damaged, deleted. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readCard } from "../../../../lib/models/generators/webllm/card";
import { VARIANTS } from "../../../../lib/models/generators/webllm/catalogue";
import { MlcModels } from "../../../../lib/models/generators/webllm/models";
import { REVISION, type SampleHub, sampleHub } from "./sample-hub";

const ID = "SmolLM2-360M-Instruct-q4f32_1-MLC";
let hub: SampleHub;
let models: MlcModels;
let changed: () => void;

const premises = async () => ({
  card: await readCard(),
  libraries: new Set(VARIANTS.map(({ library }) => library)),
  acceptSoftware: true,
});
const open = () => new MlcModels(hub, premises, () => changed());
const offer = async () => (await models.list()).find(({ id }) => id === ID);

beforeEach(async () => {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry("mlc", { recursive: true }).catch(() => undefined);
  hub = await sampleHub();
  changed = () => undefined;
  models = open();
});
afterEach(() => vi.restoreAllMocks());

async function spoil(name: string, position: number): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const folder = await (await root.getDirectoryHandle("mlc")).getDirectoryHandle(ID);
  const writing = await (await folder.getFileHandle(name)).createWritable({ keepExistingData: true });
  await writing.write({ type: "write", position, data: new Uint8Array([1, 2, 3]) });
  await writing.close();
}

test("all models are offered in the precision of this card, with sizes that are marked as reckoned", async () => {
  const offers = await models.list();
  expect(offers).toHaveLength(8);
  // a card that the processor imitates counts in whole precision only
  expect(offers.every(({ id, f16 }) => id.includes("q4f32") && f16 === false)).toBe(true);
  expect(await offer()).toEqual({
    id: ID,
    kind: "webllm",
    title: "SmolLM2 360M",
    licence: "Apache-2.0",
    bytes: 226_250_000,
    estimated: true,
    stored: 0,
    state: "absent",
    f16: false,
    memory: 607_765_135,
  });
  await expect(models.open(ID)).rejects.toMatchObject({ code: "model_absent" });
  await expect(models.open("no such model")).rejects.toMatchObject({ code: "model_absent" });
});

test("a model is loaded file by file, compared, opened, compared again and deleted", async () => {
  const seen: (string | undefined)[] = [];
  changed = () => void offer().then((now) => seen.push(now?.state));
  await models.download(ID);
  expect(await offer()).toMatchObject({ state: "stored", bytes: hub.bytes, stored: hub.bytes });
  expect((await offer())?.estimated).toBeUndefined();
  expect(seen).toContain("downloading");
  expect(hub.asked).toEqual([...hub.contents.keys()]);
  const { record, variant } = await models.open(ID);
  expect(record.revision).toBe(REVISION);
  expect(variant.model.title).toBe("SmolLM2 360M");
  expect(await models.verify(ID)).toBe(true);
  await models.delete(ID);
  expect(await offer()).toMatchObject({ state: "absent", stored: 0 });
});

test("a stopped download keeps what came, also for an engine that begins anew, and goes on from there", async () => {
  changed = () => void (hub.asked.length === 4 && models.pause(ID));
  await models.download(ID);
  changed = () => undefined;
  models = open();
  const paused = await offer();
  expect(paused).toMatchObject({ state: "paused", bytes: hub.bytes });
  expect(paused?.stored).toBeLessThan(hub.bytes);
  await expect(models.open(ID)).rejects.toMatchObject({ code: "model_absent" });
  hub.asked.length = 0;
  await models.download(ID);
  expect(await offer()).toMatchObject({ state: "stored", stored: hub.bytes });
  expect(hub.asked).not.toContain("tokenizer.json");
  expect(await models.verify(ID)).toBe(true);
});

test("a shard that is not what was published is refused; only it is loaded again", async () => {
  const right = hub.contents.get("params_shard_0.bin") ?? new Uint8Array();
  hub.contents.set(
    "params_shard_0.bin",
    right.map((byte) => byte ^ 1),
  );
  const refused = models.download(ID);
  await expect(refused).rejects.toMatchObject({ code: "model_damaged", cause: { message: "params_shard_0.bin" } });
  expect(await offer()).toMatchObject({ state: "damaged", problem: { code: "model_damaged" } });
  await expect(models.open(ID)).rejects.toMatchObject({ code: "model_damaged" });
  hub.contents.set("params_shard_0.bin", right);
  hub.asked.length = 0;
  await models.download(ID);
  expect(hub.asked).toEqual(["params_shard_0.bin", "params_shard_1.bin"]);
  expect(await offer()).toMatchObject({ state: "stored" });
  expect((await offer())?.problem).toBeUndefined();
});

test.each(["params_shard_1.bin", "tokenizer.json"])(
  "a stored %s that changed is found out and loaded again",
  async (name) => {
    await models.download(ID);
    await spoil(name, 2);
    expect(await models.verify(ID)).toBe(false);
    expect(await offer()).toMatchObject({ state: "damaged" });
    hub.asked.length = 0;
    await models.download(ID);
    expect(hub.asked).toEqual([name]);
    expect(await models.verify(ID)).toBe(true);
  },
);

test("a stored file that became longer is damage, found out without reading it", async () => {
  await models.download(ID);
  await spoil("params_shard_1.bin", 300_000);
  models = open();
  await expect(models.open(ID)).rejects.toMatchObject({ code: "model_damaged" });
});

test("a full disk is told before anything is loaded", async () => {
  vi.spyOn(navigator.storage, "estimate").mockResolvedValue({ quota: 1_000_000, usage: 900_000 });
  await expect(models.download(ID)).rejects.toMatchObject({ code: "storage_full" });
  expect(hub.asked).toEqual([]);
  expect(await offer()).toMatchObject({ problem: { code: "storage_full" } });
});

test("a hub that does not answer is told, and the next try begins where it can", async () => {
  const list = vi.spyOn(hub, "list").mockRejectedValueOnce(Object.assign(new TypeError("Failed to fetch")));
  await expect(models.download(ID)).rejects.toThrow("Failed to fetch");
  expect(await offer()).toMatchObject({ state: "absent" });
  list.mockRestore();
  await models.download(ID);
  expect(await offer()).toMatchObject({ state: "stored" });
});
