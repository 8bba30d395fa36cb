/** Words one group of reviewers uses more than the others do. */
import { groupBy } from "../material";
import type { Steps } from "../steps";
import { contentWords } from "../words";
import type { Person } from "./survey";

/** Below this the difference may be chance (z score of the log odds). */
const TELLING = 1;
/** Words of one person are a habit, not a vocabulary. */
const FEWEST_PEOPLE = 2;

/** People whose words are read between two pauses. */
const STRETCH = 50;

/** Who uses which words: by person, each stem with the form they write most often; and how many people use each stem. */
export interface WordTable {
  byPerson: ReadonlyMap<string, ReadonlyMap<string, string>>;
  people: ReadonlyMap<string, number>;
  total: number;
}

/** Counts people rather than occurrences, so that one long review does not speak for all. Linear in the length of the texts. */
export function* tabulateSteps(people: readonly Person[]): Steps<WordTable> {
  const byPerson = new Map<string, Map<string, string>>();
  for (const { key, reviews } of people) {
    byPerson.set(key, formsOf(reviews));
    if (byPerson.size % STRETCH === 0) yield;
  }
  const counts = new Map<string, number>();
  let total = 0;
  for (const forms of byPerson.values()) {
    for (const stem of forms.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    total += forms.size;
  }
  return { byPerson, people: counts, total };
}

/**
 * Log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, "Fightin' Words"), over people.
 * @param own keys of the people of the group; everybody else in the table is compared with them
 * @returns at most `limit` words as written most often, the most typical first
 */
export function typicalWords(table: WordTable, own: readonly string[], limit: number): string[] {
  const forms = new Map<string, string[]>();
  for (const key of own) {
    for (const [stem, form] of table.byPerson.get(key) ?? []) {
      const known = forms.get(stem);
      if (known) known.push(form);
      else forms.set(stem, [form]);
    }
  }
  const ownTotal = [...forms.values()].reduce((sum, { length }) => sum + length, 0);
  const alone = ownTotal === table.total;
  const scored = [...forms].flatMap(([stem, written]) => {
    const people = written.length;
    if (people < FEWEST_PEOPLE) return [];
    const z = logOdds(people, ownTotal, (table.people.get(stem) ?? people) - people, table.total - ownTotal);
    return z >= TELLING || alone ? [{ surface: mostOften(written), z, people }] : [];
  });
  scored.sort((a, b) => b.z - a.z || b.people - a.people || (a.surface < b.surface ? -1 : 1));
  return scored.slice(0, limit).map(({ surface }) => surface);
}

function logOdds(own: number, ownTotal: number, others: number, othersTotal: number): number {
  const prior = own + others;
  const all = ownTotal + othersTotal;
  const odds = (count: number, total: number) => Math.log((count + prior) / (total + all - count - prior + 1));
  return (odds(own, ownTotal) - odds(others, othersTotal)) / Math.sqrt(1 / (own + prior) + 1 / (others + prior));
}

function formsOf(reviews: Person["reviews"]): Map<string, string> {
  const uses = reviews.flatMap((review) => contentWords(review.body, review.language));
  const byStem = groupBy(uses, ({ stem }) => stem);
  return new Map([...byStem].map(([stem, group]) => [stem, mostOften(group.map(({ surface }) => surface))]));
}

/** Ties go to the form that was written first. */
function mostOften(forms: readonly string[]): string {
  const counted = [...groupBy(forms, (form) => form)].sort((a, b) => b[1].length - a[1].length);
  return counted[0]?.[0] ?? "";
}
