/** Reads the fields of untrusted JSON, each with a sentence that names its place when it is something else. */
export class FieldReader {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #place: string;
  readonly #problem: (sentence: string) => Error;

  private constructor(fields: Readonly<Record<string, unknown>>, place: string, problem: (sentence: string) => Error) {
    this.#fields = fields;
    this.#place = place;
    this.#problem = problem;
  }

  /** @throws what `problem` makes when the value is no object */
  static of(value: unknown, problem: (sentence: string) => Error, place = ""): FieldReader {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw problem(`${place || "it"} should be an object in curly brackets.`);
    return new FieldReader(value as Record<string, unknown>, place, problem);
  }

  text(name: string, otherwise?: string): string {
    const value = this.#value(name) ?? otherwise;
    if (typeof value !== "string") throw this.#wrong(name, "text in quotation marks");
    return value.trim();
  }

  /** As it stands, spaces and all. */
  raw(name: string): string {
    const value = this.#value(name);
    if (typeof value !== "string") throw this.#wrong(name, "text in quotation marks");
    return value;
  }

  number(name: string): number | undefined;
  number(name: string, otherwise: number): number;
  number(name: string, otherwise?: number): number | undefined {
    const value = this.#value(name) ?? otherwise;
    if (value === undefined) return undefined;
    if (typeof value !== "number" || !Number.isFinite(value)) throw this.#wrong(name, "a number");
    return value;
  }

  /** A number from `least` up. */
  least(name: string, least: number, otherwise: number): number {
    const value = this.number(name, otherwise);
    if (value < least) throw this.#wrong(name, `a number from ${least} up`);
    return value;
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.#value(name) ?? otherwise;
    if (typeof value !== "boolean") throw this.#wrong(name, "true or false");
    return value;
  }

  choice<T extends string, O extends T | undefined>(name: string, known: readonly T[], otherwise: O): T | O {
    const value = this.#value(name);
    if (value === undefined) return otherwise;
    const found = known.find((one) => one === value);
    if (found === undefined) throw this.#wrong(name, `one of ${known.join(", ")}`);
    return found;
  }

  texts(name: string): string[] | undefined {
    const value = this.#value(name);
    if (value === undefined) return undefined;
    if (!Array.isArray(value) || !value.every((one) => typeof one === "string"))
      throw this.#wrong(name, "a list of texts in square brackets");
    return value.map((one) => one.trim());
  }

  numbers(name: string): number[] {
    const value = this.#value(name);
    if (!Array.isArray(value) || !value.every((one) => typeof one === "number" && Number.isFinite(one)))
      throw this.#wrong(name, "a list of numbers");
    return [...value];
  }

  part(name: string): FieldReader | undefined {
    const value = this.#value(name);
    return value === undefined ? undefined : FieldReader.of(value, this.#problem, this.#at(name));
  }

  /** Empty where there is none. */
  list(name: string): FieldReader[] {
    const value = this.#value(name) ?? [];
    if (!Array.isArray(value)) throw this.#wrong(name, "a list in square brackets");
    return value.map((one, i) => FieldReader.of(one, this.#problem, `${this.#at(name)}[${i}]`));
  }

  names(): string[] {
    return Object.keys(this.#fields);
  }

  /** null is as good as absent: some writers of JSON say it so. */
  #value(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? (this.#fields[name] ?? undefined) : undefined;
  }

  #at(name: string): string {
    return this.#place ? `${this.#place}.${name}` : name;
  }

  #wrong(name: string, wanted: string): Error {
    return this.#problem(`"${this.#at(name)}" should be ${wanted}.`);
  }
}
