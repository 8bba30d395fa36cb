/**
 * Keeps web-llm from the network. The library takes its files out of the browser's cache and fetches what is not there; here the cache is
 * a shelf of files that were loaded and checked before, and what is not on it does not exist.
 */

/** A host that can never answer (RFC 2606, section 2), under which the library knows a model's files. */
const NOWHERE = "https://model.invalid/";

/** Address under which the library is told to look for a model. */
export function shelfAddress(model: string): string {
  return `${NOWHERE}${model}/resolve/stored/`;
}

/** What the library uses of `CacheStorage` and of a cache in it. */
export interface Shelf {
  open(scope: string): Promise<ShelfCache>;
}

interface ShelfCache {
  match(asked: Request | string): Promise<Response | undefined>;
  add(asked: Request | string): Promise<never>;
  keys(): Promise<{ url: string }[]>;
  delete(asked: Request | string): Promise<boolean>;
}

/** @param files of one model, by the name under which the library asks for them */
export function shelfOf(model: string, files: ReadonlyMap<string, Blob>): Shelf {
  const base = shelfAddress(model);
  const find = (asked: Request | string) => {
    const url = typeof asked === "string" ? asked : asked.url;
    return url.startsWith(base) ? files.get(url.slice(base.length)) : undefined;
  };
  const cache: ShelfCache = {
    async match(asked) {
      const file = find(asked);
      return file && new Response(file);
    },
    async add(asked) {
      throw new Error(`${typeof asked === "string" ? asked : asked.url} is not among the stored files.`);
    },
    keys: async () => [...files.keys()].map((name) => ({ url: base + name })),
    delete: async () => false,
  };
  return { open: async () => cache };
}

/** @returns a `fetch` for files of the build and for what the program carries in itself; anything else is refused. */
export function localFetch(fetch: typeof globalThis.fetch, origin: string): typeof globalThis.fetch {
  return async (asked, options) => {
    const url = new URL(asked instanceof Request ? asked.url : asked, origin);
    if (url.origin === origin || url.protocol === "data:") return fetch(asked, options);
    throw new TypeError(`Nothing is loaded from ${url.host}.`);
  };
}
