/** The engine: composition root of models and store, and the only writer of the database. */

import { createEncoder } from "../../lib/models/encoder";
import { loadHeads } from "../../lib/models/heads";
import type { Encoder, EncoderInfo } from "../../lib/models/model";
import { ENCODER, networkOf } from "../../lib/models/registry";
import { ENGINE_CHANNEL, type EngineBroadcast, type EngineState, onMessage } from "../../lib/protocol";
import { deleteCode, judgeSentence, saveCode } from "../../lib/store/codes";
import { EarshotDatabase } from "../../lib/store/db";
import { addTime, deleteGroup, newGroup } from "../../lib/store/groups";
import { forgetOtherNetworks } from "../../lib/store/readings";
import { deleteRecipe, saveRecipes } from "../../lib/store/recipes";
import { deleteTalk, failUnanswered, newTalk, pinTurn } from "../../lib/store/talks";
import { forgetAll, forgetSubject, takeUpAgain } from "../../lib/store/write";
import { sentenceSentiment } from "../../lib/understand/sentiment";
import { HEADS_VERSION } from "../../lib/understand/understand";
import { advance } from "./advancing";
import { makeAnnouncer } from "./announce";
import { Asking, search } from "./asking";
import { openBackups } from "./backup";
import { ChatPriority } from "./chat-priority";
import { Codes } from "./codes";
import { readPage, storeCapture } from "./collecting";
import { drafting } from "./drafting";
import { EncoderHost } from "./encoder-host";
import { openGenerators } from "./generators";
import { askGroup, summarizeGroup } from "./grouping";
import { loadOnce } from "./learnt";
import { openNotebook } from "./notebook";
import {
  copyPersona,
  deletePersona,
  describePersona,
  editPersona,
  importPersonas,
  undoPersonaEdit,
} from "./persona-editing";
import { Reader } from "./reader";
import { proposeFrom } from "./recipes";
import { RememberingReader } from "./remembering";
import { openSecondCoder } from "./second-coding";
import { deleteSegment, nameSegment, previewSegment, saveSegment } from "./segmenting";
import { type ByHand, settle } from "./settle";
import { SubjectEvidence } from "./subject-evidence";
import { openSurveys } from "./surveys";
import { TextVectors } from "./text-vectors";
import { editThemesByHand, undoThemeEdit } from "./theme-editing";
import { forgetThemeModels } from "./theme-making";
import { translate } from "./translating";
import { Understanding } from "./understanding";
import { explain } from "./why";

const db = new EarshotDatabase();
const channel = new BroadcastChannel(ENGINE_CHANNEL);
const announce = makeAnnouncer(readState, channel);
let gpu: EngineState["gpu"] = "unknown";
let encoderInfo: EncoderInfo | undefined;
const heads = loadOnce(loadHeads);
const host = new EncoderHost(openEncoder, announce);
const encode = (texts: readonly string[], signal?: AbortSignal) => host.encode(texts, signal);
const chat = new ChatPriority();
const turn = (signal: AbortSignal) => chat.turn(signal);
const remembering = new RememberingReader({
  db,
  network: networkOf(ENCODER),
  read: (texts, signal) => host.read(texts, signal),
  turn,
});
const reader = new Reader(db, (subjectId, texts, signal) => remembering.read(subjectId, texts, signal), heads);
const generator = openGenerators(db, announce);
const encoderUsed = async () => {
  if (!encoderInfo) await host.encode(["It came on Tuesday."]); // nobody needed it so far
  const { model = "", revision = "", graph = "", backend = "" } = encoderInfo ?? {};
  return { model, revision, graph, backend };
};
const answerParts = {
  db,
  encode,
  /** A statement of a language model, read as a reviewer's sentence would be. */
  readStatements: async (texts: readonly string[]) => {
    const readings = await host.read(texts);
    return readings.map((reading) => ({
      vector: reading.vector,
      sentiment: sentenceSentiment(reading, heads().calibration),
    }));
  },
  generator,
  evidence: new SubjectEvidence(db),
  draft: drafting((message: EngineBroadcast) => channel.postMessage(message)),
};
const asking = new Asking(answerParts);
const surveys = openSurveys({
  ...answerParts,
  vectors: new TextVectors({
    encode,
    remember: (subjectId, texts, signal) => remembering.read(subjectId, texts, signal),
  }),
  encoder: encoderUsed,
  heads: HEADS_VERSION,
  earshot: async () => {
    const manifest: { version: string } = await (await fetch("/manifest.json")).json(); // an offscreen document is given nothing else to ask
    return manifest.version;
  },
});
const now = () => new Date().toISOString();
const codes = new Codes(db, encode, () => heads().means);
const settleSubject = (subjectId: string, byHand?: ByHand) => settle(db, heads(), HEADS_VERSION, subjectId, byHand);
const understanding = new Understanding({
  db,
  version: HEADS_VERSION,
  understand: (reviews, signal) => reader.read(reviews, signal),
  settle: (subjectId) => settleSubject(subjectId),
  turn,
  hopeless: (error) => host.hopeless(error),
  works: (signal) =>
    host.read(["It came on Tuesday."], signal).then(
      () => true,
      () => false,
    ),
  changed: announce,
});

/** Without what was learnt the encoder is of no use: a damaged file is told where a damaged model is. */
async function openEncoder(): Promise<Encoder> {
  heads();
  const encoder = await createEncoder({ modelBase: "/models/", wasmBase: "/wasm/" });
  gpu = encoder.info.gpu ?? "unknown";
  encoderInfo = encoder.info;
  return encoder;
}

function readState(): EngineState {
  return {
    encoder: host.state,
    gpu,
    understanding: { ...understanding.progress, paused: understanding.paused },
    problems: understanding.problems,
    generators: generator.state,
  };
}

const stored = (subjectId: string) => void understanding.wake(subjectId);
onMessage("engineRead", ({ data }) => readPage(db, data, stored));
onMessage("engineAdvance", ({ data }) => advance(db, data, stored));
onMessage("engineCommit", ({ data }) => storeCapture(db, data.capture, stored));
onMessage("engineRecipePropose", ({ data }) => proposeFrom(data.snapshot, data.path));
onMessage("engineRecipeSave", ({ data }) => saveRecipes(db, data.recipes));
onMessage("engineRecipeDelete", ({ data }) => deleteRecipe(db, data.id));
onMessage("engineState", readState);
onMessage("engineRetry", async () => {
  understanding.problems.length = 0;
  await Promise.all([host.retry(), takeUpAgain(db)]);
  void understanding.wake();
});
onMessage("enginePause", () => understanding.pause());
onMessage("engineResume", () => void understanding.resume());
onMessage("engineLook", ({ data }) => understanding.look(data.subjectId));
onMessage("engineAsk", ({ data }) => chat.during(() => asking.ask(data)));
onMessage("engineAskAgain", ({ data }) => chat.during(() => asking.again(data)));
onMessage("engineAskStop", ({ data }) => asking.stop(data.id));
onMessage("engineTalkNew", async ({ data }) => ({ conversationId: await newTalk(db, data.personaId, now()) }));
onMessage("engineTalkDelete", ({ data }) => deleteTalk(db, data.conversationId));
onMessage("enginePin", ({ data }) => pinTurn(db, data, now()));
onMessage("engineTranslate", ({ data }) =>
  chat.during(() => asking.stoppable(data.id, (signal) => translate(generator, data, signal))),
);
onMessage("engineGroupNew", async ({ data }) => ({ groupId: await newGroup(db, data, now()) }));
onMessage("engineGroupAsk", ({ data }) => chat.during(() => askGroup(answerParts, asking, data)));
onMessage("engineGroupSummary", ({ data }) => summarizeGroup(answerParts, data.groupId));
onMessage("engineGroupTime", ({ data }) => addTime(db, data, now()));
onMessage("engineGroupDelete", ({ data }) => deleteGroup(db, data.groupId));
onMessage("engineSearch", ({ data }) => chat.during(() => search(answerParts, data.subjectId, data.query)));
onMessage("engineThemeEdit", ({ data }) => editThemesByHand(db, data.subjectId, data.edit, settleSubject));
onMessage("engineThemeUndo", ({ data }) => undoThemeEdit(db, data.subjectId, settleSubject));
onMessage("engineSegmentSave", ({ data }) => saveSegment(db, data.segment, settleSubject));
onMessage("engineSegmentName", ({ data }) => nameSegment(db, data.subjectId, data.segmentId, data.name));
onMessage("engineSegmentDelete", ({ data }) => deleteSegment(db, data.subjectId, data.segmentId, settleSubject));
onMessage("engineSegmentPreview", ({ data }) => previewSegment(db, data.subjectId, data.choices));
onMessage("enginePersonaEdit", ({ data }) => editPersona(db, data.personaId, data.edit));
onMessage("enginePersonaUndo", ({ data }) => undoPersonaEdit(db, data.personaId));
onMessage("enginePersonaCopy", ({ data }) => copyPersona(db, data.personaId));
onMessage("enginePersonaDescribe", ({ data }) => describePersona(db, data.subjectId, data.description));
onMessage("enginePersonaImport", ({ data }) => importPersonas(db, data.subjectId, data.content, data.file));
onMessage("enginePersonaDelete", ({ data }) => deletePersona(db, data.personaId));
onMessage("engineCodeSave", ({ data }) => saveCode(db, data.code, new Date().toISOString()));
onMessage("engineCodeDelete", ({ data }) => deleteCode(db, data.id, now()));
onMessage("engineCodeJudge", ({ data }) =>
  judgeSentence(db, data.codeId, data.sentenceId, data.yes, new Date().toISOString()),
);
openNotebook(db, now);
openSecondCoder({
  db,
  encode: (texts) => chat.during(() => encode(texts)),
  means: () => heads().means,
  model: async () => {
    const { model, revision, graph } = await encoderUsed();
    return `${model} ${graph} ${revision.slice(0, 12)}, heads ${HEADS_VERSION}`;
  },
  now,
});
onMessage("engineWhy", ({ data }) => explain(db, heads(), data.sentenceId));
onMessage("engineCodeSuggest", ({ data }) => codes.suggest(data.codeId, data.subjectId));
const forgotten = () => {
  reader.forget();
  codes.forget();
  forgetThemeModels();
};
onMessage("engineForget", async ({ data }) => {
  await surveys.forget(data.subjectId);
  await forgetSubject(db, data.subjectId).finally(forgotten);
});
openBackups({
  db,
  before: () => surveys.forget(),
  after: () => {
    forgotten();
    void understanding.wake();
  },
});
onMessage("engineForgetAll", async () => {
  await surveys.forget();
  await forgetAll(db).finally(forgotten);
});

// The engine exists because somebody opened the panel: the model loads while they look.
void host.warm();
// What an earlier engine was answering is nobody's any more; whatever it left to be read is taken up at once.
void failUnanswered(db);
void understanding.wake();
void forgetOtherNetworks(db, networkOf(ENCODER)).catch(() => undefined); // only room is lost
