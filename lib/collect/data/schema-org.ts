/** Records and subjects in the words of schema.org, shared by JSON-LD and microdata. https://schema.org/Review */

import type { RawReview, RawSubject } from "../site";
import { countOf, isObject, type JsonObject, listOf, numberOf, textOf, typesOf } from "./json-fields";
import type { Json } from "./lenient-json";

const REVIEW = /^(?:UserReview|Review|EmployerReview|Recommendation)$/;
const COMMENT = /^(?:Comment|UserComments|CorrectionComment)$/;
/** Answers and questions of a Q&A page are neither reviews nor comments; whatever hangs below them stays out too. */
const NOT_OURS = /^(?:QAPage|Question|Answer|FAQPage|ClaimReview|HowTo|HowToStep|BreadcrumbList|ItemList|Offer)$/;
const SUBJECT =
  /^(?:Product|ProductGroup|IndividualProduct|LocalBusiness|Organization|Corporation|Restaurant|Hotel|LodgingBusiness|Recipe|Book|Movie|TVSeries|VideoGame|MobileApplication|SoftwareApplication|WebApplication|Course|Event|Place|TouristAttraction|Service|Game|MusicAlbum|Vehicle|Car|CreativeWork|Article|NewsArticle|BlogPosting|DiscussionForumPosting|SocialMediaPosting|VideoObject|Store|Brand|JobPosting|EducationalOrganization|Dentist|Physician|FoodEstablishment|WebPage)$/;

export interface Found {
  reviews: RawReview[];
  subjects: { types: string[]; subject: RawSubject }[];
  /** Category paths, outermost step first, as the page orders them. */
  paths?: string[][];
}

/** Everything readable in a schema.org tree. `how` names the syntax it came from. */
export function readSchema(value: Json, how: string, found: Found = { reviews: [], subjects: [] }, depth = 0): Found {
  if (depth > 24) return found;
  for (const item of listOf(value)) {
    if (!isObject(item)) {
      if (Array.isArray(item)) readSchema(item, how, found, depth + 1);
      continue;
    }
    const types = typesOf(item);
    if (types.includes("BreadcrumbList")) addPath(item, found);
    if (types.some((type) => NOT_OURS.test(type))) continue;
    if (types.some((type) => REVIEW.test(type))) addReview(item, how, found, depth);
    else if (types.some((type) => COMMENT.test(type))) addComment(item, how, found, 0);
    else addOther(item, types, how, found, depth);
  }
  return found;
}

/** https://schema.org/BreadcrumbList */
function addPath(item: JsonObject, found: Found): void {
  const steps = listOf(item.itemListElement).filter(isObject);
  const position = (step: JsonObject) => numberOf(step.position) ?? 0;
  const names = steps
    .sort((a, b) => position(a) - position(b))
    .map((step) => textOf(step.name) ?? (isObject(step.item) ? textOf(step.item.name) : undefined));
  const path = names.filter((name) => name !== undefined);
  if (path.length) found.paths = [...(found.paths ?? []), path];
}

function addOther(item: JsonObject, types: string[], how: string, found: Found, depth: number): void {
  if (types.some((type) => SUBJECT.test(type))) found.subjects.push({ types, subject: subjectOf(item) });
  for (const [key, value] of Object.entries(item)) {
    if (typeof value !== "object" || value === null) continue;
    if (key === "comment") for (const comment of listOf(value)) isObject(comment) && addComment(comment, how, found, 0);
    else if (key === "review" || key === "reviews") {
      for (const review of listOf(value)) {
        if (isObject(review) && typesOf(review).length === 0) addReview(review, how, found, depth);
        else readSchema(review, how, found, depth + 1);
      }
    } else readSchema(value, how, found, depth + 1);
  }
}

/** A critic's article marked up as one review of its subject is the page's own text, not a reader's. */
function isArticle(item: JsonObject, depth: number): boolean {
  const editorial = item.positiveNotes ?? item.negativeNotes ?? item.articleBody ?? item.mainEntityOfPage;
  return (
    editorial !== undefined ||
    (depth <= 1 && item.itemReviewed !== undefined && item.publisher !== undefined && item.headline !== undefined)
  );
}

function addReview(item: JsonObject, how: string, found: Found, depth: number): void {
  const reviewed = item.itemReviewed;
  if (isObject(reviewed)) found.subjects.push({ types: typesOf(reviewed), subject: subjectOf(reviewed) });
  if (isArticle(item, depth)) return;
  const rating = isObject(item.reviewRating) ? item.reviewRating : undefined;
  const record: RawReview = {
    ...shared(item, how),
    kind: "review",
    body: textOf(item.reviewBody) ?? textOf(item.description) ?? textOf(item.text) ?? "",
    title: textOf(item.name) ?? textOf(item.headline),
    rating: numberOf(rating?.ratingValue) ?? textOf(rating?.ratingValue) ?? numberOf(item.reviewRating),
    ratingScale: numberOf(rating?.bestRating),
  };
  found.reviews.push(record);
  for (const answer of listOf(item.comment)) {
    if (isObject(answer))
      found.reviews.push({ ...commentOf(answer, how), kind: "reply", replyTo: record.nativeId, depth: 1 });
  }
}

function addComment(item: JsonObject, how: string, found: Found, depth: number, replyTo?: string): void {
  if (depth > 40) return;
  const record = { ...commentOf(item, how), depth, replyTo: replyTo ?? textOf(parentId(item)) };
  found.reviews.push(record);
  for (const answer of listOf(item.comment)) {
    if (isObject(answer)) addComment(answer, how, found, depth + 1, record.nativeId);
  }
}

function parentId(item: JsonObject): Json | undefined {
  const parent = item.parentItem;
  return isObject(parent) ? (parent["@id"] ?? parent.url) : undefined;
}

function commentOf(item: JsonObject, how: string): RawReview {
  return {
    ...shared(item, how),
    kind: "comment",
    body: textOf(item.text) ?? textOf(item.commentText) ?? textOf(item.description) ?? "",
  };
}

function shared(item: JsonObject, how: string): Omit<RawReview, "kind" | "body"> {
  const votes = numberOf(item.upvoteCount);
  return {
    how,
    author: textOf(item.author) ?? textOf(item.creator),
    date: textOf(item.datePublished) ?? textOf(item.dateCreated) ?? textOf(item.commentTime),
    nativeId: textOf(item.identifier) ?? textOf(item["@id"]) ?? textOf(item.url),
    language: textOf(item.inLanguage),
    ...(votes === undefined ? {} : { helpful: votes }),
  };
}

/** What a schema.org thing says about itself. */
export function subjectOf(item: JsonObject): RawSubject {
  const total = listOf(item.aggregateRating).find(isObject);
  const offer = listOf(item.offers).find(isObject);
  const amount = textOf(offer?.price) ?? textOf(offer?.lowPrice);
  return {
    name: textOf(item.name) ?? textOf(item.headline),
    url: typeof item.url === "string" ? item.url : undefined,
    brand: textOf(item.brand) ?? textOf(item.manufacturer),
    category: categoryOf(item),
    price: amount && [amount, textOf(offer?.priceCurrency)].filter(Boolean).join(" "),
    rating: numberOf(total?.ratingValue) ?? textOf(total?.ratingValue),
    ratingScale: numberOf(total?.bestRating),
    ratingCount: countOf(total?.reviewCount) ?? countOf(total?.ratingCount),
  };
}

/** "Home > Kitchen > Kettles" is a path; a list of words is one step. */
function categoryOf(item: JsonObject): string[] | undefined {
  const said = textOf(item.category) ?? textOf(item.recipeCategory) ?? textOf(item.genre);
  return said?.split(/\s*[>›»/]\s+|\s+[>›»/]\s*/).filter(Boolean);
}
