import type { ComponentChildren } from "preact";
import type { AspectMention, EntityMention, IntentMark, Review, Theme } from "../../lib/domain";
import { matterOf } from "../../lib/report/aspect-table";
import { certaintyOf } from "../../lib/report/confidence";
import type { EvidenceReview, Statement } from "../../lib/report/evidence";
import type { LabelKind } from "../../lib/understand/measured";
import { CodeMenu } from "../codes/CodeMenu";
import { Feeling } from "../figures/Feeling";
import { HowGood } from "../figures/HowGood";
import { selector, useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { MoveSentence } from "./MoveSentence";
import { Why } from "./Why";

/** All that was understood in one sentence, how sure it is, and how good such marks are. */
export function SentenceDetails({
  id,
  review,
  statement,
  themes,
  links,
  onClose,
}: {
  id: string;
  review: EvidenceReview;
  statement: Statement;
  themes: readonly Theme[];
  links: EvidenceLinks;
  onClose: () => void;
}) {
  const { phrase } = useTexts();
  const { sentiment, aspects = [], intents = [], emotion, entities = [] } = statement;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls; this holds what was read
    <div
      class="sentence-details"
      id={id}
      role="group"
      aria-label={phrase("sentenceDetails")}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <p class="verdict">
        <Feeling polarity={sentiment.label} />{" "}
        <Chance mark={sentiment} name={phrase("feeling", { polarity: sentiment.label })} />
        <button type="button" class="link" onClick={onClose}>
          {phrase("close")}
        </button>
      </p>
      <dl>
        {aspects.length > 0 && (
          <Row name={phrase("judges")}>
            {aspects.map((aspect) => (
              <AspectLine key={`${aspect.start}:${aspect.category}`} aspect={aspect} review={review} />
            ))}
          </Row>
        )}
        {intents.length > 0 && (
          <Row name={phrase("does")}>
            {intents.map((mark) => (
              <IntentLine key={mark.intent} mark={mark} review={review} />
            ))}
          </Row>
        )}
        {emotion && (
          <Row name={phrase("emotion")}>
            <li>
              {phrase("emotionName", { emotion: emotion.emotion })} <ChanceAfter mark={emotion} />
            </li>
          </Row>
        )}
        {entities.length > 0 && (
          <Row name={phrase("names")}>
            {entities.map((entity) => (
              <EntityLine key={`${entity.start}:${entity.kind}`} entity={entity} />
            ))}
          </Row>
        )}
      </dl>
      <HowGood kinds={kindsIn(statement)} />
      <Why review={review} statement={statement} why={links.why} />
      {themes.length > 1 && statement.themeId && (
        <MoveSentence statement={statement} themes={themes} onMove={links.editThemes} />
      )}
      <CodeMenu sentence={statement} />
    </div>
  );
}

/** The kinds of labels a sentence has. */
function kindsIn({ aspects, intents = [], emotion, entities }: Statement): LabelKind[] {
  return [
    "sentiment",
    ...(aspects ? ["aspects" as const] : []),
    ...intents.map(({ intent }) => `intent:${intent}` as const),
    ...(emotion ? ["emotions" as const] : []),
    ...(entities ? ["entities" as const] : []),
  ];
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <ul>{children}</ul>
      </dd>
    </div>
  );
}

/** A label with its chance in words and per cent: "probably good, 72%". */
function Chance({ mark, name }: { mark: { confidence?: number }; name: string }) {
  const { phrase, percent } = useTexts();
  const certainty = certaintyOf(mark);
  return (
    <span class={`chance ${certainty}`}>
      {phrase("chance", { certainty, name, share: percent(mark.confidence ?? 0) })}
    </span>
  );
}

/** The chance of a label that stands before it; a rule's label says that it is one. */
function ChanceAfter({ mark }: { mark: { confidence?: number } }) {
  const { phrase, percent } = useTexts();
  const certainty = certaintyOf(mark);
  return (
    <span class={`soft chance ${certainty}`}>
      · {phrase("chanceAfter", { certainty, share: percent(mark.confidence ?? 0) })}
    </span>
  );
}

function AspectLine({ aspect, review }: { aspect: AspectMention; review: Review }) {
  const { phrase } = useTexts();
  const words = review.body.slice(aspect.start, aspect.end);
  const matter = phrase("aspectName", { matter: matterOf(aspect) });
  return (
    <li>
      <Feeling polarity={aspect.sentiment.label} />{" "}
      <bdi lang={review.language}>{aspect.term ?? phrase("quoted", { text: words })}</bdi>
      <span class="soft"> · {aspect.term ? matter : phrase("implied", { matter })} · </span>
      <Chance mark={aspect.sentiment} name={phrase("feeling", { polarity: aspect.sentiment.label })} />
    </li>
  );
}

function IntentLine({ mark, review }: { mark: IntentMark; review: Review }) {
  const { phrase } = useTexts();
  const about = mark.about && review.body.slice(mark.about.start, mark.about.end).trim();
  return (
    <li>
      {phrase("intentName", { intent: selector(mark.intent) })} <ChanceAfter mark={mark} />
      {about && (
        <bdi class="soft" lang={review.language}>
          {" · "}
          {phrase("quoted", { text: about })}
        </bdi>
      )}
    </li>
  );
}

function EntityLine({ entity }: { entity: EntityMention }) {
  const { phrase } = useTexts();
  return (
    <li>
      <bdi>{entity.name}</bdi> <span class="soft">· {phrase("entityKind", { kind: entity.kind })}</span>
    </li>
  );
}
