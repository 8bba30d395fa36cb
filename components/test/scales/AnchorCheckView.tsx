import type { AnchorCheck, AnchorSetCheck } from "../../../lib/domain";
import { useTexts } from "../../texts";

/** Whether statements do what they should, in words: their order, what cannot be told apart, and whether wordings agree. */
export function AnchorCheckView({ check }: { check: AnchorCheck }) {
  const { phrase, languageName } = useTexts();
  const { sets, paraphrases, verdict, language } = check;
  return (
    <div class={`anchor-check ${verdict}`}>
      <p>
        <b>{languageName(language)}:</b> {phrase("testCheckVerdict", { verdict })}
      </p>
      <ul>
        {sets.map((set, place) => (
          // sets have no names: their place is what tells them apart
          <li key={place}>
            <SetWords set={set} place={place} />
          </li>
        ))}
        <li>{phrase("testCheckWordings", { ...paraphrases })}</li>
      </ul>
    </div>
  );
}

/** Kendall's τ of ten pairs: 0.8 is one pair exchanged, 0.4 three. */
function orderOf(tau: number): "good" | "rough" | "bad" {
  if (tau >= 0.8) return "good";
  return tau >= 0.4 ? "rough" : "bad";
}

function SetWords({ set: { order, means, closest }, place }: { set: AnchorSetCheck; place: number }) {
  const { phrase, precise, decimal } = useTexts();
  const [a, b] = closest.points;
  return (
    <>
      {phrase("testCheckOrder", { n: place + 1, order: orderOf(order) })}{" "}
      <span class="sub">{phrase("testCheckClosest", { a, b, likeness: precise(closest.similarity) })}</span>
      <span class="unseen">{phrase("testCheckMeans", { means: means.map(decimal).join(", ") })}</span>
    </>
  );
}
