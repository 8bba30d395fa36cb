import { supportedIn } from "../../../lib/ask/supported";
import type { Reaction, ReactionMatter } from "../../../lib/domain";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import { AnswerView } from "../AnswerView";

/** Matters shown before the rest is unfolded. */
const FIRST = 2;

/** With whom a voice agrees and with whom not; what it says about that, in prose where a model wrote some that stands, else folded. */
export function ReactionView({
  reaction: { agrees, dissents, matters = [{ agrees, dissents }], answer },
  described,
  names,
  links,
}: {
  reaction: Reaction;
  described: boolean;
  names: (ids: readonly string[]) => string;
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  const covered = answer?.covered ? answer : undefined;
  if (agrees.length + dissents.length === 0 && !covered) return null;
  const written = covered !== undefined && supportedIn(covered).length > 0;
  // what divides a group is what people hold one for
  const ordered = matters.toSorted((a, b) => b.dissents.length - a.dissents.length);
  const [first, rest] = [ordered.slice(0, FIRST), ordered.slice(FIRST)];
  const show = (some: readonly ReactionMatter[]) =>
    some.map((matter) => <Matter key={matter.topic} matter={matter} names={names} />);
  return (
    <div class="reaction">
      <h4>{phrase("focusReaction")}</h4>
      {show(first)}
      {described && <p class="thin">{phrase("focusReactsDescribed")}</p>}
      {written && <AnswerView answer={covered} links={links} brief />}
      <div class="answer-foot">
        {rest.length > 0 && (
          <details class="aside">
            <summary>{phrase("focusMoreMatters", { n: rest.length })}</summary>
            <div>{show(rest)}</div>
          </details>
        )}
        {covered && !written && (
          <details class="aside">
            <summary>{phrase("focusWhy")}</summary>
            <AnswerView answer={covered} links={links} brief />
          </details>
        )}
      </div>
    </div>
  );
}

function Matter({
  matter: { topic, agrees, dissents },
  names,
}: {
  matter: ReactionMatter;
  names: (ids: readonly string[]) => string;
}) {
  const { phrase } = useTexts();
  return (
    <p>
      {topic !== undefined && <b dir="auto">{phrase("focusOn", { topic })} </b>}
      {agrees.length > 0 && phrase("focusAgrees", { names: names(agrees) })}
      {agrees.length > 0 && dissents.length > 0 && " · "}
      {dissents.length > 0 && phrase("focusDissents", { names: names(dissents) })}
    </p>
  );
}
