/** Counts the pictures and films that an author added. */
import { ACTION_TEXT } from "../document/phrases";
import { wordsOf } from "../document/vocabulary";
import { inOther } from "./within";

/** Pictures of people, ranks, stars and controls. */
const ORNAMENT =
  /^(?:avatar|avatars|gravatar|profile|profilepic|user|author|userpic|icon|icons|ico|emoji|emoticon|smiley|smilies|smile|star|stars|rating|badge|badges|logo|flag|flags|rank|medal|verified|sprite|pixel|spacer|button|buttons|btn|arrow|svg|initials|reaction|reactions|likes?|thumbs|thumbsup)$/;
const ORNAMENT_SOURCE =
  /avatar|gravatar|emoji|smil(?:ey|ies)|\/icons?\/|sprite|spacer|blank\.|pixel\.|\bs\.gif|star[-_.\d]|stars|rating|badge|flags?\/|^data:image\/svg/i;
/** Pixels; smaller pictures are icons. */
const SMALLEST = 48;
const PHOTO_CONTROL =
  /^(?:(?:customer|review|user|reviewer)? ?(?:photo|image|picture|video|bild|foto|imagen|immagine)\b|.{0,24}(?:фото|写真|画像|图片|圖片|사진))/iu;

/** @returns how many different ones stand in the record */
export function photosIn(record: Element, isOther: (element: Element) => boolean): number {
  const found = new Set<unknown>();
  for (const element of record.querySelectorAll("img, picture, video, button[aria-label], [role=button][aria-label]")) {
    if (inOther(element, record, isOther)) continue;
    if (element.localName === "video") found.add(element.getAttribute("src") ?? element);
    else if (element.localName === "img" && isPhoto(element, record)) found.add(sourceOf(element) || element);
    else if (isPhotoControl(element)) found.add(element);
  }
  return found.size;
}

function isPhotoControl(element: Element): boolean {
  if (element.localName === "img" || element.localName === "picture" || element.querySelector("img")) return false;
  const label = element.getAttribute("aria-label") ?? "";
  return PHOTO_CONTROL.test(label) && /\d/.test(label) && !/^photo of/i.test(label);
}

function isPhoto(image: Element, record: Element): boolean {
  const source = sourceOf(image);
  if (ACTION_TEXT.test(image.getAttribute("alt") ?? "") || /\.gif\b/i.test(source)) return false;
  if (!source || ORNAMENT_SOURCE.test(source)) return false;
  for (const name of ["width", "height"]) {
    const size = Number.parseInt(image.getAttribute(name) ?? "", 10);
    if (size > 0 && size < SMALLEST) return false;
  }
  if (/\p{Extended_Pictographic}|avatar|profil/iu.test(image.getAttribute("alt") ?? "")) return false;
  let at: Element | null = image;
  for (let level = 0; at && at !== record && level < 4; level += 1, at = at.parentElement) {
    if (wordsOf(at).some((word) => ORNAMENT.test(word))) return false;
    if (at.localName === "a" && isPersonal(at.getAttribute("href") ?? "")) return false;
  }
  return tellsOfAPhoto(image, record);
}

function isPersonal(href: string): boolean {
  return /\/(?:users?|u|profile|profil|member|people|author)\/|^\/@|[?&]u(?:ser|id)?=/i.test(href);
}

/** Somebody's picture without a name for it stands at the beginning of the record; photos come with a word or later. */
function tellsOfAPhoto(image: Element, record: Element): boolean {
  const alt = image.getAttribute("alt") ?? "";
  const words = [image, image.parentElement, image.parentElement?.parentElement].flatMap((at) =>
    at && record.contains(at) ? wordsOf(at) : [],
  );
  if (
    words.some((word) =>
      /^(?:photos?|images?|media|gallery|thumb|thumbs|thumbnail|thumbnails|attachments?|pictures?|ugc|fotos?|bilder)$/.test(
        word,
      ),
    )
  )
    return true;
  if (PHOTO_CONTROL.test(alt)) return true;
  return textBefore(image, record) > 60;
}

function sourceOf(image: Element): string {
  return (
    image.getAttribute("src") || image.getAttribute("data-src") || image.getAttribute("srcset")?.split(" ")[0] || ""
  );
}

/** Characters of text that stand before the picture, as far as it matters. */
function textBefore(image: Element, record: Element): number {
  let letters = 0;
  for (let at: Element | null = image; at && at !== record && letters <= 60; at = at.parentElement) {
    for (let before = at.previousSibling; before; before = before.previousSibling)
      letters += before.textContent?.trim().length ?? 0;
  }
  return letters;
}
