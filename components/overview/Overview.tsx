import type { Overview as Figures } from "../../lib/report/overview";
import { Announcer } from "../frame/Announcer";
import { backendOf } from "../frame/ProgressLine";
import { NotThis } from "../pick/NotThis";
import { LanguageNote } from "../states/LanguageNote";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelView } from "../view";
import { AspectTable } from "./AspectTable";
import { Contradictions } from "./Contradictions";
import { Doings } from "./Doings";
import { FigurePair } from "./FigurePair";
import { Questions } from "./Questions";
import { QuotesOf } from "./QuotesOf";
import { Satisfaction } from "./Satisfaction";
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
  const { evidence } = view;
  // parts and what is left over are no further themes to anybody who hears their number
  const matters = evidence.themes.filter(({ parentId, rest }) => !parentId && !rest).length;
  const settled = !(view.engine.at === "here" && view.engine.state.understanding.active);
  return (
    <>
      <LanguageNote evidence={evidence} />
      <FigurePair figures={figures} links={links} />
      <ThemeList themes={evidence.themes} understood={figures.understood} settled={settled} links={links} />
      <QuotesOf title={phrase("loved")} polarity="positive" quotes={figures.loved} links={links} />
      <QuotesOf title={phrase("disliked")} polarity="negative" quotes={figures.disliked} links={links} />
      {figures.understood > 0 && (
        <>
          <AspectTable evidence={evidence} settled={settled} links={links} />
          <Doings evidence={evidence} links={links} />
          <Satisfaction evidence={evidence} links={links} />
        </>
      )}
      <Contradictions evidence={evidence} links={links} />
      <Questions questions={figures.questions} links={links} />
      {view.page.at === "seen" && !view.reading && (
        <section>
          <NotThis onPick={onPick} />
        </section>
      )}
      <Foot view={view} />
      <Announcer text={matters > 0 ? phrase("themesReady", { count: matters }) : ""} />
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
