/** `earshot ask --reviews FILE "question"`: what these reviewers say about it, every claim with its verbatim quotes. */
import { readFileSync } from "node:fs";
import { type AnswerParts, answerPersona } from "../lib/ask/answering";
import type { Material } from "../lib/ask/material";
import { makePersona } from "../lib/ask/persona/persona";
import { segmentName } from "../lib/ask/phrase";
import { findSegments } from "../lib/ask/segments";
import { groupTranscript, interviewTranscript } from "../lib/ask/transcript";
import type { Answer, Persona, Segment } from "../lib/domain";
import { loadHeads } from "../lib/models/heads";
import type { EncoderInfo } from "../lib/models/model";
import { createNodeEncoder } from "../lib/models/node-encoder";
import { discoverThemes } from "../lib/understand/themes";
import { type AskWanted, readAskArgs } from "./ask-args";
import { chooseVoices, evidenceOf, holdGroup, interviewOf, transcriptParts, writeTranscript } from "./ask-group";
import { answerLine, notesOn, segmentLine } from "./ask-output";
import type { Command, ExitCode, Io } from "./command";
import { answerParts, ENGINE_HELP, openEngine } from "./engine";
import { MASK_HELP } from "./mask";
import { INPUT_HELP, readReviewsFile } from "./reviews-file";
import { sentence, understandFile } from "./understand";

export const command: Command = {
  summary:
    "Asks the reviewers of a file; answers with counts and verbatim quotes, or says that they do not talk about it.",
  usage: `Usage: earshot ask --reviews FILE "question" [--segment NAME | --persona FILE] [--engine evidence|wllama|server] [--language en|zh|ru]
                   [--keep-personal-data] [columns]
       earshot ask --reviews FILE --group 1,2,3 "question" ["question" …] [--transcript FILE]
       earshot ask --reviews FILE --segments

--segments        lists the groups found among the reviewers, one line of JSON each: who they are, what sets them apart from
                  everybody else (times as often, counts, q: the chance of such a difference among all looked at), typical quotes
--segment NAME    asks one group: its number in that list, its id, its kind (need, place, cluster …) or a part of its name
--persona FILE    asks the group of a persona saved as JSON ({"segment":{"reviewIds":[…]}})
--group 1,2,3     a focus group of three to eight groups, by their numbers in that list: each answers before it hears the others,
                  then reacts by what its own reviewers wrote; several questions may be asked
--transcript FILE also writes the talk to FILE (.md, .docx or .json): marked simulated, every quote numbered with its place and date
${ENGINE_HELP}
--language        language of the answer's own words; quotes stay as they were written

${INPUT_HELP}

Prints one JSON object: {"answer","claims":[{"text","polarity","supporters","of","quotes":[{"reviewId","start","end","text"}],
"verified"}],"covered","engine","manifest"}. covered is false when these reviewers do not say. Where a language model wrote, also "statements"
[{"text","support","likeness","quotes"}], which "answer" then consists of, and the model with its tokens and milliseconds under
manifest.generator. With --group the transcript as JSON. Exit code 1 when rows could not be read or the language model could not answer.

${MASK_HELP}

Example: earshot ask --reviews reviews.csv --segment dissatisfied "What would you improve?"
         earshot ask --reviews reviews.csv --engine wllama "What do you think of it overall?"`,
  run,
};

async function run(args: string[], io: Io): Promise<ExitCode> {
  let wanted: AskWanted;
  try {
    wanted = readAskArgs(args);
  } catch (error) {
    io.stderr(`earshot ask: ${sentence(error)} See "earshot ask --help".`);
    return 2;
  }
  const { material, failed } = await readMaterial(wanted, io);
  const segments = findSegments({ subjectId: "file", ...material });
  if (wanted.list) {
    for (const [i, segment] of segments.entries()) io.stdout(JSON.stringify(segmentLine(segment, i, material, wanted)));
    return failed > 0 ? 1 : 0;
  }
  const tell = (told: string) => io.stderr(`earshot ask: ${told}`);
  const engine = openEngine(wanted.engine, tell);
  const encoder = await createNodeEncoder();
  try {
    const asked = { wanted, material, segments, parts: answerParts(encoder, engine.source), info: encoder.info };
    const answers = wanted.group === undefined ? await interview(asked, io) : await group(asked, wanted.group, io);
    for (const answer of answers) for (const note of notesOn(answer, wanted)) tell(note);
    return failed > 0 || answers.some(({ fallback }) => fallback?.why === "failed") ? 1 : 0;
  } finally {
    await Promise.all([engine.close(), encoder.dispose()]);
  }
}

interface Asked {
  wanted: AskWanted;
  material: Material;
  segments: readonly Segment[];
  parts: AnswerParts;
  info: EncoderInfo;
}

/** @returns the one answer */
async function interview({ wanted, material, segments, parts, info }: Asked, io: Io): Promise<Answer[]> {
  const chosen = chooseGroup(wanted, segments, material);
  const { answer } = await answerPersona(parts, {
    persona: personaOf(chosen, material),
    question: wanted.questions[0] ?? "",
    language: wanted.language,
    earlier: [],
    evidence: evidenceOf(material),
    seed: 1,
    signal: new AbortController().signal,
    onText: () => undefined,
  });
  if (wanted.transcript) {
    const told = transcriptParts(wanted.file, material, wanted);
    const document = interviewTranscript(interviewOf(answer, chosen.name), told);
    await writeTranscript(wanted.transcript, document, wanted.phrase);
  }
  io.stdout(JSON.stringify(answerLine(answer, chosen.name, info, material, wanted)));
  return [answer];
}

/** @returns every answer of every voice */
async function group({ wanted, material, segments, parts }: Asked, list: string, io: Io): Promise<Answer[]> {
  const voices = chooseVoices(list, segments);
  const talk = await holdGroup(wanted.questions, voices, { parts, material, language: wanted.language });
  const document = groupTranscript(talk, transcriptParts(wanted.file, material, wanted));
  io.stdout(JSON.stringify(document));
  if (wanted.transcript) await writeTranscript(wanted.transcript, document, wanted.phrase);
  const turns = talk.rounds.flatMap((round) => round.turns);
  return turns.flatMap(({ answer, reaction }) => [answer, reaction?.answer].filter((one) => one !== undefined));
}

/** Everything in a file of reviews, all about one subject, and how many rows could not be read. */
export async function readMaterial(
  { file, named }: Pick<AskWanted, "file" | "named">,
  io: Io,
): Promise<{ material: Material; failed: number }> {
  const { reviews, failed } = await readReviewsFile(file, named, io.stderr);
  const read: Material["reviews"][number][] = [];
  const sentences: Material["sentences"][number][] = [];
  const ofOneSubject = reviews.map((review) => ({ ...review, subjectId: "file" }));
  for await (const batch of understandFile(ofOneSubject, io)) {
    read.push(...batch.map(({ review, finding }) => ({ ...review, finding })));
    sentences.push(...batch.flatMap((one) => one.sentences));
  }
  const { themes, assignments } = discoverThemes({ reviews: read, sentences, means: loadHeads().means });
  const themed = sentences.map((one) => ({ ...one, themeId: assignments.get(one.id) }));
  return { material: { reviews: read, sentences: themed, themes }, failed };
}

interface Group {
  name: string;
  reviewIds: string[];
  /** Where it is one that was found. */
  segment?: Segment;
}

/** @throws Error that lists the groups when none fits */
function chooseGroup({ segment, persona, phrase }: AskWanted, segments: readonly Segment[], material: Material): Group {
  if (persona !== undefined) return readPersona(persona);
  if (segment === undefined) return { name: "everyone", reviewIds: material.reviews.map((review) => review.id) };
  const named = segments.map((one) => ({ one, name: segmentName(one, phrase) }));
  const needle = segment.toLowerCase();
  const found =
    named[Number(segment) - 1] ??
    named.find(({ one }) => one.id === segment || one.basis.kind === needle) ??
    named.find(({ name }) => name.toLowerCase().includes(needle));
  if (found) return { name: found.name, reviewIds: found.one.reviewIds, segment: found.one };
  const known = named.map(({ name }, i) => `${i + 1} ${name}`).join("; ");
  throw new Error(
    `No group is called "${segment}". ${known ? `There are: ${known}.` : "These reviews are too few for groups."}`,
  );
}

function readPersona(file: string): Group {
  const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
  const segment = (parsed as { segment?: { id?: unknown; reviewIds?: unknown } } | null)?.segment;
  const ids = segment?.reviewIds;
  if (!Array.isArray(ids) || !ids.every((id) => typeof id === "string"))
    throw new Error(`${file} is no persona: it needs {"segment":{"reviewIds":["…"]}}.`);
  return { name: String(segment?.id ?? file), reviewIds: ids };
}

/** The reviewers asked, with what their card says: a language model is told who speaks. */
function personaOf({ segment, reviewIds }: Group, material: Material): Persona {
  const all = material.reviews.length;
  const chosen: Segment = segment ?? {
    ...{ id: "group", subjectId: "file", basis: { kind: "chosen" }, reviewIds, reviewers: reviewIds.length },
    ...{ share: all === 0 ? 0 : reviewIds.length / all, thin: reviewIds.length < 8, traits: [], quotes: [] },
  };
  return makePersona(chosen, material, new Date().toISOString());
}
