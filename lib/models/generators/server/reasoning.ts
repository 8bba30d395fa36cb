/** Some models think aloud before they answer. What they think is no answer: it is neither shown nor checked. */

const OPEN = /<think(?:ing)?>/;
const CLOSE = /<\/think(?:ing)?>/;
/** The longest mark; so much of an unfinished text may still become one. */
const LONGEST_MARK = "</thinking>".length;

/** Takes a text piece by piece and keeps what is said aloud. */
export class SpokenText {
  #spoken = "";
  /** Not yet decided: may be the beginning of a mark. */
  #held = "";
  #thinking = false;

  get text(): string {
    return this.#spoken;
  }

  add(piece: string): void {
    this.#held += piece;
    while (this.#step());
    if (this.#thinking) this.#held = this.#held.slice(-LONGEST_MARK);
    else this.#say(undecided(this.#held));
  }

  /** Nothing more will come, so what was held back is no mark. */
  end(): void {
    if (!this.#thinking) this.#say(this.#held.length);
    this.#held = "";
  }

  /** Passes one mark. @returns whether there was one */
  #step(): boolean {
    const open = this.#thinking ? null : OPEN.exec(this.#held);
    const close = CLOSE.exec(this.#held);
    const mark = open && (!close || open.index < close.index) ? open : close;
    if (!mark) return false;
    if (mark === open) this.#say(mark.index);
    // without a mark that opens it was thought from the first word on: the template had opened it
    else if (!this.#thinking) this.#spoken = "";
    this.#held = this.#held.slice(mark === open ? mark[0].length : mark.index + mark[0].length);
    this.#thinking = mark === open;
    return true;
  }

  #say(length: number): void {
    const said = this.#held.slice(0, length);
    this.#spoken += this.#spoken === "" ? said.trimStart() : said;
    this.#held = this.#held.slice(length);
  }
}

/** How much of the end is surely no part of a mark. @returns characters that can be said */
function undecided(text: string): number {
  const at = text.lastIndexOf("<");
  return at >= 0 && text.length - at < LONGEST_MARK ? at : text.length;
}
