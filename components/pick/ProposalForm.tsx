import { useState } from "preact/hooks";
import { type Decisions, proposedDecisions, rulesOf, samplesOf } from "../../lib/collect/recipe/choose-fields";
import type { Proposal } from "../../lib/collect/recipe/recipe";
import { useTexts } from "../texts";
import { FieldRows } from "./FieldRows";
import { LevelButtons } from "./LevelButtons";
import type { PickActions, PickView } from "./pick-view";
import { SampleCard } from "./SampleCard";

interface ProposalFormProps {
  view: PickView & { at: "proposed" };
  proposal: Proposal;
  actions: PickActions;
}

/** The second step: what would be taken, in three records, and what of each; all of it can be corrected. */
export function ProposalForm({ view, proposal, actions }: ProposalFormProps) {
  const { phrase } = useTexts();
  const [decisions, setDecisions] = useState<Decisions>(() => proposedDecisions(proposal));
  const samples = samplesOf(proposal, decisions);
  const change = (part: Partial<Decisions>) => setDecisions((before) => ({ ...before, ...part }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        actions.take(rulesOf(proposal, decisions));
      }}
    >
      <LevelButtons view={view} onLevel={actions.level} />
      <section>
        <h2>{phrase("pickFirst", { count: samples.length })}</h2>
        {samples.map((sample, index) => (
          // The samples of one proposal never change places.
          <SampleCard key={String(index)} sample={sample} />
        ))}
      </section>
      <section>
        <h2>{phrase("pickFields")}</h2>
        <FieldRows
          fields={proposal.fields}
          decisions={decisions}
          onChoose={(name, choice) => change({ choices: new Map(decisions.choices).set(name, choice) })}
        />
      </section>
      <section class="pick-more">
        <div class="choice">
          <label for="pick-kind">{phrase("pickKind")}</label>
          <select
            id="pick-kind"
            value={decisions.kind}
            onChange={(event) => change({ kind: event.currentTarget.value === "comment" ? "comment" : "review" })}
          >
            <option value="review">{phrase("pickKindOf", { kind: "review" })}</option>
            <option value="comment">{phrase("pickKindOf", { kind: "comment" })}</option>
          </select>
        </div>
        {proposal.others > 0 && (
          <label class="check">
            <input
              type="checkbox"
              checked={decisions.alone}
              onChange={(event) => change({ alone: event.currentTarget.checked })}
            />
            {phrase("pickAlone", { count: proposal.others })}
          </label>
        )}
        <p class="soft small-text">{phrase("pickRemembered", { host: proposal.rules.hosts?.[0] ?? "" })}</p>
      </section>
      <p class="import-go pick-go">
        <button type="submit" class="main">
          {phrase("pickRead", { count: proposal.paths.length })}
        </button>
        <button type="button" onClick={actions.begin}>
          {phrase("pickAgain")}
        </button>
      </p>
    </form>
  );
}
