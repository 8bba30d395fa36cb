/**
 * Words that sites use to name things, in class names and on screen. Every list is a hint, never a proof:
 * the readers count several of them before they believe anything.
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
  const names = [element.getAttribute("class"), element.id, ...NAMING.map((name) => element.getAttribute(name))];
  if (element.localName.includes("-")) names.push(element.localName);
  return nameWords(names.filter(Boolean).join(" ").slice(0, 400));
}

const NAMING = [
  "data-testid",
  "data-test-id",
  "data-test",
  "data-hook",
  "data-qa",
  "itemprop",
  "itemtype",
  "typeof",
  "property",
  "role",
  "data-role",
  "data-type",
];

const any = (words: string) => new RegExp(`^(?:${words})$`);

export const REVIEW_WORD =
  /^(?:review|rezension|bewertung|avis$|opinion|recensi|rese[nñ]a|valoraci|avalia|testimonial|otz[yi]v|отзыв|feedback|critique|kuchikomi|pingjia|evaluation|ugc$|rv$)/;
export const COMMENT_WORD =
  /^(?:comm?ent|comtr$|cmt|kommentar|commentaire|koment|reply|replies|respond$|responses?$|antwort|reaction$|reaktion|disqus|guestbook|g(?:ae|ä)stebuch|kommentarii|коммент|pinglun|discuss|thread|message$|posts?$|postcontainer$|postbody$)/;
/** Names that also serve articles and chats; they count for less. */
export const WEAK_WORD = any(
  "posts?|message|thread|discuss\\w*|postbody|postcontainer|evaluation|ugc|rv|reaction|response",
);

export const AUTHOR_WORD = any(
  "author|auth|autor|auteur|autore|user|username|usern|nick|nickname|reviewer|commenter|commentator|commentauthor|poster|byline|fn|handle|login|consumer|customer|writer|member|displayname|screenname|hnuser|kommentarautor|profile|persona|benutzer|owner|from",
);
export const BODY_WORD = any(
  "body|text|content|contents|message|msg|description|comment|copy|reviewbody|commenttext|commenttxt|commtext|commentbody|commentcontent|reviewtext|usertext|quote|paragraph|md|cooked|txt|postbody|inhalt|texte|texto|testo|review",
);
export const TITLE_WORD = any("title|headline|heading|subject|summary|titel|titre|titulo|reviewtitle");
export const STAR_WORD =
  /^(?:stars?|rating|ratings|rate|rated|score|sterne?|bewertung|note|etoiles?|estrellas?|stelle|puntuacion|ratingstars|starrating|rateit|valoracion|stelline|voto)$/;
/** Numbers beside these words count people, not stars. */
export const VOTE_WORD = any(
  "votes?|voter|voting|likes?|karma|points?|upvotes?|downvotes?|counts?|counter|helpful|thumbs?|replies|comments?",
);

/** Parts of a comment section that hold no comment. */
export const FURNITURE_WORD = any(
  "form|respond|summary|histogram|filter|filters|sort|sorting|pagination|pager|write|login|signup|nav|navigation|menu|breadcrumb|toolbar|modal|dialog|popup|consent|cookie|cookies|gdpr|newsletter|subscribe|captcha|promo|banner|advert|advertisement|ads|sponsored",
);
/** Regions that show other things to read or buy, or a digest of comments made elsewhere. */
export const ELSEWHERE_WORD = any(
  "related|recommended|recommendation|recommendations|similar|teaser|teasers|trending|popular|recent|latest|newest|carousel|upsell|mostread|megamenu|outbrain|taboola|products?list|productgrid|sponsored|recirc|recirculation",
);
export const QUESTION_WORD = any("question|questions|faq|faqs|qa|qna|answer|answers|askquestion|accordion");
/** Where a shop or an author answers a review. */
export const REPLY_WORD = any(
  "reply|replies|response|responses|answer|antwort|reponse|respuesta|risposta|resposta|ответ|owner|merchant|seller|business|company|vendor|brand",
);
/** Containers of answers below a comment. */
export const NEST_WORD = any(
  "children|child|replies|reply|nested|nest|thread|subcomments?|subthread|responses?|answers|indent|descendants|sub|antworten|childs|kids",
);

/** Texts of the controls under a comment, whole text only. */
export const ACTION_TEXT =
  /^[\s•|·(#»›↩↪+]*(?:repl(?:y|ies)|quote|report(?: abuse| review| this)?|flag(?: as \w+)?|upvote|downvote|vote (?:up|down)|helpful\??|was this (?:review )?helpful\??|permalink|permanent link|link to (?:this )?comment|antworten?|melden|zitieren|beitrag melden|hilfreich|nützlich|gefällt mir|répondre|signaler|utile|citer|j.aime|responder|denunciar|reportar|útil|me gusta|citar|rispondi|segnala|cita|curtir|ответить|пожаловаться|цитировать|полезно|поделиться|нравится|回复|回覆|举报|舉報|有用|点赞|赞|返信|報告|参考になった|通報|답글|신고|svara|svar|anmäl|beantwoorden|reageer|reageren|odpowiedz|zgłoś|cytuj|відповісти|yanıtla|share|like|likes?|award|give award|context|parent|save|edit|comment)(?: to \S.{0,40})?[\s»›:↓(]*\d*\)?$/i;

/** Strong form of the above: only comments and reviews have these. */
export const ANSWER_TEXT =
  /^[\s•|·(#»›↩↪]*(?:repl(?:y|ies)|report(?: abuse| review| this)?|flag(?: as \w+)?|upvote|downvote|helpful\??|permalink|quote|antworten?|melden|zitieren|beitrag melden|hilfreich|répondre|signaler|utile|citer|responder|denunciar|útil|citar|rispondi|segnala|ответить|цитировать|пожаловаться|полезно|回复|回覆|举报|有用|返信|参考になった|通報|답글|svara|svar|beantwoorden|reageer|reageren|odpowiedz|zgłoś|відповісти|yanıtla)(?: to \S.{0,40})?[\s»›:↓(]*\d*\)?$/i;

/** Sentences that only stand below reviews. */
export const HELPFUL_TEXT =
  /(?:people|person|users?|customers?) (?:found|find) (?:this|it)|(?:was|is) this (?:review|comment|answer)? ?helpful|did you find this (?:review )?helpful|personen fanden|kunden fanden|war diese (?:bewertung|rezension) hilfreich|personnes? ont trouvé|cet avis vous a|personas? (?:han )?encontr|te ha resultado útil|persone (?:hanno )?trovat|pessoas? ach(?:ou|aram)|отзыв (?:был )?полез|人が(?:この|参考)|人觉得有用|人がお役に立った/i;

export const PRICE_TEXT = /(?:[$€£¥₽₴₹]\s?\d|\d[\d.,\s]*\s?(?:€|£|₽|руб|zł|kr\b|CHF|USD|EUR|元|円))/;
