import { useEffect, useId, useRef, useState } from "preact/hooks";
import { isBrought } from "../../lib/collect/files/address";
import type { QuotedText } from "../../lib/domain";
import { Announcer } from "../frame/Announcer";
import { useTexts } from "../texts";
import type { EvidenceLinks, QuoteWhere } from "../view";

/** From here on quotes are shown one after the other; a single one has a button of its own. */
const FEWEST = 2;

/** A way through all quotes of an answer, each lit up on its page: by buttons, or by arrow keys; Escape ends it. */
export function QuoteTour({ quotes, links }: { quotes: readonly QuotedText[]; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const [touring, setTouring] = useState(false);
  const start = useRef<HTMLButtonElement>(null);
  const toured = useRef(false);
  useEffect(() => {
    if (!touring && toured.current) start.current?.focus();
    toured.current = touring;
  }, [touring]);
  const onPages = quotes.filter(({ reviewId }) => !isBrought(links.reviewOf(reviewId)?.place.url ?? ""));
  if (quotes.length < FEWEST || onPages.length === 0) return null;
  if (touring) {
    return <Tour quotes={quotes} links={links} onClose={() => setTouring(false)} />;
  }
  return (
    <p class="tour-start">
      <button type="button" class="link" ref={start} onClick={() => setTouring(true)}>
        {phrase("tourStart", { n: quotes.length })}
      </button>
    </p>
  );
}

function Tour({
  quotes,
  links,
  onClose,
}: {
  quotes: readonly QuotedText[];
  links: EvidenceLinks;
  onClose: () => void;
}) {
  const { phrase } = useTexts();
  const [place, setPlace] = useState(0);
  const { where, find } = useWhere(links);
  const next = useRef<HTMLButtonElement>(null);
  const text = useId();
  const quote = quotes[Math.min(place, quotes.length - 1)];

  const room = useRef<HTMLFieldSetElement>(null);
  useEffect(() => next.current?.focus(), []);
  useEffect(() => room.current?.scrollIntoView({ block: "nearest" }), [place, where]);
  useEffect(() => {
    if (quote) find(quote);
  }, [place]);
  if (!quote) return null;

  const go = (to: number) => setPlace(Math.max(0, Math.min(quotes.length - 1, to)));
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") onClose();
    else {
      const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: quotes.length - 1 }[event.key];
      if (to === undefined) return;
      go(to);
    }
    event.preventDefault();
    event.stopPropagation();
  }
  const at = phrase("tourAt", { n: place + 1, of: quotes.length });
  const said = phrase("quoted", { text: quote.text.trim() });
  const found = phrase("shown", { how: where });
  const step = (key: string, by: number, off: boolean) => (
    <button
      type="button"
      class="small"
      ref={by > 0 ? next : undefined}
      aria-describedby={text}
      aria-disabled={off}
      onClick={() => go(place + by)}
    >
      {phrase(key)}
    </button>
  );
  return (
    // the keys work wherever the focus is in it
    <fieldset class="tour" ref={room} aria-label={phrase("tourName")} onKeyDown={onKeyDown}>
      <p class="tour-where">
        <b>{at}</b> · {found}
      </p>
      <blockquote id={text} dir="auto" lang={links.reviewOf(quote.reviewId)?.language}>
        {said}
      </blockquote>
      <p class="actions">
        {step("tourBefore", -1, place === 0)}
        {step("tourAfter", 1, place === quotes.length - 1)}
        {where === "away" && (
          <button
            type="button"
            class="small"
            onClick={() => {
              find(quote, true);
              next.current?.focus(); // the button goes once the page is there
            }}
          >
            {phrase("tourOpen")}
          </button>
        )}
        <button type="button" class="small" onClick={onClose}>
          {phrase("tourEnd")}
        </button>
      </p>
      <p class="sub">{phrase("tourKeys")}</p>
      <Announcer text={where === "looking" ? "" : `${at}: ${said} ${found}`} />
    </fieldset>
  );
}

/** Where the quote asked for last is; an answer that comes late is about another one. */
function useWhere(links: EvidenceLinks) {
  const [where, setWhere] = useState<QuoteWhere | "looking">("looking");
  const latest = useRef(0);
  const current = useRef(links);
  current.current = links;
  useEffect(
    () => () => {
      latest.current += 1;
      current.current.endShow(); // also when the talk is left in the middle
    },
    [],
  );
  async function find(quote: QuotedText, open = false) {
    latest.current += 1;
    const mine = latest.current;
    setWhere("looking");
    const found = await current.current.stepTo(quote, open);
    if (mine === latest.current) setWhere(found);
  }
  return { where, find: (quote: QuotedText, open?: boolean) => void find(quote, open) };
}
