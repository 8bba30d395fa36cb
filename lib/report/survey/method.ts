/** How a run was made: every parameter it rests on, named for a person, its value as it is. */
import type { CalibrationMap, SkipRule, SurveyManifest, SurveyQuestion, SurveyRun } from "../../domain";
import { joined, type ReportTexts, type SurveyNames } from "./names";

export type Parameter = [name: string, value: string];

export interface MethodReading {
  parameters: Parameter[];
  /** Statements of each scale, by language. */
  anchors: { title: string; language: string; sets: readonly (readonly string[])[] }[];
  /** What a language model was told, with `{…}` where words of a person stand. */
  prompts: readonly string[];
}

/** @returns what is known of it: of a run without a manifest, which is not done, what it was set up with */
export function methodReading(run: SurveyRun, names: SurveyNames, texts: ReportTexts): MethodReading {
  const { manifest, fidelity, scales = manifest?.scales ?? [] } = run;
  const map = manifest?.calibration ?? fidelity?.map;
  return {
    parameters: [
      ...setUpOf(run, texts),
      ...(map ? [[texts.phrase("surveyParameter", { name: "map" }), mapLine(map)] as Parameter] : []),
      ...(manifest ? modelsOf(manifest, texts) : []),
      ...askedOf(run, names, texts),
    ],
    anchors: scales.flatMap(({ id, name, version, anchors }) =>
      anchors.map(({ language, sets }) => ({
        title: `${name ?? texts.phrase("testScaleName", { scale: id.replaceAll("-", "_") })} · ${version} · ${language}`,
        language,
        sets,
      })),
    ),
    prompts: manifest?.engine?.prompts ?? [],
  };
}

function setUpOf({ spec, created, of }: SurveyRun, { phrase, number }: ReportTexts): Parameter[] {
  const { rating, design, seed, language, respondents, mode, fresh, template } = spec;
  const yes = (value: boolean) => phrase("surveyYes", { value: value ? "yes" : "no" });
  const named = (name: string) => phrase("surveyParameter", { name });
  return [
    [named("date"), created],
    [named("mode"), phrase("testRunMode", { mode })],
    ...(template
      ? [[named("template"), phrase("testTemplate", { template: template.replaceAll("-", "_") })] as Parameter]
      : []),
    [named("language"), language],
    [named("design"), phrase("testDesignOf", { design })],
    [named("seed"), String(seed)],
    [named("respondents"), number(respondents)],
    [named("drawn"), number(of)],
    [named("rating"), phrase("testMethodOf", { method: rating.method })],
    [named("calibrated"), yes(rating.calibrated)],
    [named("centred"), yes(rating.centred)],
    ["ε", String(rating.epsilon)],
    ["T", String(rating.temperature)],
    ...(mode === "engine" ? [[named("fresh"), yes(fresh ?? false)] as Parameter] : []),
  ];
}

/** Who was asked, and of each question how it is answered, about what, and who is left out. */
function askedOf(
  { spec: { questions, segmentIds } }: SurveyRun,
  names: SurveyNames,
  { phrase }: ReportTexts,
): Parameter[] {
  const groups = segmentIds.length === 0 ? [names.group(undefined)] : segmentIds.map((id) => names.group(id));
  return [
    [phrase("testWho"), groups.join("; ")],
    ...questions.map((question, i): Parameter => {
      const { text, kind, scale, perConcept, skip } = question;
      return [
        `${i + 1}. ${text}`,
        joined(
          phrase("testKind", { kind }),
          scale,
          perConcept ? phrase("testPerConcept") : undefined,
          skip ? skipped(skip, questions, names, phrase) : undefined,
        ),
      ];
    }),
  ];
}

function skipped(
  { question: id, when, value, option }: SkipRule,
  questions: readonly SurveyQuestion[],
  names: SurveyNames,
  phrase: ReportTexts["phrase"],
): string {
  const place = questions.findIndex((one) => one.id === id);
  const earlier = questions[place];
  const answer = option === undefined || !earlier ? value : names.item(earlier, option);
  return [phrase("testSkip"), `${place + 1}.`, phrase("testSkipWhen", { when }), answer].filter(Boolean).join(" ");
}

function modelsOf(manifest: SurveyManifest, { phrase, number }: ReportTexts): Parameter[] {
  const { encoder, engine, captured, heads } = manifest;
  const named = (name: string) => phrase("surveyParameter", { name });
  const written: Parameter[] = engine
    ? [
        [named("engine"), [engine.kind, engine.model, engine.revision, engine.backend].filter(Boolean).join(" · ")],
        [named("temperature"), String(engine.temperature)],
      ]
    : [];
  return [
    [named("captured"), `${number(captured.heard)} / ${number(captured.asked)}`],
    [named("encoder"), [encoder.model, encoder.revision, encoder.graph, encoder.backend].filter(Boolean).join(" · ")],
    [named("heads"), String(heads)],
    ...written,
    [named("subject"), joined(manifest.subject.name, manifest.subject.url)],
    [named("version"), manifest.earshot],
    [named("finished"), manifest.date],
    [named("hash"), manifest.hash],
  ];
}

/** A calibration map as one line of figures. */
export function mapLine({ slope, cuts, learntFrom }: CalibrationMap): string {
  return `slope ${slope.toFixed(3)}; cuts ${cuts.map((cut) => cut.toFixed(3)).join(", ")}; n = ${learntFrom}`;
}
