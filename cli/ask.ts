/** `earshot ask --reviews FILE "question"`: what these reviewers say about it, every claim with its verbatim quotes. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { answerFromEvidence } from "../lib/ask/interview";
import type { Material } from "../lib/ask/material";
import { phraseAnswer, phraseClaim, segmentName } from "../lib/ask/phrase";
import { findSegments } from "../lib/ask/segments";
import { traitText } from "../lib/ask/segments/phrase";
import { groupTranscript, interviewTranscript } from "../lib/ask/transcript";
import { FIELDS, type Field } from "../lib/collect/files/columns/field-names";
import type { Answer, Segment } from "../lib/domain";
import { chooseInterfaceLanguage, makePhrase, type Phrase } from "../lib/locale";
import { loadHeads } from "../lib/models/heads";
import type { EncoderInfo } from "../lib/models/model";
import { createNodeEncoder } from "../lib/models/node-encoder";
import { discoverThemes } from "../lib/understand/themes";
import { chooseVoices, holdGroup, interviewOf, isTranscriptName, transcriptParts, writeTranscript } from "./ask-group";
import type { Command, ExitCode, Io } from "./command";
import { MASK_HELP, MASK_OPTIONS, type PassagePrinter, passagePrinter } from "./mask";
import { COLUMN_OPTIONS, INPUT_HELP, readReviewsFile } from "./reviews-file";
import { sentence, understandFile } from "./understand";

export const command: Command = {
  summary:
    "Asks the reviewers of a file; answers with counts and verbatim quotes, or says that they do not talk about it.",
  usage: `Usage: earshot ask --reviews FILE "question" [--segment NAME | --persona FILE] [--language en|zh|ru] [--keep-personal-data] [columns]
       earshot ask --reviews FILE --group 1,2,3 "question" ["question" …] [--transcript FILE]
       earshot ask --reviews FILE --segments

--segments        lists the groups found among the reviewers, one line of JSON each: who they are, what sets them apart from
                  everybody else (times as often, counts, q: the chance of such a difference among all looked at), typical quotes
--segment NAME    asks one group: its number in that list, its id, its kind (need, place, cluster …) or a part of its name
--persona FILE    asks the group of a persona saved as JSON ({"segment":{"reviewIds":[…]}})
--group 1,2,3     a focus group of three to eight groups, by their numbers in that list: each answers before it hears the others,
                  then reacts by what its own reviewers wrote; several questions may be asked
--transcript FILE also writes the talk to FILE (.md, .docx or .json): marked simulated, every quote numbered with its place and date
--engine evidence the only engine of the command line: no language model, nothing but what was written. Language models are used
                  in the panel
--language        language of the answer's own words; quotes stay as they were written

${INPUT_HELP}

Prints one JSON object: {"answer","claims":[{"text","polarity","supporters","of","quotes":[{"reviewId","start","end","text"}],
"verified"}],"covered","engine","manifest"}. covered is false when these reviewers do not say. With --group the transcript as JSON.

${MASK_HELP}

Example: earshot ask --reviews reviews.csv --segment dissatisfied "What would you improve?"`,
  run,
};

const OPTIONS = {
  ...COLUMN_OPTIONS,
  ...MASK_OPTIONS,
  reviews: { type: "string" },
  segment: { type: "string" },
  segments: { type: "boolean" },
  persona: { type: "string" },
  engine: { type: "string" },
  group: { type: "string" },
  transcript: { type: "string" },
  language: { type: "string" },
} as const;

interface Wanted {
  file: string;
  questions: string[];
  group?: string;
  transcript?: string;
  /** Personal data stays. */
  keep: boolean;
  named: Map<Field, string>;
  segment?: string;
  list: boolean;
  persona?: string;
  phrase: Phrase;
  print: PassagePrinter;
}

async function run(args: string[], io: Io): Promise<ExitCode> {
  let wanted: Wanted;
  try {
    wanted = readArgs(args);
  } catch (error) {
    io.stderr(`earshot ask: ${sentence(error)} See "earshot ask --help".`);
    return 2;
  }
  const { material, failed } = await understand(wanted, io);
  const segments = findSegments({ subjectId: "file", ...material });
  if (wanted.list) {
    for (const [i, segment] of segments.entries()) io.stdout(JSON.stringify(describe(segment, i, material, wanted)));
    return failed > 0 ? 1 : 0;
  }
  const parts = transcriptParts(wanted.file, material, wanted);
  if (wanted.group !== undefined) {
    const talk = await holdGroup(wanted.questions, chooseVoices(wanted.group, segments), material);
    const document = groupTranscript(talk, parts);
    io.stdout(JSON.stringify(document));
    if (wanted.transcript) await writeTranscript(wanted.transcript, document, wanted.phrase);
    return failed > 0 ? 1 : 0;
  }
  const group = chooseGroup(wanted, segments, material);
  const { answer, info } = await ask(wanted.questions[0] ?? "", group.reviewIds, material);
  if (wanted.transcript)
    await writeTranscript(
      wanted.transcript,
      interviewTranscript(interviewOf(answer, group.name), parts),
      wanted.phrase,
    );
  io.stdout(JSON.stringify(outputOf(answer, group.name, info, material, wanted)));
  return failed > 0 ? 1 : 0;
}

/** @throws Error with a sentence on wrong usage */
function readArgs(args: string[]): Wanted {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const { reviews: file, engine = "evidence", segment, segments: list = false, persona, group, transcript } = values;
  if (engine !== "evidence")
    throw new Error(
      `The engine "${engine}" is not part of this version of the command line: only --engine evidence is, which needs no language model. Language models are used in the panel.`,
    );
  if (file === undefined) throw new Error("Name the file of reviews with --reviews FILE.");
  if (segment !== undefined && persona !== undefined) throw new Error("Give --segment or --persona, not both.");
  if (group !== undefined && (segment ?? persona) !== undefined)
    throw new Error("Give --group or one group by --segment or --persona, not both.");
  if (transcript !== undefined && !isTranscriptName(transcript))
    throw new Error(`A transcript is written as .md, .docx or .json: "${transcript}" is none of them.`);
  const questions = positionals.filter((one) => one.trim() !== "");
  if (questions.length > 1 && group === undefined) throw new Error("Ask one question, in quotation marks.");
  if (!list && questions.length === 0) throw new Error("Ask a question, in quotation marks.");
  const named = FIELDS.flatMap((field): [Field, string][] => {
    const name = values[field];
    return typeof name === "string" && field !== "language" ? [[field, name]] : [];
  });
  const keep = values["keep-personal-data"] === true;
  const print = passagePrinter(keep);
  const phrase = phraseIn(values.language);
  return { file, questions, group, transcript, keep, named: new Map(named), segment, list, persona, phrase, print };
}

function phraseIn(tag = "en"): Phrase {
  const language = chooseInterfaceLanguage([tag]);
  const catalogue = new URL(`../public/_locales/${language}/messages.json`, import.meta.url);
  return makePhrase(JSON.parse(readFileSync(catalogue, "utf8")), language);
}

/** All reviews of a file are about one subject. */
async function understand({ file, named }: Wanted, io: Io): Promise<{ material: Material; failed: number }> {
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
}

/** @throws Error that lists the groups when none fits */
function chooseGroup({ segment, persona, phrase }: Wanted, segments: readonly Segment[], material: Material): Group {
  if (persona !== undefined) return readPersona(persona);
  if (segment === undefined) return { name: "everyone", reviewIds: material.reviews.map((review) => review.id) };
  const named = segments.map((one) => ({ one, name: segmentName(one, phrase) }));
  const needle = segment.toLowerCase();
  const found =
    named[Number(segment) - 1] ??
    named.find(({ one }) => one.id === segment || one.basis.kind === needle) ??
    named.find(({ name }) => name.toLowerCase().includes(needle));
  if (found) return { name: found.name, reviewIds: found.one.reviewIds };
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

async function ask(question: string, reviewIds: string[], material: Material) {
  const encoder = await createNodeEncoder();
  try {
    const [questionVector = new Float32Array()] = await encoder.encode([question]);
    const answer = answerFromEvidence({ question, questionVector, persona: { segment: { reviewIds } }, ...material });
    return { answer, info: encoder.info };
  } finally {
    await encoder.dispose();
  }
}

function outputOf(
  answer: Answer,
  segment: string,
  info: EncoderInfo,
  material: Material,
  { phrase, print }: Pick<Wanted, "phrase" | "print">,
) {
  const byId = new Map(material.reviews.map((review) => [review.id, review]));
  const { covered, engine, claims, of, supporters, elsewhere } = answer;
  const { model, revision, graph, backend } = info;
  return {
    answer: phraseAnswer(answer, phrase)
      .map(({ text }) => text)
      .join("\n"),
    claims: claims.map((claim) => ({
      ...claim,
      text: phraseClaim(answer, claim, phrase),
      quotes: claim.quotes.map((quote) => {
        const review = byId.get(quote.reviewId);
        return { ...quote, text: review ? print(review, quote) : quote.text };
      }),
    })),
    covered,
    supporters,
    of,
    ...(elsewhere === undefined ? {} : { elsewhere }),
    engine,
    manifest: { segment, model, revision, graph, backend, reviews: material.reviews.length, ...answer.manifest },
  };
}

function describe(
  segment: Segment,
  index: number,
  { reviews }: Material,
  { phrase, print }: Pick<Wanted, "phrase" | "print">,
) {
  const { id, basis, reviewIds, reviewers, share, thin, traits, quotes } = segment;
  const byId = new Map(reviews.map((review) => [review.id, review]));
  return {
    number: index + 1,
    id,
    name: segmentName(segment, phrase),
    basis,
    reviews: reviewIds.length,
    reviewers,
    share,
    thin,
    traits: traits.map((trait) => ({ ...trait, ...traitText(trait, phrase) })),
    quotes: quotes.map((quote) => {
      const review = byId.get(quote.reviewId);
      return { ...quote, text: review ? print(review, quote) : "" };
    }),
  };
}
