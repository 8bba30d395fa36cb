import { NotThis } from "../pick/NotThis";
import { useTexts } from "../texts";
import type { PanelView } from "../view";

/** From this many reviews on, people should know that reading all takes a while. */
const MANY = 1000;

/** Before the first reading: what will be here. */
export function Beginning({ view, onPick }: { view: PanelView; onPick: () => void }) {
  const { phrase } = useTexts();
  const total = view.page.at === "seen" ? (view.page.glance.total ?? 0) : 0;
  return (
    <section class="beginning">
      <p>{phrase(view.reading ? "beginningReading" : "beginning")}</p>
      <ul>
        <li>{phrase("beginningThemes")}</li>
        <li>{phrase("beginningQuotes")}</li>
        <li>{phrase("beginningAsk")}</li>
      </ul>
      <p class="soft">{phrase("beginningPrivacy")}</p>
      {total >= MANY && <p class="soft">{phrase("manyReviews", { total })}</p>}
      {!view.reading && <NotThis onPick={onPick} />}
    </section>
  );
}
