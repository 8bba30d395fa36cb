/** What of a page is copied: what is shown or said about it, and never what a visitor typed or a site keeps secret. */

/** Elements whose content is neither shown nor read. */
const EMPTY = new Set(
  "style noscript template canvas video audio object embed textarea input select option math".split(" "),
);
/** Drawings are copied for their names only; where their lines run says nothing. */
const DRAWING = /^(?:on|d$|points$|transform$|viewbox$|stroke)/i;
/** Programs, sources of pictures in several sizes, proofs of integrity, and what a visitor typed. */
const SECRET = /^on|^(?:srcset|sizes|srcdoc|integrity|nonce|value|placeholder|action|ping)$/i;
/** Of these elements the value is content: `<data>`, `<meter>`, `<progress>`, `<li>`. */
const VALUED = /^(?:data|meter|progress|li)$|-/;
const LONGEST = 4_000;
/** Styles are kept where they draw a rating, keep line breaks, or hide. */
const DRAWN = /width|--|white-space|background|color|clip|display|visibility|opacity|fill/i;

/** Words without which a script holds no data about reviews or products. */
const PROMISING = /review|comment|rating|feedback|opinion|bewertung|testimonial/i;
/** Characters of the largest data block that is read. */
const LONGEST_DATA = 10_000_000;

/** Whether the children of an element are copied; of scripts only those that are data and could hold reviews. */
export function contentOf(element: Element): "kept" | "left" | "oversized" {
  const name = element.localName;
  if (name !== "script") return EMPTY.has(name) ? "left" : "kept";
  const text = element.hasAttribute("src") ? "" : (element.textContent ?? "");
  const stated = /ld\+json/i.test(element.getAttribute("type") ?? "");
  if (!stated && (text.length < 40 || !PROMISING.test(text))) return "left";
  return text.length > LONGEST_DATA ? "oversized" : "kept";
}

/** @returns name, value, name, value … */
export function attributesOf(element: Element): string[] {
  const kept: string[] = [];
  const { attributes } = element;
  const foreign = element.namespaceURI?.endsWith("svg");
  for (let index = 0; index < attributes.length; index += 1) {
    const attribute = attributes[index];
    if (attribute && isKept(attribute, element, foreign)) kept.push(attribute.name, attribute.value);
  }
  return kept;
}

function isKept({ name, value }: Attr, element: Element, foreign: boolean | undefined): boolean {
  if (foreign ? DRAWING.test(name) : SECRET.test(name) && !(name === "value" && hasFixedValue(element))) return false;
  if (name === "style") return value.length < 500 && DRAWN.test(value);
  if (value.startsWith("data:")) return false;
  // markup may carry a whole review in one attribute
  return value.length < LONGEST || name === "content" || name.startsWith("data-");
}

/** `<data>` and the like, and the choices of a row of stars. */
function hasFixedValue(element: Element): boolean {
  return VALUED.test(element.localName) || element.getAttribute("type") === "radio";
}
