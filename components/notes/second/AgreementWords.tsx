import type { CodingAgreement } from "../../../lib/annotate/agreement/agreement-of";
import { bandOf } from "../../../lib/annotate/agreement/bands";
import { useTexts } from "../../texts";

/** What the agreement comes to, in plain words: the share, what is left beyond chance, and what that is good for. */
export function AgreementWords({ agreement, people }: { agreement: CodingAgreement; people?: true }) {
  const { phrase, precise } = useTexts();
  const { overall } = agreement;
  const { alike, units, alpha, interval, unsaid } = overall;
  if (units === 0) return <p class="second-words">{phrase("secondUnsaid", { why: "few" })}</p>;
  return (
    <div class="second-words">
      <p>
        <b>{phrase(people ? "secondPeopleAlike" : "secondAlike", { alike, of: units })}</b>{" "}
        {alpha === undefined
          ? phrase("secondUnsaid", { why: unsaid ?? "same" })
          : interval
            ? phrase("secondBeyond", {
                alpha: precise(alpha),
                low: precise(interval.low),
                high: precise(interval.high),
              })
            : phrase("secondBeyondAlone", { alpha: precise(alpha) })}
      </p>
      {alpha !== undefined && <p>{phrase("secondBand", { band: bandOf(alpha) })}</p>}
      {alpha !== undefined && <p class="sub">{phrase("secondBandSource")}</p>}
    </div>
  );
}
