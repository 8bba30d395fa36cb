/** Names of private persons: only where words announce one, so that brands, products and towns stay. */
import type { Span } from "../domain";
import { places } from "./personal-contacts";
import { HAN_SURNAMES, isGivenName } from "./personal-given-names";
import { CERTAIN, LIKELY, LIKELY_SIGNATURE, NOT_PRIVATE, SIGNATURE } from "./personal-name-cues";

const HAN: readonly RegExp[] = [
  // "My name is …"
  /(?<=(?:我叫|我的名字(?:是|叫)|本人|姓名[：:]\s?))\p{Script=Han}{2,3}(?=[，。,.！!、\s]|$)/gu,
  /(?<=(?:私の名前は|名前は))[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{2,8}?(?=です|と(?:申|言|い))/gu,
  /(?<=^|[。、\n\s])[\p{Script=Han}\p{Script=Katakana}]{2,6}(?=と申します)/gu,
  // Family name and title.
  new RegExp(
    `(?<!\\p{Script=Han})[${HAN_SURNAMES}](?:\\p{Script=Han}{0,2})(?=先生|女士|小姐|师傅|老师|经理|總監|阿姨)`,
    "gu",
  ),
  new RegExp(
    `(?<=[是的和跟给找叫让谢由位服员])[${HAN_SURNAMES}](?:\\p{Script=Han}{0,2})(?=先生|女士|小姐|师傅|老师|经理)`,
    "gu",
  ),
  new RegExp(
    `(?<=客服|店员|导购|技师|销售|快递员|感谢|谢谢)小?[${HAN_SURNAMES}]\\p{Script=Han}{0,2}(?=[，。,！!\\s]|的|很|帮|态|$)`,
    "gu",
  ),
  new RegExp(`(?<=客服|店员|导购|技师|销售|谢谢|感谢)小[${HAN_SURNAMES}]`, "gu"),
  /(?<![\p{Script=Han}\p{Script=Katakana}])(?:\p{Script=Han}{2,4}|\p{Script=Katakana}{2,8})(?=さん|様|氏)/gu,
  /(?<=제 이름은 |저는 )\p{Script=Hangul}{2,4}(?=입니다|이고|예요|이에요)/gu,
  /(?<!\p{Script=Hangul})[김이박최정강조윤장임한오서신권황안송류전홍]\p{Script=Hangul}{1,2}(?=\s?씨)/gu,
];
/** What さん and 様 also follow: trades, relations, anybody. */
const NO_ONE =
  /^(?:お?客|店員?|皆|業者|奥|旦那|子供|子|娘|息子|赤|医者|母|父|姉|兄|祖母|祖父|叔母|叔父|本屋|神|王|仏|両親|配達員|担当者?|販売者?|出品者?|運送会社|メーカー|スタッフ|ショップ|ユーザー|オーナー|レビュアー|ママ|パパ|沢山|同|他|何|誰|貴|相手|殿|外国人|同居人|店主|店長|大家|隣人|近所|友達|先輩)$/u;
const HAN_TITLE = /(?<=.)(?:先生|女士|小姐|师傅|老师|经理)$/u;
const HAN_NO_ONE =
  /^(?:老师|任何|周围|高级|金牌|白天|方便|安装|向来|万能|何况|高效|于是|田园|石头|江湖|任意|程度|余下|严格)/u;

/**
 * @param author the review's author; a repeated "Anna K." is masked, a screen name is not
 * @param notPersons names that belong to the subject
 * @returns places of names, without their titles
 */
export function findPersons(text: string, author?: string, notPersons: readonly string[] = []): Span[] {
  const others = new Set(notPersons.flatMap((name) => [name.toLowerCase(), ...name.toLowerCase().split(/\s+/u)]));
  const named = [...CERTAIN, SIGNATURE].flatMap((cue) => names(text, cue, false));
  const likely = [...LIKELY, LIKELY_SIGNATURE].flatMap((cue) => names(text, cue, true));
  const han = HAN.flatMap((pattern) => places(text, pattern))
    .map((place) => ({
      ...place,
      end: place.end - (HAN_TITLE.exec(text.slice(place.start, place.end))?.[0].length ?? 0),
    }))
    .filter(({ start, end }) => {
      const name = text.slice(start, end);
      const polite = /^(?:さん|様|氏)/u.test(text.slice(end, end + 2));
      return !(polite && NO_ONE.test(name)) && !HAN_NO_ONE.test(name);
    });
  const found = [...named, ...likely, ...han].filter(({ start, end }) => isPrivate(text.slice(start, end), others));
  return [...found, ...authorIn(text, author)];
}

/** The name is the cue's last group; a likely one must begin with a given name and loses capitalised words that are none. */
function names(text: string, cue: RegExp, mustBeGiven: boolean): Span[] {
  return [...text.matchAll(cue)].flatMap((match) => {
    const name = match[1] ?? "";
    const start = match.index + match[0].indexOf(name, match[0].length - name.length - 6);
    const first = name.split(/[\s.]/u)[0] ?? "";
    if (mustBeGiven && !isGivenName(first)) return [];
    return [{ start, end: start + withoutCommon(name).length }];
  });
}

/** "Frau Weber Die" and "Maria I": a capital of the next sentence or of "I" is no part of a name. */
function withoutCommon(name: string): string {
  return name
    .replace(
      /\s(?:I|He|She|It|They|We|You|The|This|That|And|Who|At|In|From|For|Was|Is|Er|Sie|Es|Der|Die|Das|Und|Il|Elle|Я|Он|Она|Support|Service|Customer|Amazon)(?:['’]\p{L}+)?(?:\s.*)?$/u,
      "",
    )
    .replace(/['’]s?$/u, "");
}

function isPrivate(name: string, others: ReadonlySet<string>): boolean {
  const words = name.toLowerCase().split(/[\s.]+/u);
  if (name.length === 0 || words.some((word) => NOT_PRIVATE.has(word)) || others.has(name.toLowerCase())) return false;
  // "MR. AWESOME", "Miss USA": a shout or an acronym.
  if (/^\p{Lu}{2,}$/u.test(words.length === 1 ? name : "") && !isGivenName(name)) return false;
  return !others.has(words[0] ?? "");
}

function authorIn(text: string, author = ""): Span[] {
  const name = author.trim();
  const words = name.split(/\s+/u);
  const looksLikeName =
    words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word));
  if (name.length < 3 || /customer|kunde|client|user|anonym|reviewer|匿名|用户|аноним|покупатель/iu.test(name))
    return [];
  if (!looksLikeName && !(words.length === 1 && isGivenName(name) && /^\p{Lu}/u.test(name))) return [];
  const spans: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const around = `${text[at - 1] ?? " "}${text[at + name.length] ?? " "}`;
    if (!/[\p{L}\p{N}]/u.test(around)) spans.push({ start: at, end: at + name.length });
  }
  return spans;
}
