import type { SurveyManifest } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { mapLine } from "./result-words";

/** Everything a run rests on, for whoever wants to check or repeat it. */
export function Method({ manifest }: { manifest: SurveyManifest }) {
  const { phrase } = useTexts();
  const rows = parametersOf(manifest, phrase);
  return (
    <details class="method">
      <summary>{phrase("surveyHow")}</summary>
      <p class="small-text">{phrase("surveyLimits")}</p>
      <dl class="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{phrase("surveyParameter", { name })}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      {manifest.scales.map((scale) => (
        <details key={scale.id}>
          <summary>
            {phrase("surveyParameter", { name: "anchors" })}: {scale.name ?? scale.id} · {scale.version}
          </summary>
          {scale.anchors.map(({ language, sets }) => (
            <ol key={language} lang={language}>
              {sets.map((set) => (
                <li key={set.join(" ")}>
                  <ol class="anchor-set">
                    {set.map((words) => (
                      <li key={words}>{words}</li>
                    ))}
                  </ol>
                </li>
              ))}
            </ol>
          ))}
        </details>
      ))}
      {manifest.engine && (
        <details>
          <summary>{phrase("surveyParameter", { name: "prompts" })}</summary>
          {manifest.engine.prompts.map((prompt) => (
            <pre key={prompt}>{prompt}</pre>
          ))}
        </details>
      )}
    </details>
  );
}

type Parameter = [name: string, value: string];

function parametersOf(manifest: SurveyManifest, phrase: ReturnType<typeof useTexts>["phrase"]): Parameter[] {
  const { spec, encoder, engine, calibration, captured } = manifest;
  const { method, centred, epsilon, temperature, calibrated } = spec.rating;
  const rating = [
    phrase("surveyWay", { way: method }),
    `ε ${epsilon}`,
    `T ${temperature}`,
    ...(centred ? [phrase("testCentred")] : []),
    ...(calibrated ? [phrase("testCalibrated")] : []),
  ];
  return [
    ["date", manifest.date],
    ["version", manifest.earshot],
    ["subject", manifest.subject.name],
    ["language", spec.language],
    ["design", phrase("testDesignOf", { design: spec.design })],
    ["seed", String(spec.seed)],
    ["respondents", `${captured.respondents} / ${spec.respondents}`],
    ["captured", `${captured.heard} / ${captured.asked}`],
    ["rating", rating.join(" · ")],
    ["encoder", `${encoder.model} ${encoder.revision.slice(0, 12)} · ${encoder.graph} · ${encoder.backend}`],
    ["heads", String(manifest.heads)],
    ...(engine
      ? [
          [
            "engine",
            `${engine.model} · ${engine.revision ?? ""} · ${engine.backend} · T ${engine.temperature}`,
          ] as Parameter,
        ]
      : []),
    ...(calibration ? [["map", mapLine(calibration)] as Parameter] : []),
    ["hash", manifest.hash],
  ];
}
