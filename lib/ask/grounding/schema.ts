/** The form that engines which can follow a JSON schema are held to. */

/** Longer statements are several at once, and cannot be checked as one. In UTF-16 units. */
export const LONGEST_STATEMENT = 240;
const MOST_CLAIMS = 4;

/**
 * @param ids numbers of the passages shown; a claim can name no others
 * @returns a JSON schema (draft 2020-12, only what grammars of llama.cpp, xgrammar and OpenAI's strict mode all know)
 */
export function claimsSchema(ids: readonly number[]): object {
  const claim = {
    type: "object",
    properties: {
      say: { type: "string", minLength: 1, maxLength: LONGEST_STATEMENT },
      ids: { type: "array", items: { type: "integer", enum: [...ids] }, minItems: 1, maxItems: 3 },
    },
    required: ["say", "ids"],
    additionalProperties: false,
  };
  return {
    type: "object",
    properties: { claims: { type: "array", items: claim, minItems: 1, maxItems: MOST_CLAIMS } },
    required: ["claims"],
    additionalProperties: false,
  };
}
