import { useState } from "preact/hooks";
import { countReviewers } from "../../lib/ask/material";
import type { Segment } from "../../lib/domain";
import { useKeptFocus } from "../frame/use-kept-focus";
import { ProblemNote } from "../states/ProblemNote";
import { useActing } from "../states/use-acting";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { GroupForm } from "./GroupForm";
import { GroupRow } from "./GroupRow";
import { useGroupName } from "./group-name";
import { filterOf } from "./segments-view";

/** The groups behind the personas: each can get another name, two or more can be taken together, those made by hand can go. */
export function GroupTools({
  segments,
  links,
}: {
  /** Those without reviewers fit nobody at present. */
  segments: readonly Segment[];
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  const [open, setOpen] = useState(false);
  if (segments.length === 0) return null;
  return (
    <details
      class="persona-tools group-tools"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{phrase("segmentsEdit")}</summary>
      {open && <Groups segments={segments} links={links} />}
    </details>
  );
}

function Groups({ segments, links }: { segments: readonly Segment[]; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const nameOf = useGroupName();
  const { problem, act } = useActing();
  const { room, onFocusIn } = useKeptFocus<HTMLUListElement>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const together = segments.filter(({ id }) => ticked.has(id));
  const toggle = (id: string) =>
    setTicked((before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]));
  return (
    <div class="persona-editing">
      <p class="sub">{phrase("segmentsEditHow")}</p>
      <ul aria-label={phrase("segmentsGroups")} ref={room} onFocusIn={onFocusIn} tabIndex={-1}>
        {segments.map((segment) => (
          <GroupRow
            key={segment.id}
            segment={segment}
            ticked={ticked.has(segment.id)}
            onTick={() => toggle(segment.id)}
            onFilters={filtersOf(segment, links)}
            onName={(name) => void act(() => links.segments.rename(segment, name))}
            onDelete={() => void act(() => links.segments.remove(segment))}
          />
        ))}
      </ul>
      {together.length > 1 && (
        <Merging
          key={together.map(({ id }) => id).join()}
          segments={together}
          suggested={together.map(nameOf).join(" + ")}
          links={links}
          onEnd={() => setTicked(new Set())}
        />
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}

/** The way to what a group looks for, where a person chose filters. */
function filtersOf({ basis }: Segment, links: EvidenceLinks): (() => void) | undefined {
  if (basis.kind !== "filter") return undefined;
  const { filter, query } = filterOf(basis.choices);
  return () => links.openReviews(filter, query);
}

function Merging({
  segments,
  suggested,
  links,
  onEnd,
}: {
  segments: readonly Segment[];
  suggested: string;
  links: EvidenceLinks;
  onEnd: () => void;
}) {
  const { phrase } = useTexts();
  const [naming, setNaming] = useState(false);
  if (!naming) {
    return (
      <p class="actions">
        <button type="button" class="main" onClick={() => setNaming(true)}>
          {phrase("segmentsMerge", { count: segments.length })}
        </button>
      </p>
    );
  }
  const ids = new Set(segments.flatMap(({ reviewIds }) => reviewIds));
  const reviews = [...ids].flatMap((id) => links.reviewOf(id) ?? []);
  const of = segments.map(({ id }) => id);
  return (
    <GroupForm
      suggested={suggested}
      size={{ reviews: ids.size, reviewers: countReviewers(reviews) }}
      what="merged"
      onMake={(name) => links.segments.make({ id: crypto.randomUUID(), name, basis: { kind: "merged", of } })}
      onClose={onEnd}
    />
  );
}
