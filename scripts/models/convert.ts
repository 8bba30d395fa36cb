/**
 * From source weights to the files a browser loads, as pairs of path and contents. Deterministic: same input, same bytes.
 */
import type { EncoderRecord, GraphKind } from "../../lib/models/registry";
import { embeddingFile } from "./embedding";
import { readEncoderFile } from "./encoder-file";
import { encoderGraph } from "./graph";
import { ARITHMETIC } from "./linear";
import { encodeModel } from "./onnx";
import type { ReaderFile } from "./reader-file";
import { tokenizerConfig, tokenizerJson } from "./tokenizer";

/**
 * @param reader the learnt network that reads the encoder's layers
 * @returns contents by path inside the model's folder
 */
export function convert(weights: Uint8Array, record: EncoderRecord, reader: ReaderFile): Map<string, Uint8Array> {
  const file = readEncoderFile(weights);
  const files = new Map<string, Uint8Array>();
  const json = (path: string, value: object) => files.set(path, new TextEncoder().encode(JSON.stringify(value)));
  json("config.json", { model_type: "bert", hidden_size: file.shape.hidden, num_hidden_layers: file.shape.layers });
  json("tokenizer.json", tokenizerJson(file.tokenizer));
  json("tokenizer_config.json", tokenizerConfig(record.maxTokens));
  files.set(`onnx/${record.sharedFile}`, embeddingFile(file));
  for (const kind of Object.keys(ARITHMETIC) as GraphKind[]) {
    files.set(record.graphs[kind], encodeModel(encoderGraph(file, ARITHMETIC[kind], record.sharedFile, reader)));
  }
  return files;
}
