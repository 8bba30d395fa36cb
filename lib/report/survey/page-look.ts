/** The look of the report: one column, black on white, whole charts and tables on a printed page. */
export const PAGE_LOOK = `
:root { color-scheme: light; font: 15px/1.5 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
body { margin: 0; background: #fff; color: #1b1f24; overflow-wrap: anywhere; }
main { max-width: 760px; margin: 0 auto; padding: 24px 20px 48px; }
h1 { font-size: 26px; line-height: 1.25; margin: 8px 0; }
h2 { font-size: 19px; line-height: 1.3; margin: 36px 0 6px; }
h3 { font-size: 15px; margin: 20px 0 4px; }
h4 { font-size: 14px; margin: 14px 0 4px; }
p { margin: 6px 0; }
a { color: #3b5bdb; }
.mark { display: inline-block; margin: 0; border: 1px solid #7048a8; border-radius: 99px; padding: 0 10px; color: #7048a8; font-weight: 600; }
.sub, footer, caption, dt { color: #57606c; font-size: 13px; }
.gauge { border-inline-start: 4px solid #8590a0; background: #f6f7f9; padding: 8px 16px; }
.gauge h2 { margin: 4px 0; font-size: 16px; }
.gauge.close { border-color: #0d6f7d; }
.gauge.rough { border-color: #8a5a00; }
.gauge.poor { border-color: #b04c08; }
.concept { border-inline-start: 2px solid #e2e5ea; padding-inline-start: 12px; white-space: pre-wrap; }
figure { margin: 0 0 4px; }
svg { display: block; width: 100%; height: auto; }
.chart { margin: 16px 0; }
.chart h3 { margin: 0 0 4px; }
.points { display: grid; grid-template-columns: repeat(5, 1fr); gap: 1px; margin: 0 0 6px; padding: 0; list-style: none; font-size: 12.5px; text-align: center; }
.point-1 { background: #b04c08; color: #fff; }
.point-2 { background: #eab98f; }
.point-3 { background: #d5dae1; }
.point-4 { background: #8fcbd3; }
.point-5 { background: #0d6f7d; color: #fff; }
blockquote { margin: 6px 0; border-inline-start: 2px solid #8590a0; padding-inline-start: 12px; }
.written-mark { color: #7048a8; font-weight: 600; }
.written { border-inline-start: 2px dashed #7048a8; padding-inline-start: 12px; }
table { border-collapse: collapse; width: 100%; margin: 12px 0; font-size: 13px; }
caption { text-align: start; }
th, td { border-top: 1px solid #e2e5ea; padding: 4px 6px; text-align: end; vertical-align: top; overflow-wrap: normal; }
td { white-space: nowrap; }
td:nth-child(2) { white-space: normal; }
th:first-child { text-align: start; font-weight: 500; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(120px, 1fr) 3fr; gap: 4px 16px; }
dd { margin: 0; }
ol { padding-inline-start: 22px; }
pre { white-space: pre-wrap; background: #f6f7f9; padding: 10px; font-size: 12.5px; }
@media print {
  main { max-width: none; padding: 0; }
  .chart, tr, blockquote, .gauge { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
  * { print-color-adjust: exact; }
}
`;
