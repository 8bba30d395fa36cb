/**
 * Words that sites use to name things in class names, ids and headings. Every list is a hint, never a proof:
 * the readers count several of them before they believe anything. What people read on screen is in `phrases`.
 */

/** Class, id and attribute names in words: `reviewCard__body-2` → review, card, body. */
export function nameWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
}

/** Everything an element is called, in words. */
export function wordsOf(element: Element): string[] {
  if (!element.hasAttributes()) return element.localName.includes("-") ? nameWords(element.localName) : [];
  const look = `${element.className}\n${element.id}\n${element.attributes.length}`;
  const known = asked.get(element);
  if (known?.look === look) return known.words;
  const words = wordsIn(element);
  asked.set(element, { look, words });
  return words;
}

/** A reading asks many times what an element is called. */
const asked = new WeakMap<Element, { look: string; words: string[] }>();

function wordsIn(element: Element): string[] {
  const names: (string | null)[] = [element.getAttribute("class"), element.id];
  for (const { name, value } of element.attributes) {
    if (NAMING.has(name)) names.push(value);
    // `data-review-title="true"`: a hook whose name says it all
    else if (name.startsWith("data-") && (value === "" || value === "true") && names.length < 12)
      names.push(name.slice(5));
  }
  if (element.localName.includes("-")) names.push(element.localName);
  return nameWords(names.filter(Boolean).join(" ").slice(0, 400));
}

const NAMING = new Set([
  "data-testid",
  "data-test-id",
  "data-test",
  "data-hook",
  "data-qa",
  "data-cy",
  "data-auto",
  "data-marker",
  "data-automation",
  "data-test-target",
  "data-widget",
  "data-section",
  "data-component",
  "data-region",
  "data-zone-name",
  "itemprop",
  "itemtype",
  "typeof",
  "property",
  "role",
  "data-role",
  "data-type",
]);

const any = (words: string) => new RegExp(`^(?:${words})$`, "u");

export const REVIEW_WORD =
  /^(?:review|rezension|bewertung|avis$|opinion|opini[ei]|recensi|recenz|rese[nñ]a|valoraci|avalia|testimonial|otz[yi]v|отзыв|відгук|отзив|мнени|feedback|critique|kuchikomi|pingjia|evaluation|ugc$|rv$|beoordeling|ervaring|omd[öo]me|anmeldels|arvostelu|hodnocen|hodnoten|értékelés|vélemény|velemeny|değerlendirme|degerlendirme|ulasan|αξιολ|κριτικ|رأي|آراء|تقييم|مراجع|ביקור|חוות|समीक्षा|รีวิว)|レビュー|口コミ|クチコミ|评价|評價|点评|點評|리뷰|후기|상품평/;
export const COMMENT_WORD =
  /^(?:comm?ent|comtr$|cmt|kommentar|commentaire|komment|koment|r[ée]action$|r[ée]actions$|reply|replies|respond$|responses?$|antwort|reaktion|reactie|disqus|guestbook|g(?:ae|ä)stebuch|kommentarii|коммент|комментар|коментар|обсужден|pinglun|discuss|threads?$|message$|posts?$|postcontainer$|postbody$|hozzászólás|yorum|σχόλι|تعليق|تعليقات|תגובות|टिप्पणी)|コメント|评论|評論|댓글|留言|回帖|跟帖/;
/** Names that also serve articles and chats; they count for less. */
export const WEAK_WORD = any(
  "posts?|message|threads?|discuss\\w*|postbody|postcontainer|evaluation|ugc|rv|r[ée]actions?|response|feedback|обсужден\\p{L}*",
);

export const AUTHOR_WORD = any(
  "author|auth|autor|auteur|autore|user|username|usern|nick|nickname|reviewer|commenter|commentator|commentauthor|poster|byline|fn|handle|login|consumer|customer|writer|member|displayname|screenname|hnuser|kommentarautor|profile|persona|benutzer|owner|from|bigusername|authorname|reviewername|nombre|usuario|pseudo|verfasser",
);
export const BODY_WORD = any(
  "body|text|content|contents|message|msg|description|comment|copy|reviewbody|commenttext|commenttxt|commtext|commentbody|commentcontent|reviewtext|usertext|quote|paragraph|md|cooked|txt|postbody|posttext|inhalt|texte|texto|testo|review|commenttextbody|reviewcontent",
);
export const TITLE_WORD = any("title|headline|heading|subject|summary|titel|titre|titulo|titolo|reviewtitle");
export const STAR_WORD =
  /^(?:stars?|rating|ratings|rate|rated|score|sterne?|bewertung|note|etoiles?|estrellas?|stelle|puntuacion|ratingstars|starrating|rateit|valoracion|stelline|voto|grade|raty|allstar\d*)$/;
/** Numbers beside these words count people, not stars. */
export const VOTE_WORD = any(
  "votes?|voter|voting|likes?|karma|reputation|points?|upvotes?|downvotes?|counts?|counter|helpful|thumbs?|replies|comments?",
);

/** Parts of a comment section that hold no comment. */
export const FURNITURE_WORD = any(
  "form|respond|summary|histogram|filter|filters|sort|sorting|pagination|pager|write|login|signup|nav|navigation|menu|breadcrumb|breadcrumbs|toolbar|modal|dialog|popup|consent|cookie|cookies|gdpr|newsletter|subscribe|captcha|promo|banner|advert|advertisement|ads|sponsored|signature",
);
/** What stands beside the words of a record and tells of their author or of the record itself. */
export const ABOUT_WORD =
  /^(?:actions?|buttons?|share|votes?|voting|toolbar|controls|avatar|badges?|tooltip|meta|metadata|reply|flag|report|helpful|postprofile|userinfo|userdetails|posterinfo|signature|sig|joined|usertitle|userrank|rank)$/;
/** Regions that show other things to read or buy, or a digest of comments made elsewhere. */
export const ELSEWHERE_WORD = any(
  "related|recommended|recommendation|recommendations|similar|teaser|teasers|trending|popular|recent|latest|newest|carousel|upsell|crosssell|mostread|megamenu|outbrain|taboola|products?list|productgrid|sponsored|recirc|recirculation|bestseller|bestsellers|alsobought|alsoviewed|threadlist|topiclist|topics|forumlist|structitem",
);
export const QUESTION_WORD = any("question|questions|faq|faqs|qa|qna|answer|answers|askquestion|accordion|fragen");
/** Where a shop or an author answers a review. */
export const REPLY_WORD = any(
  "reply|replies|response|responses|answer|antwort|reponse|respuesta|risposta|resposta|ответ|owner|merchant|seller|business|company|vendor|brand",
);
/** Containers of answers below a comment. */
export const NEST_WORD = any(
  "children|child|replies|reply|nested|nest|thread|subcomments?|subthread|responses?|answers|indent|descendants|sub|antworten|childs|kids",
);
/** Regions beside what a page is about. */
export const ASIDE_WORD = any("sidebar|aside|widget|widgets|footer|topbar|navbar");
/** Praise chosen by the page's owner. */
export const PRESS_WORD = /^(?:testimonials?|press|awards?|quotes?slider|clients?)$/;
