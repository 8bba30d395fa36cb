import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { ProblemNote } from "../states/ProblemNote";
import { useActing } from "../states/use-acting";
import { useTexts } from "../texts";
import { FEW_PEOPLE, LONGEST_GROUP_NAME } from "./segments-view";

/** Who would be in a group; absent while it is being counted. */
export interface GroupSize {
  reviews: number;
  reviewers: number;
}

/** Asks for the name of a new group, and says beforehand who will be in it. */
export function GroupForm({
  suggested,
  size,
  sizeProblem,
  what,
  onMake,
  onClose,
}: {
  suggested: string;
  size: GroupSize | undefined;
  /** Why the size could not be found out. */
  sizeProblem?: unknown;
  /** Whether reviews that come later join. */
  what: "filter" | "merged" | "chosen";
  onMake: (name: string) => Promise<void>;
  onClose: () => void;
}) {
  const { phrase } = useTexts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(suggested);
  const [missing, setMissing] = useState(false);
  const { busy, problem, act } = useActing();
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  async function submit(event: Event) {
    event.preventDefault();
    setMissing(name.trim() === "");
    if (name.trim() === "") return field.current?.focus();
    if (!busy && (await act(() => onMake(name.trim())))) onClose();
  }

  return (
    <form class="group-form labelled" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <label for={id}>{phrase("segmentsName")}</label>
      <input
        id={id}
        ref={field}
        class="text"
        dir="auto"
        value={name}
        maxLength={LONGEST_GROUP_NAME}
        aria-invalid={missing}
        aria-describedby={`${id}-size`}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      {missing && (
        <p class="problem" role="alert">
          {phrase("problem", { code: "segment_name_missing", name: "", other: "" })}
        </p>
      )}
      <div class="sub" id={`${id}-size`} role="status">
        {size ? <p>{phrase("segmentsSize", { ...size })}</p> : !sizeProblem && <p>{phrase("segmentsCounting")}</p>}
        {size && size.reviewers < FEW_PEOPLE && <p class="thin">{phrase("ask_segment_thin")}</p>}
        <p>{phrase("segmentsGrows", { what })}</p>
      </div>
      {(problem ?? sizeProblem) !== undefined && <ProblemNote problem={problem ?? sizeProblem} />}
      <p class="actions">
        <button type="submit" class="main" aria-disabled={busy}>
          {phrase("segmentsMake")}
        </button>
        <button type="button" onClick={onClose}>
          {phrase("cancel")}
        </button>
      </p>
    </form>
  );
}
