import type { CodeAgreement, CodingAgreement, Measured } from "../../../lib/annotate/agreement/agreement-of";
import { machineRun } from "../../../lib/annotate/agreement/double-coding";
import { CODING_BASES, type CodingBasis, type SecondCoding } from "../../../lib/domain";
import { FigureTable } from "../../test/results/FigureTable";
import { type Texts, useTexts } from "../../texts";

/** Figures of each code and over all; who gave what; and what the definition alone comes to beside examples. */
export function AgreementTables({
  coding,
  basis,
  agreements,
}: {
  coding: SecondCoding;
  basis: CodingBasis;
  agreements: ReadonlyMap<CodingBasis, CodingAgreement>;
}) {
  const texts = useTexts();
  const { phrase, number } = texts;
  const agreement = agreements.get(basis);
  if (!agreement) return null;
  const names = coding.codes.map(({ name }) => name);
  return (
    <>
      <CodeFigures names={names} agreement={agreement} />
      <details>
        <summary>{phrase("secondConfusion")}</summary>
        <FigureTable
          caption={phrase("secondConfusion")}
          table={{
            columns: ["code", "both", "person", "machine", "neither"].map((side) => phrase("secondSide", { side })),
            rows: agreement.codes.map(({ both = 0, first = 0, second = 0, neither = 0 }, c) => [
              names[c] ?? "",
              ...[both, first, second, neither].map(number),
            ]),
          }}
        />
      </details>
      {agreements.size > 1 && (
        <details>
          <summary>{phrase("secondBeside")}</summary>
          <FigureTable
            caption={phrase("secondBeside")}
            table={{
              columns: [
                phrase("secondSide", { side: "code" }),
                ...CODING_BASES.map((kind) => phrase("secondBasisShort", { kind })),
                phrase("secondExampleCount"),
              ],
              rows: besideRows(coding, agreements, texts),
            }}
          />
        </details>
      )}
    </>
  );
}

/** One row a code, then all decisions together, then the mean of the codes. */
export function CodeFigures({ names, agreement }: { names: readonly string[]; agreement: CodingAgreement }) {
  const texts = useTexts();
  const { phrase, number, precise } = texts;
  const { codes, overall, mean } = agreement;
  const unsaid = codes.some((code) => code.unsaid !== undefined);
  const kappa = codes.some((code) => code.kappa !== undefined) || overall.kappa !== undefined;
  const figures = (measured: Measured) => [
    measured.percent === undefined ? "–" : texts.percent(measured.percent),
    ...(kappa ? [figure(measured.kappa, texts)] : []),
    figure(measured.alpha, texts),
    measured.interval ? `${precise(measured.interval.low)}–${precise(measured.interval.high)}` : "–",
  ];
  return (
    <>
      <FigureTable
        caption={phrase("secondPerCode")}
        table={{
          columns: [
            phrase("secondSide", { side: "code" }),
            phrase("secondGiven"),
            phrase("secondPercent"),
            ...(kappa ? [phrase("secondKappa")] : []),
            phrase("secondAlpha"),
            phrase("secondInterval"),
          ],
          rows: [
            ...codes.map((code: CodeAgreement, c) => [names[c] ?? "", number(code.given), ...figures(code)]),
            [phrase("secondOverall"), number(overall.units), ...figures(overall)],
            [
              phrase("secondMean"),
              "",
              "",
              ...(kappa ? [figure(mean.kappa, texts)] : []),
              figure(mean.alpha, texts),
              "",
            ],
          ],
        }}
      />
      {unsaid && <p class="sub">{phrase("secondDash")}</p>}
    </>
  );
}

function besideRows(
  coding: SecondCoding,
  agreements: ReadonlyMap<CodingBasis, CodingAgreement>,
  texts: Texts,
): string[][] {
  const examples = machineRun(coding, "examples")?.examples;
  const alphaOf = (basis: CodingBasis, c: number) => figure(agreements.get(basis)?.codes[c]?.alpha, texts);
  const overall = CODING_BASES.map((basis) => figure(agreements.get(basis)?.overall.alpha, texts));
  return [
    ...coding.codes.map(({ id, name }, c) => [
      name,
      ...CODING_BASES.map((basis) => alphaOf(basis, c)),
      texts.number(examples?.find(({ codeId }) => codeId === id)?.yes ?? 0),
    ]),
    [texts.phrase("secondOverall"), ...overall, ""],
  ];
}

function figure(value: number | undefined, { precise }: Texts): string {
  return value === undefined ? "–" : precise(value);
}
