/**
 * What the words on a control promise. Every word of a label must be known, so that "Show more" is recognised and
 * "Show more products" is not, and neither is any label that asks for something else.
 */
import { LONGEST_LABEL as LONGEST } from "../document/label";
import { kindsIn, type WordKind } from "./lexicon";

/** Pages repeat their labels at every record. */
const read = new Map<string, Set<WordKind> | undefined>();
const MOST_READ = 2_000;

/** What a label says, or nothing when it has a word that is not known, or one that forbids. */
function saying(label: string): Set<WordKind> | undefined {
  if (!label || label.length > LONGEST) return undefined;
  if (read.has(label)) return read.get(label);
  if (read.size > MOST_READ) read.clear();
  const kinds = kindsIn(label);
  const known = kinds.length > 0 && kinds.every((kind) => kind !== undefined && kind !== "never");
  read.set(label, known ? new Set(kinds as WordKind[]) : undefined);
  return read.get(label);
}

/** "Load more reviews", "Weitere Kommentare anzeigen", "查看更多评价": more records are meant, wherever it stands. */
export function promisesMoreRecords(label: string): boolean {
  const says = saying(label);
  return says?.has("more") === true && says.has("records");
}

/** "View 5 replies", "3 Antworten", "Show comments (12)": records that are not shown yet. */
export function promisesRecords(label: string): boolean {
  const says = saying(label);
  if (!says) return false;
  const named = says.has("records") || (says.has("record") && /\d/.test(label));
  return named && (says.has("more") || says.has("load") || /^\P{L}*\d/u.test(label));
}

/** "Show more", "Mehr laden", "ещё": more of whatever it belongs to. */
export function promisesMore(label: string): boolean {
  const says = saying(label);
  return says?.has("more") === true && !says.has("records") && !says.has("record") && !says.has("whole");
}

/** Words that finish a text that was cut: "Read more", "mehr", "Читать полностью", "展开". */
export function promisesRestOfText(label: string): boolean {
  const says = saying(label);
  if (!says || says.has("records")) return false;
  return says.has("more") || says.has("whole") || /^\W*(?:expand|continue reading|weiterlesen)\W*$/i.test(label);
}

const NEXT_PAGE =
  /^[\s»›>→]*(?:(?:go to (?:the )?)?next(?: page| results?| reviews| comments)?(?: of (?:reviews|comments|results))?|older(?: comments| posts| reviews)?|weiter|nächste(?: seite)?|zur nächsten seite|ältere (?:kommentare|beiträge|bewertungen)|suivante?s?|page suivante|aller à la page suivante|siguientes?|página siguiente|próxim[oa]|próxima página|página seguinte|seguinte|successiv[ao]|pagina successiva|avanti|далее|вперёд|вперед|следующая(?: страница)?|наступна(?: сторінка)?|下一页|下一頁|下页|下頁|后页|後一頁|次へ|次のページ|次ページ|다음(?: 페이지)?|volgende(?: pagina)?|nästa(?: sida)?|næste(?: side)?|neste(?: side)?|seuraava|następna(?: strona)?|další(?: strana)?|următoarea|pagina următoare|következő(?: oldal)?|sonraki(?: sayfa)?|berikutnya|selanjutnya|halaman berikutnya|trang sau|tiếp|ถัดไป|หน้าถัดไป|التالي|الصفحة التالية|הבא|अगला|επόμενη)[\s»›>→]*$|^[»›→>❯⟩]$/iu;

export function promisesNextPage(label: string): boolean {
  return label.length <= LONGEST && NEXT_PAGE.test(label);
}

/** Whether a control must never be pressed for anybody: it buys, posts, votes, follows, consents, hides. */
export function isForbidden(label: string): boolean {
  return kindsIn(label.slice(0, LONGEST)).includes("never");
}
