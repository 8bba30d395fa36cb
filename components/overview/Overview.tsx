import type { Overview as Figures } from "../../lib/report/overview";
import { Announcer } from "../frame/Announcer";
import { backendOf } from "../frame/ProgressLine";
import { NotThis } from "../pick/NotThis";
import { LanguageNote } from "../states/LanguageNote";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelView } from "../view";
import { Contradictions } from "./Contradictions";
import { FigurePair } from "./FigurePair";
import { Questions } from "./Questions";
import { QuotesOf } from "./QuotesOf";
import { ThemeList } from "./ThemeList";

/** What people say, how they feel about it, what to praise and what to fix; every figure opens its evidence. */
export function Overview({
  view,
  figures,
  links,
  onPick,
}: {
  view: PanelView;
  figures: Figures;
  links: EvidenceLinks;
  onPick: () => void;
}) {
  const { phrase } = useTexts();
  return (
    <>
      <LanguageNote evidence={view.evidence} />
      <FigurePair figures={figures} links={links} />
      <ThemeList themes={view.evidence.themes} understood={figures.understood} links={links} />
      <QuotesOf title={phrase("loved")} polarity="positive" quotes={figures.loved} links={links} />
      <QuotesOf title={phrase("disliked")} polarity="negative" quotes={figures.disliked} links={links} />
      <Contradictions reviews={figures.contradicting} links={links} />
      <Questions questions={figures.questions} links={links} />
      {view.page.at === "seen" && !view.reading && (
        <section>
          <NotThis onPick={onPick} />
        </section>
      )}
      <Foot view={view} />
      <Announcer
        text={view.evidence.themes.length > 0 ? phrase("themesReady", { count: view.evidence.themes.length }) : ""}
      />
    </>
  );
}

function Foot({ view }: { view: PanelView }) {
  const { phrase } = useTexts();
  const sentences = view.pulse?.sentences ?? 0;
  if (sentences === 0) return null;
  const parts = [phrase("understoodHere", { count: sentences }), backendOf(view), phrase("nothingLeft")];
  return <p class="foot">{parts.filter(Boolean).join(" · ")}</p>;
}
