/**
 * The database schema and its versions. Only the engine writes; the panel reads through liveQuery.
 * A new version adds a `.version(n)` block and never edits an older one (https://dexie.org/docs/Tutorial/Design).
 */
import Dexie, { type EntityTable } from "dexie";
import type { Recipe } from "../collect/recipe/recipe";
import type { Code, Conversation, Finding, Persona, Review, Sentence, Subject, Theme, ThemeEdit } from "../domain";
import type { StoredReading } from "./readings";

/** A stored review. `understood` is the version of the heads that read it, 0 while it waits (indexable, unlike undefined). */
export interface StoredReview extends Review {
  understood: number;
  /** Why it could not be understood after two tries, in a sentence; it is then not tried again in this version. */
  failure?: string;
  finding?: Finding;
}

/** A subject with its place in the pipeline: themes and personas are made again when `settled` lags behind. */
export interface StoredSubject extends Subject {
  /** Number of understood reviews the present themes and personas were made from. */
  settled: number;
  /** Raised whenever its themes are replaced, by hand too. */
  themed?: number;
}

/** A small fact the engine keeps for itself, such as the per-language mean vectors. */
export interface Setting {
  key: string;
  value: unknown;
}

/** One change of the themes by hand; `at` orders them. */
export interface StoredThemeEdit {
  id?: number;
  subjectId: string;
  edit: ThemeEdit;
  /** Themes it spoke of, as they were named: some of them are seen no more until it is taken back. */
  names?: { id: string; label: string; madeLabel?: string }[];
  /** ISO 8601. */
  at: string;
}

export class EarshotDatabase extends Dexie {
  subjects!: EntityTable<StoredSubject, "id">;
  reviews!: EntityTable<StoredReview, "id">;
  sentences!: EntityTable<Sentence, "id">;
  themes!: EntityTable<Theme, "id">;
  personas!: EntityTable<Persona, "id">;
  conversations!: EntityTable<Conversation, "id">;
  settings!: EntityTable<Setting, "key">;
  recipes!: EntityTable<Recipe, "id">;
  themeEdits!: EntityTable<StoredThemeEdit, "id">;
  codes!: EntityTable<Code, "id">;
  readings!: EntityTable<StoredReading, "key">;

  constructor(name = "earshot") {
    super(name);
    this.version(1).stores({
      subjects: "id, site, lastRead",
      reviews: "id, subjectId, understood, [subjectId+understood]",
      sentences: "id, reviewId, subjectId",
      themes: "id, subjectId",
      personas: "id, subjectId",
      conversations: "id, subjectId, personaId",
      settings: "key",
    });
    this.version(2).stores({ recipes: "id, host" });
    this.version(3).stores({ themeEdits: "++id, subjectId", codes: "id, subjectId" });
    this.version(4).stores({ readings: "key, network, *subjects" });
  }
}
