import { useEffect, useRef, useState } from "preact/hooks";
import { suggestGuide } from "../../../lib/ask/group";
import { personaName } from "../../../lib/ask/persona/phrase";
import { GROUP_SIZE, type GuideTopic, type Persona, type Theme } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { FocusActions } from "./focus-view";
import { GuideFields } from "./GuideFields";

/** Who takes part and what is to be talked about, before a focus group begins. */
export function FocusBeginning({
  personas,
  themes,
  actions,
  onBegun,
  onClose,
}: {
  personas: readonly Persona[];
  themes: readonly Theme[];
  actions: FocusActions;
  onBegun: (groupId: string) => void;
  onClose: () => void;
}) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const [chosen, setChosen] = useState(() => new Set(unlike(personas).map(({ id }) => id)));
  const voices = personas.filter(({ id }) => chosen.has(id));
  const [guide, setGuide] = useState<GuideTopic[]>(() => suggestGuide(voices, themes, phrase));
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const fits = voices.length >= GROUP_SIZE.fewest && voices.length <= GROUP_SIZE.most;

  function toggle(id: string) {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  }

  return (
    <form
      class="focus-beginning"
      ref={form}
      onKeyDown={(event) => event.key === "Escape" && !event.isComposing && onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        const asked = guide.filter(({ question }) => question.trim() !== "");
        if (fits && !busy) void act(async () => onBegun(await actions.begin([...chosen], asked)));
      }}
    >
      <fieldset>
        <legend>{phrase("focusVoices", { n: voices.length })}</legend>
        {personas.map((persona) => (
          <label key={persona.id}>
            <input type="checkbox" checked={chosen.has(persona.id)} onChange={() => toggle(persona.id)} />{" "}
            <span dir="auto">{personaName(persona, phrase)}</span>
            {persona.description !== undefined && <span class="thin">{phrase("ask_persona_ungrounded")}</span>}
          </label>
        ))}
      </fieldset>
      <GuideFields guide={guide} onChange={setGuide} />
      {!fits && <p role="status">{phrase("problem", { code: "group_size", name: "", other: "" })}</p>}
      <p class="actions">
        <button type="submit" class="main" disabled={!fits || busy}>
          {phrase("focusBegin")}
        </button>
        <button type="button" onClick={onClose}>
          {phrase("cancel")}
        </button>
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </form>
  );
}

/** One voice of each segment, those of the first few, since a talk among people who are alike tells little; further voices where segments are few. */
function unlike(personas: readonly Persona[]): Persona[] {
  const ofSegment = new Map(personas.toReversed().map((persona) => [persona.segment.id, persona]));
  const grounded = personas.filter(({ description }) => description === undefined);
  const [first, further] = [true, false].map((one) =>
    grounded.filter((persona) => (ofSegment.get(persona.segment.id) === persona) === one),
  );
  const chosen = (first ?? []).slice(0, SUGGESTED);
  return [...chosen, ...(further ?? []).slice(0, Math.max(0, GROUP_SIZE.fewest - chosen.length))];
}

const SUGGESTED = 4;
