/** Groups of vectors that are alike, without being told how many: average linkage (Sokal, Michener 1958), cut at a similarity. */
import { dot } from "./centres";

/**
 * Joins the two most similar groups again and again while their mean similarity is at least `least`. Time and memory grow with the square
 * of the number of vectors: meant for up to about a thousand.
 * @param vectors L2-normalised, all of one length
 * @param least cosine, −1..1
 * @returns members of each group, largest group first, members in order
 */
export function linkGroups(vectors: readonly Float32Array[], least: number): number[][] {
  const links = new Links(vectors);
  for (let pair = links.best(least); pair; pair = links.best(least)) links.join(...pair);
  return links.groups().sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number));
}

/** Mean similarities between living groups, each remembering its nearest. */
class Links {
  private readonly count: number;
  private readonly similarity: Float32Array;
  private readonly members: (number[] | undefined)[];
  private readonly nearest: Int32Array;

  constructor(vectors: readonly Float32Array[]) {
    this.count = vectors.length;
    this.similarity = new Float32Array(this.count * this.count).fill(-2);
    this.members = vectors.map((_, i) => [i]);
    this.nearest = new Int32Array(this.count).fill(-1);
    for (let i = 0; i < this.count; i++) {
      for (let j = 0; j < i; j++) this.put(i, j, dot(vectors[i] as Float32Array, vectors[j] as Float32Array));
    }
    for (let i = 0; i < this.count; i++) this.seek(i);
  }

  /** @returns the two groups most alike, if they are alike enough */
  best(least: number): [number, number] | undefined {
    let [at, most] = [-1, least];
    for (let i = 0; i < this.count; i++) {
      if (!this.members[i] || (this.nearest[i] as number) < 0) continue;
      const likeness = this.at(i, this.nearest[i] as number);
      if (likeness > most) [at, most] = [i, likeness];
    }
    return at < 0 ? undefined : [at, this.nearest[at] as number];
  }

  /** The second group becomes part of the first. */
  join(i: number, j: number): void {
    const [mine, theirs] = [this.members[i] as number[], this.members[j] as number[]];
    const all = mine.length + theirs.length;
    this.members[j] = undefined;
    for (let k = 0; k < this.count; k++) {
      if (this.members[k] && k !== i)
        this.put(i, k, (mine.length * this.at(i, k) + theirs.length * this.at(j, k)) / all);
    }
    this.members[i] = [...mine, ...theirs];
    for (let k = 0; k < this.count; k++) {
      if (!this.members[k]) continue;
      const near = this.nearest[k] as number;
      if (k === i || near === i || near === j) this.seek(k);
      else if (near >= 0 && this.at(k, i) > this.at(k, near)) this.nearest[k] = i;
    }
  }

  groups(): number[][] {
    return this.members.flatMap((group) => (group ? [group.sort((a, b) => a - b)] : []));
  }

  private seek(i: number): void {
    let best = -1;
    for (let j = 0; j < this.count; j++) {
      if (j !== i && this.members[j] && (best < 0 || this.at(i, j) > this.at(i, best))) best = j;
    }
    this.nearest[i] = best;
  }

  private at(i: number, j: number): number {
    return this.similarity[i * this.count + j] as number;
  }

  private put(i: number, j: number, value: number): void {
    this.similarity[i * this.count + j] = value;
    this.similarity[j * this.count + i] = value;
  }
}
