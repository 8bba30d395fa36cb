/** One code against all other texts, as a researcher makes it: from marked examples, and from answers to what Earshot asks. */
import { confidenceOf, linkOf } from "../../lib/understand/codes/confidence";
import { type LearntCode, type Lesson, learnCode } from "../../lib/understand/codes/learn";
import { inner } from "../../lib/understand/codes/linear-algebra";
import { whatToAsk } from "../../lib/understand/codes/questions";
import { type CodeSpace, placeIn } from "../../lib/understand/codes/space";
import { sample, seededRandom } from "../train/random";
import { centroids, plainLogistic } from "./code-baselines";
import { type CodedSpace, rounded, rowAt } from "./code-classes";
import { averagePrecision, Calibration, f1, mean } from "./code-scores";

const JUDGEMENTS = [5, 10, 20];
/** Marked before anything is asked, and answered before it learns again. */
const FIRST = 5;
/** Other texts taken for "no" by logistic regression. */
const TAKEN_FOR_NO = 100;
/** More change nothing that is printed. */
const ROUNDS = 50;
const COST = 10;

/** One code to be found again, with what is known of it. */
interface Task {
  space: CodeSpace;
  belongs: boolean[];
  /** Rows in the order a person comes across them. */
  yes: number[];
  no: number[];
  name: Lesson | undefined;
}

/** Figures of one way to learn with one number of judgements, over all codes and seeds. */
class Tally {
  private readonly precision: number[] = [];
  private readonly f1s: number[] = [];
  private readonly milliseconds: number[] = [];
  private readonly calibration = new Calibration();

  add(
    scores: ArrayLike<number>,
    belongs: readonly boolean[],
    judged: ReadonlySet<number>,
    milliseconds?: number,
  ): void {
    const open = belongs.flatMap((_, i) => (judged.has(i) ? [] : [i]));
    const own = open.map((i) => belongs[i] as boolean);
    const values = open.map((i) => scores[i] as number);
    this.precision.push(averagePrecision(values, own));
    if (milliseconds === undefined) return; // a baseline has no confidences
    this.milliseconds.push(milliseconds);
    this.f1s.push(f1(values, own));
    for (const [i, value] of values.entries()) this.calibration.add(value, own[i] as boolean);
  }

  get figures(): Record<string, number> {
    const ap = { "average precision": mean(this.precision) };
    if (this.milliseconds.length === 0) return rounded(ap);
    const { calibration } = this;
    const sure = { ECE: calibration.error(), "ECE of suggestions": calibration.error(0.2) };
    return rounded({ ...ap, F1: mean(this.f1s), ...sure, "ms to learn": mean(this.milliseconds) });
  }
}

/** @returns figures by way of learning and number of judgements */
export function measureCodes(coded: CodedSpace): Record<string, Record<string, number>> {
  const tallies = new Map<string, Tally>();
  const tally = (name: string) => {
    const known = tallies.get(name) ?? new Tally();
    tallies.set(name, known);
    return known;
  };
  for (const code of new Set(coded.codes.flatMap((own) => own ?? []))) {
    for (const seed of coded.seeds) measureCode(taskOf(coded, code, seed), tally);
  }
  return Object.fromEntries([...tallies].map(([name, { figures }]) => [name, figures]));
}

function taskOf({ space, codes, names }: CodedSpace, code: string, seed: number): Task {
  const random = seededRandom(seed);
  const belongs = codes.map((own) => own === code);
  const all = belongs.map((_, i) => i);
  const name = names.get(code);
  return {
    space,
    belongs,
    yes: sample(
      all.filter((i) => belongs[i]),
      Math.max(...JUDGEMENTS),
      random,
    ),
    no: sample(
      all.filter((i) => !belongs[i]),
      TAKEN_FOR_NO,
      random,
    ),
    name: name && { row: placeIn(space, name), yes: true, weight: 1, judged: false },
  };
}

function measureCode(task: Task, tally: (name: string) => Tally): void {
  for (const count of JUDGEMENTS) {
    const marked = task.yes.slice(0, count);
    ours(task, marked, false, tally(`${count} marked`));
    ours(task, marked, true, tally(`${count} marked and a name`));
    if (count > FIRST)
      ours(task, asked(task, count), true, tally(`${FIRST} marked, ${count - FIRST} asked, and a name`));
    baselines(task, marked, (name) => tally(`${count} marked: ${name}`));
  }
  ours(task, [], true, tally("only a name"));
}

function ours(task: Task, judged: readonly number[], named: boolean, tally: Tally): void {
  const started = performance.now();
  const { confidences } = learn(task, judged, named);
  tally.add(confidences, task.belongs, new Set(judged), performance.now() - started);
}

function learn(task: Task, judged: readonly number[], named: boolean) {
  const lessons = judged.map((i): Lesson => {
    return { row: rowAt(task.space, i), yes: task.belongs[i] as boolean, weight: 1, judged: true };
  });
  if (named && task.name) lessons.push(task.name);
  const learnt: LearntCode = learnCode(task.space, lessons);
  const link = linkOf(learnt, lessons);
  return { lessons, confidences: learnt.scores.map((score) => confidenceOf(score, link)) };
}

/** Starts from marked examples and answers what is asked, truthfully, until there are `count` judgements. */
function asked(task: Task, count: number): number[] {
  const judged = task.yes.slice(0, FIRST);
  while (judged.length < count) {
    const { lessons, confidences } = learn(task, judged, true);
    const open = task.belongs.flatMap((_, i) => (judged.includes(i) ? [] : [i]));
    judged.push(...whatToAsk(task.space, open, confidences, lessons).slice(0, Math.min(FIRST, count - judged.length)));
  }
  return judged;
}

function baselines({ space, belongs, no }: Task, marked: readonly number[], tally: (name: string) => Tally): void {
  const rows = (indices: readonly number[]) => indices.map((i) => rowAt(space, i));
  const judged = new Set(marked);
  const [centroid] = centroids([rows(marked)]);
  const [weights] = plainLogistic([rows(marked), rows(no)], COST, { rounds: ROUNDS, bias: true });
  const scores = (direction: ArrayLike<number>) => belongs.map((_, i) => inner(rowAt(space, i), direction));
  if (centroid) tally("nearest centroid").add(scores(centroid), belongs, judged);
  if (weights) tally("logistic regression").add(scores(weights), belongs, judged);
}
