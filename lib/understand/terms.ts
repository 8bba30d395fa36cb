/** Candidate names of themes: words and short phrases that are used like nouns. */
import { aspectsIn } from "./aspects";
import { stopWords } from "./stop-words";
import { type Word, wordsOf } from "./words";

/** A word or phrase in a collection of sentences. */
export interface Term {
  key: string;
  /** Number of words in it. */
  length: number;
  /** Indices of the sentences that contain it. */
  sentences: Set<number>;
  /** How it was written, how often. */
  surfaces: Map<string, number>;
  /** Of its words; "" for an aspect, which is one over all languages. */
  language: string;
  /** Set for general aspects: id in the lexicon. */
  aspect?: string;
  /** How often it is used like a noun, 0–1. */
  nounness: number;
}

export interface TermIndex {
  /** Terms that name things, by key. */
  terms: Map<string, Term>;
  /** Keys of the terms in each sentence. */
  bySentence: string[][];
  /** Words and phrases that say how or what happens ("loud", "stopped working"), by key: they name parts of a theme. */
  manners: Map<string, Term>;
  mannersBySentence: string[][];
}

/** Less than this is a verb or an adjective. */
const NOUN = 0.35;
/** Endings of English adjectives and adverbs, and the nouns that look like them. */
const ADJECTIVE = /.{3}(?:est|ly|able|ible|less|ous|ful|ive|ed|ic)$/u;
const NOT_ADJECTIVE = words(
  "vegetable cable request family assembly supply speed reply forest chest guest interest contest harvest drive archive adhesive handful spoonful fabric music traffic plastic elastic ceramic mechanic clinic topic logic graphic",
);
/** Between two nouns of a Romance phrase: "durée de vie", "calidad del sonido". */
const CONNECTORS = new Set(["de", "d", "du", "des", "del", "di", "della", "do", "da", "à", "a"]);
const ROMANCE = new Set(["fr", "es", "it", "pt", "ro"]);
/** Scripts without spaces: one sign is rarely a name, and phrases are written together. */
const UNSPACED = new Set(["zh", "ja", "th"]);

/** What stands before a noun, and what before a verb or adjective: a cheap reading of parts of speech. */
const BEFORE_NOUN: Record<string, Set<string>> = {
  en: words(
    "a an the my your its his her our their this these those no any some every each of with for in on from about per both all more less great good bad poor nice excellent best better new old whole only other",
  ),
  fr: words(
    "le la les l un une des du de d au aux ce cet cette ces mon ma mes son sa ses notre votre leur leurs bon bonne mauvais mauvaise pour avec sans",
  ),
  es: words(
    "el la los las un una unos unas del al de mi mis su sus este esta estos estas buen buena mal mala con sin para gran",
  ),
  it: words(
    "il lo la i gli le l un una uno del della dei delle al alla di mio mia suo sua con senza per buona ottima ottimo",
  ),
  pt: words("o a os as um uma do da dos das no na de meu minha seu sua com sem para boa bom ótima ótimo"),
  de: words(
    "der die das den dem des ein eine einen einem einer mein meine kein keine diese dieser dieses mit ohne für im am zum zur vom gute guter gutes schlechte",
  ),
  nl: words("de het een mijn dit dat deze die geen met zonder voor goede slechte"),
};
const BEFORE_OTHER: Record<string, Set<string>> = {
  en: words(
    "i you he she it we they to can could will would should may might must do does did don doesn didn not never very so too really just be is are was were been am that who which and also always still even i've i'm it's",
  ),
  fr: words("je tu il elle on nous vous ils elles ne n pas très trop plus bien est sont était a ai s se y j"),
  es: words("yo no se me lo te le nos muy más tan es son está están era que he ha han"),
  it: words("io non si mi ti ci molto più è sono era ho ha che"),
  pt: words("eu não se me muito mais é são está era que foi"),
  de: words("ich du er sie es wir man nicht sehr zu ist sind war hat habe so"),
  nl: words("ik je hij ze we niet erg zeer te is zijn was heeft heb"),
};

/**
 * @param sentences texts with their languages
 * @param about name of what they are about: it is no term
 * @returns terms used at least twice, with the sentences they are in; proper names of people and places are left out where case tells
 */
export function indexTerms(sentences: readonly { text: string; language: string }[], about = ""): TermIndex {
  const terms = new Map<string, Term>();
  const usage: Usages = new Map();
  const named = namesOf(about, sentences);
  for (const [index, { text, language }] of sentences.entries()) {
    const all = wordsOf(text, language);
    observe(all, language, usage);
    for (const phrase of phrasesOf(text, all, language)) addTerm(terms, phrase, index, language);
    for (const [aspect, surface] of aspectsIn(text, all, language)) addAspect(terms, aspect, surface, index);
  }
  return sortOut(terms, usage, named, sentences.length);
}

/** @returns keys of the aspects, words and phrases of one text, as in an index; each once */
export function termsIn(text: string, language: string): string[] {
  const all = wordsOf(text, language);
  const phrases = phrasesOf(text, all, language).map(({ key }) => `${language}\u0000${key}`);
  const aspects = [...aspectsIn(text, all, language).keys()].map((aspect) => `#${aspect}`);
  return [...new Set([...aspects, ...phrases])];
}

function sortOut(terms: Map<string, Term>, usage: Usages, named: Set<string>, count: number): TermIndex {
  const lists = () => Array.from({ length: count }, (): string[] => []);
  const index: TermIndex = { terms: new Map(), bySentence: lists(), manners: new Map(), mannersBySentence: lists() };
  for (const [key, term] of terms) {
    if (named.has(key) || (term.sentences.size < 2 && !term.aspect)) continue;
    term.nounness = term.aspect ? 1 : nounness(term, usage);
    const noun = term.nounness >= NOUN;
    (noun ? index.terms : index.manners).set(key, term);
    for (const place of term.sentences) (noun ? index.bySentence : index.mannersBySentence)[place]?.push(key);
  }
  return index;
}

/** Keys of the single words of a product's name, in every language at hand. */
function namesOf(about: string, sentences: readonly { language: string }[]): Set<string> {
  const languages = new Set(sentences.map(({ language }) => language));
  return new Set(
    [...languages].flatMap((language) => wordsOf(about, language).map((word) => `${language}\u0000${word.key}`)),
  );
}

interface Phrase {
  key: string;
  surface: string;
  length: number;
}

function addTerm(terms: Map<string, Term>, { key, surface, length }: Phrase, index: number, language: string): void {
  const id = `${language}\u0000${key}`;
  const term: Term = terms.get(id) ?? {
    key: id,
    length,
    sentences: new Set(),
    surfaces: new Map(),
    language,
    nounness: 0,
  };
  term.sentences.add(index);
  term.surfaces.set(surface, (term.surfaces.get(surface) ?? 0) + 1);
  terms.set(id, term);
}

function addAspect(terms: Map<string, Term>, aspect: string, surface: string, index: number): void {
  const key = `#${aspect}`;
  const term: Term = terms.get(key) ?? {
    key,
    length: 1,
    sentences: new Set(),
    surfaces: new Map(),
    language: "",
    aspect,
    nounness: 1,
  };
  term.sentences.add(index);
  term.surfaces.set(surface, (term.surfaces.get(surface) ?? 0) + 1);
  terms.set(key, term);
}

/** Content words alone, two or three in a row, and "noun de noun". */
function phrasesOf(text: string, all: readonly Word[], language: string): Phrase[] {
  const stop = stopWords(language);
  const content = all.map((word) => isContent(word, language, stop));
  const connects = all.map((word, i) => !content[i] && isConnector(word, language));
  const phrases: Phrase[] = [];
  for (const [i, first] of all.entries()) {
    if (!content[i]) continue;
    let [key, length] = [first.key, 1];
    phrases.push({ key, surface: first.text, length });
    for (let j = i + 1; j < Math.min(all.length, i + 3); j++) {
      const word = all[j] as Word;
      if (!(content[j] || connects[j]) || !adjacent(text, all[j - 1] as Word, word)) break;
      key += ` ${word.key}`;
      if (!content[j]) continue;
      phrases.push({ key, surface: text.slice(first.start, word.end).replace(/\s+/gu, " "), length: ++length });
    }
  }
  return phrases;
}

function isConnector(word: Word, language: string): boolean {
  return ROMANCE.has(language) && CONNECTORS.has(word.text.toLowerCase());
}

function isContent(word: Word, language: string, stop: ReadonlySet<string>): boolean {
  const lower = word.text.toLowerCase();
  if (stop.has(lower) || stop.has(lower.replace(/['’].*$/u, "")) || !/\p{L}/u.test(lower)) return false;
  if (language === "ja" && /^\p{Script=Hiragana}+$/u.test(lower)) return false; // verbs and particles
  return [...lower].length >= (UNSPACED.has(language) ? 2 : 3) && !/\d{2,}/u.test(lower);
}

function adjacent(text: string, a: Word, b: Word): boolean {
  return b.start === a.end || (b.start === a.end + 1 && /[\s\-'’]/u.test(text[a.end] ?? ""));
}

interface Usage {
  noun: number;
  other: number;
  /** Capitalised inside a sentence, and not. */
  upper: number;
  lower: number;
}

/** By language, then by word. */
type Usages = Map<string, Map<string, Usage>>;

function observe(all: readonly Word[], language: string, usage: Usages): void {
  const nouns = Object.hasOwn(BEFORE_NOUN, language) ? BEFORE_NOUN[language] : undefined;
  const others = Object.hasOwn(BEFORE_OTHER, language) ? BEFORE_OTHER[language] : undefined;
  const own = usage.get(language) ?? new Map<string, Usage>();
  usage.set(language, own);
  for (const [i, word] of all.entries()) {
    let seen = own.get(word.key);
    if (!seen) {
      seen = { noun: 0, other: 0, upper: 0, lower: 0 };
      own.set(word.key, seen);
    }
    if (i === 0) continue;
    const before = (all[i - 1] as Word).text.toLowerCase();
    if (nouns?.has(before)) seen.noun++;
    else if (others?.has(before)) seen.other++;
    if (isCapitalised(word.text)) seen.upper++;
    else seen.lower++;
  }
}

/** A capital, then a small letter: "Anna", not "USB". */
function isCapitalised(word: string): boolean {
  const [first = "", second = ""] = [word[0], word[1]];
  return first !== first.toLowerCase() && second !== second.toUpperCase();
}

/** A phrase is as noun-like as its head, and no part of it may be a name. */
function nounness(term: Term, usage: Usages): number {
  const parts = term.key.slice(term.language.length + 1).split(" ");
  const seen = parts.map((part) => usage.get(term.language)?.get(part));
  if (term.language !== "de" && seen.some((use) => use && use.upper > use.lower)) return 0;
  if (
    parts.length === 1 &&
    term.language === "en" &&
    ADJECTIVE.test(parts[0] ?? "") &&
    !NOT_ADJECTIVE.has(parts[0] ?? "")
  )
    return 0;
  const head = ROMANCE.has(term.language) ? seen[0] : seen.at(-1);
  if (!head || !Object.hasOwn(BEFORE_NOUN, term.language)) return 0.6;
  // "The shoulder strap": what stands before a phrase speaks for its last word too.
  const noun = head.noun + (parts.length > 1 ? (seen[0]?.noun ?? 0) + 1 : 0);
  return (noun + 0.5) / (noun + head.other + 1.3);
}

function words(list: string): Set<string> {
  return new Set(list.split(" "));
}
