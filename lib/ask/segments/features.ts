/** Everything a reviewer can be told apart by, counted once per person and used for all segments. */
import type { AspectMention, Polarity, Sentence, Trait } from "../../domain";
import { primaryLanguage } from "../language";
import { groupBy } from "../material";
import { netPolarity } from "../topics";
import { type Crowd, peopleOf } from "./crowd";
import type { ExperienceGroup } from "./experience";
import { placeKey } from "./places";
import { satisfaction } from "./satisfaction";
import type { SpokenGroup } from "./spoken";

/** Something that some of the people show. */
export interface Feature {
  kind: Trait["kind"];
  /** The same over readings: a theme's id, a situation's key, a stem. */
  key: string;
  topic: string;
  polarity?: Polarity;
  people: ReadonlySet<number>;
  /** Those of whom it could be known; absent: everybody. */
  among?: ReadonlySet<number>;
}

/** What was found that reviewers say of themselves. */
export interface Spoken {
  situations: readonly SpokenGroup[];
  needs: readonly SpokenGroup[];
  experience: readonly ExperienceGroup[];
  places: readonly { key: string; place: string; reviewIds: readonly string[] }[];
}

/** @returns features of all kinds but words */
export function featuresOf(crowd: Crowd, { situations, needs, experience, places }: Spoken): Feature[] {
  const said = (kind: Trait["kind"], groups: readonly SpokenGroup[]): Feature[] =>
    groups.map(({ key, topic, reviewIds }) => ({ kind, key, topic, people: peopleOf(reviewIds, crowd) }));
  return [
    ...themeFeatures(crowd),
    ...matterFeatures(crowd),
    ...said("situation", situations),
    ...said("need", needs),
    ...said("experience", experience),
    ...placeFeatures(crowd, places),
    ...markFeatures(crowd),
    ...givenFeatures(crowd),
  ];
}

/** Who speaks of a theme, and who praises it or complains about it on the whole. */
function themeFeatures(crowd: Crowd): Feature[] {
  const named = new Map(
    crowd.themes
      .filter(({ rest, general, parentId }) => !rest && !general && !parentId)
      .map((theme) => [theme.id, theme]),
  );
  const about = crowd.sentences.filter(({ themeId = "" }) => named.has(themeId));
  return [...groupBy(about, ({ themeId }) => themeId ?? "")].flatMap(([key, sentences]) =>
    withSides("theme", key, named.get(key)?.label ?? key, sentences, crowd),
  );
}

function withSides(
  kind: Trait["kind"],
  key: string,
  topic: string,
  sentences: readonly Sentence[],
  crowd: Crowd,
): Feature[] {
  const byPerson = groupBy(sentences, ({ reviewId }) => crowd.personOf.get(reviewId) ?? -1);
  const sides = [...byPerson].map(([person, said]) => ({ person, side: netPolarity(said) }));
  const on = (side: Polarity) => new Set(sides.filter((one) => one.side === side).map(({ person }) => person));
  return [
    { kind, key, topic, people: new Set(byPerson.keys()) },
    { kind, key, topic, polarity: "positive", people: on("positive") },
    { kind, key, topic, polarity: "negative", people: on("negative") },
  ];
}

/** Matters of the general list, by how the single mentions feel. */
function matterFeatures(crowd: Crowd): Feature[] {
  const mentions = crowd.sentences.flatMap(({ reviewId, aspects = [] }) =>
    aspects.flatMap((aspect) => (aspect.category ? [{ reviewId, aspect, key: aspect.category }] : [])),
  );
  return [...groupBy(mentions, ({ key }) => key)].flatMap(([key, all]) => {
    const on = (side?: Polarity) =>
      peopleOf(
        all.filter(({ aspect }) => side === undefined || feels(aspect, side)).map(({ reviewId }) => reviewId),
        crowd,
      );
    const of = { kind: "matter" as const, key, topic: key };
    return [
      { ...of, people: on() },
      { ...of, polarity: "positive" as const, people: on("positive") },
      { ...of, polarity: "negative" as const, people: on("negative") },
    ];
  });
}

function feels({ sentiment }: AspectMention, side: Polarity): boolean {
  return sentiment.label === side;
}

function placeFeatures(crowd: Crowd, places: Spoken["places"]): Feature[] {
  const among = peopleOf(
    crowd.reviews.filter(({ location = "" }) => placeKey(location) !== "").map(({ id }) => id),
    crowd,
  );
  return places.map(({ key, place, reviewIds }) => ({
    kind: "place",
    key,
    topic: place,
    people: peopleOf(reviewIds, crowd),
    among,
  }));
}

/** What sentences do, and which emotion they show. */
function markFeatures(crowd: Crowd): Feature[] {
  const marks = crowd.sentences.flatMap(({ reviewId, intents = [], emotion }) => [
    ...intents.map(({ intent }) => ({ kind: "intent" as const, topic: intent as string, reviewId })),
    ...(emotion ? [{ kind: "emotion" as const, topic: emotion.emotion as string, reviewId }] : []),
  ]);
  return [...groupBy(marks, ({ kind, topic }) => `${kind} ${topic}`)].flatMap(([, [first, ...more]]) => {
    if (!first) return [];
    const ids = [first, ...more].map(({ reviewId }) => reviewId);
    return [{ kind: first.kind, key: first.topic, topic: first.topic, people: peopleOf(ids, crowd) }];
  });
}

/** What is known of a review as a whole: content or not, its language, whether the purchase is verified. */
function givenFeatures(crowd: Crowd): Feature[] {
  const { reviews, languageOf } = crowd;
  const by = (kind: Trait["kind"], value: (review: (typeof reviews)[number]) => string | undefined): Feature[] => {
    const known = reviews.flatMap((review) => {
      const key = value(review);
      return key === undefined ? [] : [{ key, id: review.id }];
    });
    const ids = (list: typeof known) => list.map(({ id }) => id);
    const among = peopleOf(ids(known), crowd);
    return [...groupBy(known, ({ key }) => key)].map(([key, all]) => ({
      kind,
      key,
      topic: key,
      people: peopleOf(ids(all), crowd),
      ...(among.size < crowd.people ? { among } : {}),
    }));
  };
  const saysNot = reviews.some(({ verified }) => verified === false);
  return [
    ...by("sentiment", (review) => satisfaction(review)),
    ...by("language", ({ id }) => knownLanguage(languageOf.get(id))),
    // a badge that some have and others lack tells, as long as nobody is said to lack it
    ...by("verified", ({ verified = saysNot ? undefined : false }) =>
      verified === undefined ? undefined : verified ? "yes" : "no",
    ).filter(({ key }) => key === "yes" || saysNot),
  ];
}

function knownLanguage(tag = "und"): string | undefined {
  const language = primaryLanguage(tag);
  return language === "und" ? undefined : language;
}
