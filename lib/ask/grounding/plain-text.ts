/** Makes plain text of what a model wrote: no markup, no addresses, nothing that turns or hides text. */
import { defang } from "./hostile";
import { LONGEST_STATEMENT } from "./schema";

const ADDRESS =
  /(?:\b[a-z][a-z0-9+.-]{1,20}:\/\/|\bwww\.|\b(?:javascript|data|mailto|tel):)\S*|(?<![\p{L}\p{N}@])[\w-]{2,63}\.(?:com|net|org|io|shop|store|xyz|top|info|online|site|biz|ru|cn|example|dev|app|co)(?:\/\S*)?(?![\p{L}\p{N}])/giu;
const MAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gu;
const MARKDOWN_LINK = /!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)/gu;
const TAG = /<\/?[a-z!][^>]{0,500}>?/giu;
const ENTITY = /&(?:#x?[0-9a-f]{1,6}|[a-z]{2,10});/giu;
const MARKUP = /(?:\*\*|__|~~|`+|^#{1,6}\s+|^>\s+)/gmu;

/** @returns one line without markup, links or mail addresses; "" when nothing else was said */
export function plainText(text: string): string {
  const bare = text
    .slice(0, 8 * LONGEST_STATEMENT)
    .replace(MARKDOWN_LINK, "$1")
    .replace(TAG, " ")
    .replace(ENTITY, " ")
    .replace(ADDRESS, " ")
    .replace(MAIL, " ")
    .replace(MARKUP, "");
  const line = defang(bare, "", 2 * LONGEST_STATEMENT + 1);
  return line
    .replace(/^["“”'«»\s]+(?=\P{L}*$)/u, "")
    .replace(/\s+([.!?,;:])/gu, "$1")
    .trim();
}
