/** How well one grouping agrees with another. */

interface Contingency {
  cells: Map<string, number>;
  rows: Map<string, number>;
  columns: Map<string, number>;
  total: number;
}

function contingency(a: readonly string[], b: readonly string[]): Contingency {
  const table: Contingency = { cells: new Map(), rows: new Map(), columns: new Map(), total: a.length };
  const add = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const [i, row] of a.entries()) {
    const column = b[i] ?? "";
    add(table.cells, `${row}\u0000${column}`);
    add(table.rows, row);
    add(table.columns, column);
  }
  return table;
}

/** Normalised mutual information, arithmetic mean of the entropies: 0 (unrelated) – 1 (the same). */
export function nmi(a: readonly string[], b: readonly string[]): number {
  const { cells, rows, columns, total } = contingency(a, b);
  let mutual = 0;
  for (const [key, count] of cells) {
    const [row = "", column = ""] = key.split("\u0000");
    mutual += (count / total) * Math.log((count * total) / ((rows.get(row) ?? 1) * (columns.get(column) ?? 1)));
  }
  const entropy = (map: Map<string, number>) =>
    [...map.values()].reduce((sum, n) => sum - (n / total) * Math.log(n / total), 0);
  const mean = (entropy(rows) + entropy(columns)) / 2;
  return mean === 0 ? 1 : mutual / mean;
}

/** Adjusted Rand index (Hubert, Arabie 1985): 0 by chance, 1 the same. */
export function ari(a: readonly string[], b: readonly string[]): number {
  const { cells, rows, columns, total } = contingency(a, b);
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const sum = (map: Map<string, number>) => [...map.values()].reduce((s, n) => s + pairs(n), 0);
  const expected = (sum(rows) * sum(columns)) / pairs(total);
  const most = (sum(rows) + sum(columns)) / 2;
  return most === expected ? 1 : (sum(cells) - expected) / (most - expected);
}
