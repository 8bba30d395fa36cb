import { useState } from "preact/hooks";
import { readScale } from "../../../lib/ask/ssr/scales";
import type { Scale } from "../../../lib/domain";
import { namePart } from "../../ask/file-name";
import { useEscape } from "../../ask/use-escape";
import { useKeptFocus } from "../../frame/use-kept-focus";
import { ConfirmButton } from "../../settings/ConfirmButton";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { PanelActions } from "../../view";
import { InHandNote } from "../InHandNote";
import { PlaceHead } from "../PlaceHead";
import { useScaleName } from "../scale-name";
import { ScaleStatements } from "./ScaleStatements";
import { blankScale, type ScaleDraft, scaleDraftOf } from "./scale-draft";

/** Scales that come with Earshot and one's own: what they say, whether it works, and the way to another one. */
export function Scales({
  builtIn,
  own,
  language,
  actions,
  inHand,
  onGoOn,
  onDiscard,
  onEdit,
  onLeave,
}: {
  builtIn: readonly Scale[];
  own: readonly Scale[];
  language: string;
  actions: Pick<PanelActions, "tests" | "save">;
  /** Left in the middle. */
  inHand: ScaleDraft | undefined;
  onGoOn: () => void;
  onDiscard: () => void;
  onEdit: (scale: ScaleDraft) => void;
  onLeave: () => void;
}) {
  const { phrase } = useTexts();
  const nameOf = useScaleName();
  const { problem, act } = useActing();
  const [wanted, setWanted] = useState<ScaleDraft>();
  // what a person has written is not replaced without a word
  const edit = (next: ScaleDraft) => (inHand ? setWanted(next) : onEdit(next));
  const { room, onFocusIn } = useKeptFocus<HTMLUListElement>();
  useEscape({ stop: undefined, leave: onLeave });
  return (
    <div class="test-scales">
      <PlaceHead title={phrase("testScales")} onBack={onLeave}>
        <p class="soft">{phrase("testScalesWhat")}</p>
        {inHand && (
          <InHandNote
            title={inHand.name.trim() || phrase("testScaleNew")}
            replacing={wanted !== undefined}
            opens="scale"
            onGoOn={onGoOn}
            onDiscard={() => (wanted ? onEdit(wanted) : onDiscard())}
          />
        )}
      </PlaceHead>
      <section>
        <h2>{phrase("testScalesOwn")}</h2>
        <ul class="test-runs" ref={room} tabIndex={-1} aria-label={phrase("testScalesOwn")} onFocusIn={onFocusIn}>
          {own.map((scale) => (
            <li key={scale.id} data-row={scale.id}>
              <button
                type="button"
                class="link"
                dir="auto"
                onClick={() => edit(scaleDraftOf(scale, nameOf(scale), true))}
              >
                {nameOf(scale)}
              </button>
              <ScaleFacts scale={scale} />
              <ConfirmButton
                label={phrase("delete")}
                about={nameOf(scale)}
                question={phrase("testScaleDeleteSure")}
                onConfirm={() => void act(() => actions.tests.deleteScale(scale.id))}
              />
            </li>
          ))}
        </ul>
        {own.length === 0 && <p class="soft">{phrase("testScalesNone")}</p>}
        {problem !== undefined && <ProblemNote problem={problem} />}
        <p class="actions">
          <button type="button" onClick={() => edit(blankScale(language))}>
            {phrase("testScaleNew")}
          </button>
          <ScaleFile onOpen={(scale) => edit(scaleDraftOf(scale, scale.name ?? "", false))} />
        </p>
      </section>
      <section>
        <h2>{phrase("testScalesBuiltIn")}</h2>
        {builtIn.map((scale) => (
          <details key={scale.id} class="test-item test-question">
            <summary>
              <span class="question-line">
                <span>
                  {nameOf(scale)}
                  {scale.weak && ` ${phrase("testScaleWeak")}`}
                </span>
                <ScaleFacts scale={scale} />
              </span>
            </summary>
            {scale.weak && <p class="sub">{phrase("testScaleWeakWhat")}</p>}
            <ScaleStatements
              scale={scale}
              language={language}
              check={actions.tests.checkScale}
              onCopy={() => edit(scaleDraftOf(scale, phrase("ask_persona_copy", { name: nameOf(scale) }), false))}
              onSave={() => saveScaleFile(scale, nameOf(scale), actions.save)}
            />
          </details>
        ))}
      </section>
    </div>
  );
}

function ScaleFacts({ scale: { anchors, version, updated } }: { scale: Scale }) {
  const { phrase, languageName } = useTexts();
  const languages = anchors.map(({ language }) => languageName(language)).join(", ");
  const sets = Math.max(0, ...anchors.map((one) => one.sets.length));
  return (
    <span class="sub run-facts">
      {[languages, phrase("testScaleSets", { n: sets }), updated && phrase("testScaleVersion", { n: version })]
        .filter(Boolean)
        .join(" · ")}
    </span>
  );
}

export function saveScaleFile(scale: Scale, name: string, save: PanelActions["save"]): void {
  const file = `earshot-scale-${namePart(name) || "1"}.json`;
  save(file, `${JSON.stringify({ ...scale, name }, null, 2)}\n`, "application/json");
}

function ScaleFile({ onOpen }: { onOpen: (scale: Scale) => void }) {
  const { phrase } = useTexts();
  const { problem, act } = useActing();
  const unreadable = (name: string) => phrase("testScaleUnreadable", { name });
  return (
    <>
      <label class="button test-file">
        {phrase("testScaleFile")}
        <input
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // the same file may be chosen again after it was mended
            currentTarget.value = "";
            if (file) void act(async () => onOpen(scaleIn(await file.text(), file.name, unreadable(file.name))));
          }}
        />
      </label>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </>
  );
}

/** @throws Problem scale_*; Error with the sentence `unreadable` when it is no JSON at all */
function scaleIn(content: string, file: string, unreadable: string): Scale {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    throw new Error(unreadable, { cause });
  }
  const scale = readScale(value);
  return scale.name ? scale : { ...scale, name: file.replace(/\.json$/i, "") };
}
