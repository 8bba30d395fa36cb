/** Takes out of a page what it says about itself in data, so that only what it shows is left to read. */

const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/gi;
const TAG = /<[a-z][^>]*>/gi;
const MARKUP =
  /\s(?:itemprop|itemscope|itemtype|itemid|itemref|typeof|vocab|property|resource)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+))?(?=[\s/>])/gi;

/** @returns the page without scripts (JSON-LD, state) and without microdata and RDFa; `<meta>` of social networks stays */
export function withoutStructuredData(html: string): string {
  return html
    .replace(SCRIPT, "")
    .replace(TAG, (tag) => (/^<meta\b[^>]*\bog:/i.test(tag) ? tag : tag.replace(MARKUP, "")));
}
