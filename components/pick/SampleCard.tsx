import type { Sample } from "../../lib/collect/recipe/choose-fields";
import type { FieldName } from "../../lib/collect/recipe/recipe";
import { Stars } from "../figures/Stars";
import { useTexts } from "../texts";

const DETAILS: readonly FieldName[] = ["verified", "variant", "location", "helpful"];

/** A record as it would be taken, before anything is stored. */
export function SampleCard({ sample }: { sample: Sample }) {
  const { phrase } = useTexts();
  const [rating, scale] = (sample.get("rating") ?? "").split("/").map(Number);
  const title = sample.get("title");
  const body = sample.get("body");
  const meta = [sample.get("author"), sample.get("date")].filter((text) => text !== undefined);
  const details = DETAILS.flatMap((name) => {
    const text = sample.get(name);
    return text === undefined ? [] : [{ name, text }];
  });
  return (
    <article class="review pick-sample">
      {title && <h3 dir="auto">{title}</h3>}
      {(rating !== undefined && scale !== undefined) || meta.length > 0 ? (
        <p class="meta">
          {rating !== undefined && scale !== undefined && <Stars rating={rating} scale={scale} />}
          {meta.map((text) => (
            <bdi key={text}>{text}</bdi>
          ))}
        </p>
      ) : null}
      {body ? (
        <p class="pick-body" dir="auto">
          {body}
        </p>
      ) : (
        <p class="soft">{phrase("pickNoWords")}</p>
      )}
      {details.length > 0 && (
        <p class="meta">
          {details.map(({ name, text }) => (
            <span key={name}>
              {name === "verified" ? <span class="verified">{phrase("verified")}</span> : <bdi>{text}</bdi>}
            </span>
          ))}
        </p>
      )}
    </article>
  );
}
