/** The style sheets of a page as text that loads nothing. */

/** More is left out (UTF-16 units): a copy is read, not admired. */
const MOST = 3_000_000;

/** @param missing takes addresses of sheets that the browser does not let be read */
export function stylesOf(document: Document, missing: Set<string>): string {
  let css = "";
  for (const sheet of [...document.styleSheets, ...(document.adoptedStyleSheets ?? [])]) {
    if (sheet.disabled) continue;
    try {
      for (const rule of sheet.cssRules) {
        if (css.length > MOST) return css;
        css += textOf(rule);
      }
    } catch {
      if (sheet.href) missing.add(sheet.href); // of another site
    }
  }
  return css;
}

/** Without imports, fonts and pictures from elsewhere, and without what could end the element it stands in. */
function textOf(rule: CSSRule): string {
  const text = rule.cssText;
  if (/^@(import|font-face|namespace|charset)/i.test(text)) return "";
  return `${text.replace(/url\((?!["']?data:image\/)[^)]*\)/gi, "none").replace(/<\//g, "<\\/")}\n`;
}
