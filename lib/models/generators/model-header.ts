/** What a model's file says of itself, with its faults as people meet them. */
import { Problem } from "../../domain";
import { GgufError, type GgufHeader, readGguf } from "./gguf";

/** @param name of the model, for the sentence @throws Problem model_unreadable when it is no GGUF file */
export async function readModelHeader(file: Blob, name: string): Promise<GgufHeader> {
  try {
    return await readGguf(file);
  } catch (error) {
    if (!(error instanceof GgufError)) throw error;
    throw new Problem(
      "model_unreadable",
      `"${name}" is no language model in the GGUF format.`,
      { name },
      { cause: error },
    );
  }
}

/** @returns the licence that the file names; undefined where it names none */
export function licenceOf({ metadata }: GgufHeader): string | undefined {
  const licence = metadata.get("general.license");
  return typeof licence === "string" ? licence : undefined;
}
