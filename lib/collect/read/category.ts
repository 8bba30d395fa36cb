/** The category path of a page, as its line of links to the levels above shows it. */
import { fold } from "../document/fold";
import { HOME_TEXT } from "../document/phrases";
import { line } from "../document/text";

const CRUMBS = [
  '[itemtype*="BreadcrumbList" i], [typeof*="BreadcrumbList" i]',
  'nav[aria-label*="bread" i], nav[aria-label*="brot" i], nav[aria-label*="ariane" i], nav[aria-label*="migas" i]',
  'nav[aria-label*="briciole" i], nav[aria-label*="крош" i], nav[aria-label*="面包屑" i], nav[aria-label*="パンくず" i]',
  '[class*="breadcrumb" i], [id*="breadcrumb" i], [data-testid*="breadcrumb" i], [class*="bread-crumb" i]',
  ".crumbs, .crumb, .topicpath, #topicpath",
].join(", ");
/** A path has few steps; more are a menu. */
const MOST = 9;
const LONGEST = 80;

/** @returns the steps, outermost first, without the front page and without the subject itself; none when there is no path */
export function readCategory(document: Document, name?: string, site?: string): string[] | undefined {
  for (const list of [...document.querySelectorAll(CRUMBS)].slice(0, 20)) {
    const steps = stepsIn(list);
    if (steps.length < 2 || steps.length > MOST) continue;
    if (steps.some(({ text }) => TURN.test(text))) continue;
    const path = withoutEnds(steps, name, site);
    if (path.length) return path;
  }
  return undefined;
}

/** Links to the product before and after this one. */
const TURN =
  /^(?:prev(?:ious)?|next|zurück|vorheriges|nächstes|weiter|précédent|suivant|anterior|siguiente|precedente|successivo|próximo|назад|вперёд|上一个|下一个|前へ|次へ)$/iu;

interface Step {
  text: string;
  linked: boolean;
}

function stepsIn(list: Element): Step[] {
  const items = [...list.querySelectorAll("li")];
  const elements = items.length > 1 ? items : [...list.querySelectorAll("a, [aria-current], span:not(a *)")];
  const steps: Step[] = [];
  for (const element of elements.slice(0, 40)) {
    const text = line(element.textContent)
      .replace(/^breadcrumb\s|\p{Co}/giu, "")
      .replace(/^[\s.…>›»/|·→-]+|[\s>›»/|·→-]+$/gu, "");
    if (!/\p{L}/u.test(text) || text.length > LONGEST || steps.at(-1)?.text === text) continue;
    if (element.querySelector(element.localName === "li" ? "li, a + a" : "a, span, li")) continue;
    steps.push({ text, linked: element.localName === "a" || element.querySelector("a[href]") !== null });
  }
  return steps;
}

/** @param steps a path of a page's data, or of its links */
export function withoutEnds(steps: Step[], name?: string, site?: string): string[] {
  const path = steps.map(({ text }) => text);
  const first = path[0] ?? "";
  if (first && (HOME_TEXT.test(first) || isSite(first, site))) path.shift();
  const last = steps.at(-1);
  const subject = fold(name ?? "");
  const own = fold(last?.text ?? "");
  const isSubject = own !== "" && (subject.startsWith(own) || own.startsWith(subject || "-"));
  if (last && path.length && (isSubject || !last.linked)) path.pop();
  return path;
}

/** The front page is often called like the site. */
function isSite(step: string, site: string | undefined): boolean {
  const [own, whole] = [fold(step), fold(site ?? "")];
  return own.length > 2 && whole !== "" && (whole.startsWith(own) || own.startsWith(whole));
}
