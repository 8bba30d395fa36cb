/** Surveys ready to run: questions asked, concepts to be written by the person, whose empty texts are named after what belongs there. */
import type { ScaleName, SurveyQuestion, SurveySpec, SurveyTemplate } from "../../../domain";
import en from "./en.json";
import ru from "./ru.json";
import zh from "./zh.json";

export type TemplateLanguage = "en" | "zh" | "ru";

/** Words of one template, by the ids of its questions. */
interface TemplateWords {
  title: string;
  concepts: readonly string[];
  questions: Readonly<Record<string, { text: string; options?: readonly string[] }>>;
}

const WORDS: Readonly<Record<TemplateLanguage, Readonly<Record<SurveyTemplate, TemplateWords>>>> = { en, zh, ru };

type Asked = { id: string } & (
  | { kind: "scale"; scale: ScaleName; once?: true }
  | { kind: Exclude<SurveyQuestion["kind"], "scale" | "matrix">; once?: true }
);

/** What each asks, in order; `once`: not of each concept. */
const QUESTIONS: Readonly<Record<SurveyTemplate, readonly Asked[]>> = {
  "purchase-intent": [
    { id: "intent", kind: "scale", scale: "purchase-intent" },
    { id: "why", kind: "open" },
    { id: "relevance", kind: "scale", scale: "relevance" },
  ],
  message: [
    { id: "clear", kind: "scale", scale: "clarity" },
    { id: "relevant", kind: "scale", scale: "relevance" },
    { id: "trust", kind: "scale", scale: "trust" },
    { id: "why", kind: "open" },
  ],
  pricing: [
    { id: "accept", kind: "scale", scale: "price" },
    { id: "intent", kind: "scale", scale: "purchase-intent" },
    { id: "prices", kind: "price", once: true },
    { id: "worth", kind: "open", once: true },
  ],
  kano: [
    { id: "satisfied", kind: "scale", scale: "satisfaction", once: true },
    { id: "features", kind: "kano", once: true },
    { id: "most", kind: "maxdiff", once: true },
    { id: "wish", kind: "open", once: true },
  ],
  ads: [
    { id: "relevant", kind: "scale", scale: "relevance" },
    { id: "clear", kind: "scale", scale: "clarity" },
    { id: "trust", kind: "scale", scale: "trust" },
    { id: "intent", kind: "scale", scale: "purchase-intent" },
    { id: "why", kind: "open" },
  ],
  "support-reply": [
    { id: "satisfied", kind: "scale", scale: "satisfaction" },
    { id: "clear", kind: "scale", scale: "clarity" },
    { id: "trust", kind: "scale", scale: "trust" },
    { id: "why", kind: "open" },
  ],
};

/** @returns a fresh copy, whose concepts have names and no text yet */
export function surveyTemplate(
  template: SurveyTemplate,
  language: TemplateLanguage,
): Pick<SurveySpec, "title" | "concepts" | "questions" | "design" | "template"> {
  const words = WORDS[language][template];
  return {
    title: words.title,
    template,
    concepts: words.concepts.map((name, i) => ({ id: String.fromCharCode(97 + i), name, text: "" })),
    design: "sequential",
    questions: QUESTIONS[template].map((asked) => questionOf(asked, words)),
  };
}

function questionOf(asked: Asked, { questions }: TemplateWords): SurveyQuestion {
  const { text = "", options } = questions[asked.id] ?? {};
  return {
    id: asked.id,
    kind: asked.kind,
    text,
    ...(asked.kind === "scale" ? { scale: asked.scale } : {}),
    ...(options ? { options: [...options] } : {}),
    perConcept: !asked.once,
  };
}
