/** What a capture is about. */
import type { Subject } from "../../domain";
import { isBrought } from "../files/address";
import type { Capture } from "../site";
import { canonicalUrl, hasSiteRule, siteOfUrl, subjectKey } from "./address";
import { cleanLine } from "./clean";
import { parseTotal } from "./count";
import { defined } from "./defined";
import { hash } from "./identity";
import { pageLocale, pageRegion } from "./page-locale";
import { parsePrice } from "./price";
import { parseRating } from "./rating";
import { subjectName } from "./subject-name";

export async function subjectOf(capture: Capture): Promise<Subject> {
  const { url, title, language, subject, readAt } = capture;
  const address = canonicalUrl(hasSiteRule(url) ? url : (sameSite(subject.url, url) ?? url));
  const site = siteOfUrl(url) || siteOfUrl(address);
  const called = { host: site, name: subject.siteName };
  return defined({
    id: await hash("subject", subjectKey(address)),
    name: subjectName(subject.name, called) ?? subjectName(title, called) ?? (site || address),
    url: address,
    site,
    brand: cleanLine(subject.brand, 120),
    category: categoryOf(subject.category),
    price: cleanLine(subject.price, 60),
    ...parsePrice(subject.price, subject.currency, pageRegion(language, url)),
    ...parseRating(subject.rating, subject.ratingScale),
    ratingCount: parseTotal(subject.ratingCount, pageLocale(language, url)),
    language: cleanLine(language, 35),
    lastRead: readAt,
  });
}

/** A canonical address of another site, or of the front page seen from a deeper one, is a mistake of the page. */
function sameSite(canonical: string | undefined, url: string): string | undefined {
  if (canonical && isBrought(canonical)) return isBrought(url) ? canonical : undefined;
  if (!canonical || !URL.canParse("/", canonical) || !URL.canParse("/", url)) return undefined;
  const [named, actual] = [new URL(canonical), new URL(url)];
  const front = named.pathname === "/" && !named.search && (actual.pathname !== "/" || actual.search !== "");
  return hostKey(canonical) === hostKey(url) && !front ? canonical : undefined;
}

/** A mobile page names the address of the desktop page. */
function hostKey(url: string): string {
  return subjectKey(new URL("/", url).href);
}

/** Outermost first, without the link to the front page that most paths begin with. */
function categoryOf(category: string[] | undefined): string | undefined {
  const steps = (category ?? []).flatMap((step) => cleanLine(step, 80)?.replace(/^[\s›»>/]+|[\s›»>/]+$/g, "") || []);
  const path = steps.filter(
    (step, index) => step !== steps[index - 1] && !(index === 0 && steps.length > 1 && HOME.test(step)),
  );
  return cleanLine(path.join(" › "), 240);
}

const HOME =
  /^(?:home|homepage|start|startseite|accueil|inicio|início|home page|главная|首页|首頁|ホーム|トップ|홈|strona główna|ana sayfa)$/i;
