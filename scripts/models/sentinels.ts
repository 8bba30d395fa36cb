/**
 * `tsx scripts/models/sentinels.ts`: writes the vectors of known sentences, computed from the 4-bit source weights without
 * further rounding. Needed only when the encoder changes.
 *   lib/models/sentinels.json            a few, checked at every start of the encoder
 *   test/fixtures/models/vectors.json    many languages, for the parity tests
 */
import { writeFileSync } from "node:fs";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { vectorToBase64 } from "../../lib/models/stored-vector";
import { PARITY_SENTENCES, SENTINEL_SENTENCES } from "./sentences";

async function main(): Promise<void> {
  const encoder = await createNodeEncoder({ graph: "q4" });
  const records = async (texts: string[]) => {
    const vectors = await encoder.encode(texts);
    return texts.map((text, i) => ({ text, vector: vectorToBase64(vectors[i] ?? new Float32Array()) }));
  };
  writeFileSync("lib/models/sentinels.json", `${JSON.stringify(await records(SENTINEL_SENTENCES), null, 2)}\n`);
  writeFileSync("test/fixtures/models/vectors.json", `${JSON.stringify(await records(PARITY_SENTENCES), null, 2)}\n`);
  await encoder.dispose();
}

main();
