import { useId } from "preact/hooks";
import type { Answer, Claim } from "../../lib/domain";
import { QuoteCard } from "../evidence/QuoteCard";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { Simulated } from "./Simulated";
import { claimText, notCovered } from "./voice";

/** A claim with the numbers its quotes carry in this answer. */
interface Numbered {
  claim: Claim;
  first: number;
}

/** An answer in the first person; each statement carries the numbers of the quotes it stands on. */
export function AnswerView({ answer, links }: { answer: Answer; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const id = useId();
  if (!answer.covered) {
    return (
      <div class="say">
        <p>
          {notCovered(answer, phrase)} <Simulated />
        </p>
      </div>
    );
  }
  const claims = numbered(answer.claims);
  return (
    <div class="say">
      {claims.map(({ claim, first }, index) => (
        <p key={first}>
          {claimText(claim, phrase)}
          {claim.quotes.map((_, offset) => (
            <a
              key={String(offset)}
              class="cite"
              href={`#${id}-${first + offset}`}
              aria-label={phrase("citation", { number: first + offset })}
            >
              {first + offset}
            </a>
          ))}
          {index === claims.length - 1 && <Simulated />}
        </p>
      ))}
      {claims.flatMap(({ claim, first }) =>
        claim.quotes.map((quote, offset) => (
          <div key={first + offset} id={`${id}-${first + offset}`} tabIndex={-1}>
            <QuoteCard
              text={quote.text}
              mark={first + offset}
              lead={claim.say === "otherSide" ? phrase("otherSide") : undefined}
              polarity={claim.polarity}
              review={links.reviewOf(quote.reviewId)}
              onShow={() => links.showQuote(quote)}
            />
          </div>
        )),
      )}
      <p class="sub">{phrase("bearing", { supporters: answer.supporters, of: answer.of })}</p>
    </div>
  );
}

function numbered(claims: readonly Claim[]): Numbered[] {
  let next = 1;
  return claims.map((claim) => {
    const first = next;
    next += claim.quotes.length;
    return { claim, first };
  });
}
