/** What people read on screen around reviews, in the languages of the web. Hints, never proofs. */

/** Texts of the controls under a comment, whole text only. */
export const ACTION_TEXT =
  /^[\s•|·(#»›↩↪+👍👎]*(?:repl(?:y|ies)|quote|reply with quote|report(?: abuse| review| this)?|flag(?: as \w+)?|(?:up|down)vote(?: this(?: \w+)?)?|vote (?:up|down)|(?:not |un)?helpful\??|was this (?:review )?helpful\??|permalink|permanent link|link to (?:this )?comment|antworten?|melden|zitieren|mit zitat antworten|beitrag melden|(?:nicht )?hilfreich|nützlich|gefällt mir|répondre|signaler|utile|citer|j.aime|responder|denunciar|reportar|útil|me gusta|citar|rispondi|segnala|cita|mi piace|curtir|ответить|пожаловаться|цитировать|полезно|поделиться|нравится|відповісти|поскаржитись|回复|回覆|举报|舉報|有用|有用なレビュー|点赞|赞|引用|返信|報告|参考になった|通報|不適切レビューを報告する|违规举报|답글|신고|도움돼요|도움이 돼요|좋아요|공감|svara|svar|anmäl|besvar|beantwoorden|reageer|reageren|nuttig|odpowiedz|zgłoś|cytuj|pomocna|odpovědět|nahlásit|válasz|yanıtla|faydalı|şikayet et|رد|مفيد|إبلاغ|تبليغ|הגב|דווח|share|like|likes?|dislike|award|give award|context|parent|save|edit|comment)(?: to \S.{0,40})?[\s»›:↓(]*\d*\)?$/iu;
/** Strong form of the above: only comments and reviews have these. */
export const ANSWER_TEXT =
  /^[\s•|·(#»›↩↪👍👎]*(?:repl(?:y|ies)|report(?: abuse| review| this)?|flag(?: as \w+)?|(?:up|down)vote(?: this(?: \w+)?)?|(?:not |un)?helpful\??|permalink|quote|reply with quote|antworten?|melden|zitieren|mit zitat antworten|beitrag melden|(?:nicht )?hilfreich|répondre|signaler|utile|citer|responder|denunciar|útil|citar|rispondi|segnala|ответить|цитировать|пожаловаться|полезно|відповісти|поскаржитись|回复|回覆|举报|舉報|有用|返信|参考になった|通報|不適切レビューを報告する|답글|신고|도움돼요|도움이 돼요|svara|svar|besvar|beantwoorden|reageer|reageren|nuttig|odpowiedz|zgłoś|pomocna|odpovědět|válasz|yanıtla|faydalı|رد|مفيد|إبلاغ|הגב)(?: to \S.{0,40})?[\s»›:↓(]*\d*\)?$/iu;

/** Sentences that only stand below reviews. */
export const HELPFUL_TEXT =
  /(?:people|person|users?|customers?) (?:found|find) (?:this|it)|\d (?:out )?of \d+ found this|(?:was|is) this (?:review|comment|answer)? ?helpful|did you find this (?:review )?helpful|like this comment|personen? fanden|personen? fand|kunden fanden|war diese (?:bewertung|rezension) (?:für sie )?hilfreich|personnes? (?:a|ont) trouvé|cet avis vous a|personas? (?:han |ha )?encontr|te ha resultado útil|te resultó útil|person[ae] (?:ha |hanno )?trovat|(?:è|ti è) stat[ao] utile|pessoas? ach(?:ou|aram)|esta avaliação foi útil|отзыв (?:был )?полез|вам помог этот|人が(?:この|参考)|人觉得有用|人がお役に立った|参考になりましたか|对您有(?:用|帮助)|도움이 되었|te helpen|vindt dit nuttig|czy ta opinia|hjälpsam|هل كان.{0,20}مفيد/iu;

export const PRICE_TEXT =
  /(?:[$€£¥₽₴₹₩₺]\s?\d|\d[\d.,\s]*\s?(?:€|£|₽|руб|zł|kr\b|CHF|USD|EUR|元|円|원|₺|TL\b|Kč|Ft\b|ر\.س|lei\b))/u;

/** Headings of regions that show other things to read or buy. */
export const ELSEWHERE_HEADING =
  /\b(?:(?:related|similar|latest|recent|active) (?:threads|topics|discussions)|you (?:may|might) (?:also )?like|also (?:bought|viewed|like)|related|similar|more (?:from|like)|recommended|trending|most (?:read|popular)|recently viewed|best ?sellers?|featured products|from (?:our|the) (?:blog|journal)|latest (?:news|posts|articles)|recent (?:posts|comments)|top stories|read next)\b|könnte (?:ihnen|dir) auch|kunden kauften auch|ähnliche (?:produkte|artikel|themen|beiträge)|passend dazu|meistgelesen|mehr zum thema|vous aimerez|(?:produits|sujets|discussions) (?:similaires|associée?s)|les plus lus|à lire aussi|applications similaires|también te|productos (?:relacionados|similares)|lo más leído|potrebbe(?:ro)? (?:anche )?(?:interessarti|piacerti)|prodotti (?:correlati|simili)|i più letti|você também|produtos (?:relacionados|similares)|mais lidas|похожие|другие темы|с этим товаром|вам может понравиться|читайте также|популярное|猜你喜欢|相关(?:商品|推荐|阅读)|推荐|看了又看|関連(?:商品|記事)|おすすめ|こちらもおすすめ|추천|관련 상품|함께 본/iu;
/** Headings of lists of questions. */
export const QUESTION_HEADING =
  /\bq ?& ?a\b|\bfaqs?\b|questions? (?:and|&) answers?|customer questions|frequently asked|ask a question|fragen (?:und|&) antworten|häufige fragen|kundenfragen|questions (?:et|&) réponses|questions fréquentes|preguntas (?:y respuestas|frecuentes)|domande (?:e risposte|frequenti)|perguntas (?:e respostas|frequentes)|вопросы? (?:и ответы|о товаре)|частые вопросы|常见问题|商品问答|よくある質問|質問|상품문의|자주 묻는/iu;

/** Whether something was bought by who writes of it. */
export const VERIFIED_TEXT =
  /^\W{0,3}(?:verified(?! by\b)|confirmed (?:purchase|buyer)|verifizierte?r?|bestätigter kauf|geprüfte?r?|achat (?:vérifié|confirmé)|avis vérifié|acheteur vérifié|compra (?:verificada|confirmada)|comprador verificado|acquisto verificato|acquirente verificato|recensione verificata|проверен|подтвержд|реальная покупка|покупка подтвержд|отзыв оставлен после покупки|підтверджен|已购|已購買|已验证|認証済|購入済|amazonで購入|구매 ?(?:확인|인증|완료)|geverifieerde?|verifierat|verifiert|verificeret|potwierdzon[ey]|zweryfikowan|ověřen|ellenőrzött|onaylanmış|doğrulanmış|شراء موثق|عملية شراء|רכישה מאומתת)/iu;

/** Labels of what exactly was bought: "Colour: Black | Size: M". */
export const VARIANT_TEXT =
  /^(?:colou?r|size|style|flavou?r|scent|shade|pattern|variant|configuration|model|edition|format|purchased (?:item|option)|item|farbe|größe|variante|ausführung|geschmack|stil|couleur|taille|modèle|talla|tamaño|sabor|colore|taglia|dimensione|gusto|cor|tamanho|цвет|размер|вариант|комплектация|вкус|колір|розмір|颜色|顏色|尺码|尺寸|规格|款式|型号|版本|色|カラー|サイズ|種類|購入商品|색상|사이즈|용량|옵션|kleur|maat|kolor|rozmiar|färg|storlek|barva|velikost|renk|beden|اللون|المقاس)\s?(?:name|family|code)?\s?[:：=]/iu;

/** Head words of the parts of a review: they say what the words below them mean. */
export const ASPECT_TEXT =
  /^\W{0,3}(?:pros?|cons?|advantages?|disadvantages?|(?:what i )?(?:dis)?liked?|the good|the bad|vorteile?|nachteile?|positiv|negativ|gefallen|nicht gefallen|avantages?|inconvénients?|points? (?:forts?|faibles?)|les plus|les moins|ventajas?|desventajas?|lo mejor|lo peor|vantaggi|svantaggi|pregi|difetti|vantagens|desvantagens|prós|contras|достоинства|недостатки|плюсы|минусы|переваги|недоліки|комментарий|优点|缺点|優點|缺點|良い点|悪い点|良かった点|気になった点|장점|단점|voordelen|nadelen|zalety|wady|fördelar|nackdelar|výhody|nevýhody)\s?[:：]?$/iu;

/** "from Leeds, UK": a place said in words. */
export const FROM_TEXT =
  /^(?:from|aus|de|da|di|из|г\.|来自|來自)\s+(\p{Lu}[\p{L}'’. -]{1,40}(?:,\s?\p{L}[\p{L}'’. -]{1,30})?)$/u;

/** Words and numbers of votes for a record: "12 people found this helpful", "Helpful (3)". */
export const HELPFUL_COUNT =
  /(?:\d[\d.,]*|\b(?:one|eine|une|una|uma|один)\b)\s*(?:other\s)?(?:of \d+ )?(?:people|person(?:en)?|users?|customers?|kunden|personnes?|personas?|person[ae]|pessoas?|человек\S*|людям?|人|명)[^\n]{0,40}(?:helpful|useful|hilfreich|nützlich|util[ei]?|útil|полез|参考|役に立|有用|有帮助|도움)|(?:helpful|useful|hilfreich|nützlich|utile|útil|полезно|有用|参考になった|도움돼요|도움이 돼요|nuttig|pomocna|faydalı|مفيد)\s*[:：(]?\s*\d+\)?$|(?:comment|review) along with \d[\d.,]* other|^\d[\d.,]*\s*(?:likes?|upvotes?|points?|gefällt mir|j.aime|me gusta|нравится|赞|いいね)$/iu;

/** When somebody joined, not when they wrote. */
export const MEMBERSHIP_TEXT =
  /regist|joined|member|mitglied|dabei seit|inscri|membre|miembro|iscritto|dołączył|регистрац|на сайте|注册|登録|가입/iu;
/** When something was used, stayed in or bought, not when it was written about. */
export const STAY_TEXT =
  /\bnights?\b|date of (?:stay|visit|experience|purchase)|stayed|visited|(?:experience|purchase) date|purchased on|nächte?\b|übernachtung|aufenthalt|kaufdatum|nuits?\b|séjour|noches?\b|estancia|notti\b|soggiorno|noites?\b|ноч[ьие]|宿泊|入住|购买时间|使用期間/iu;

/** How a quotation in a forum begins. */
export const QUOTE_HEAD =
  /^\W{0,3}(?:quote(?: from)?\b|zitat\b|citation\b|cita\b|цитата|originally posted by|引用|[^\n:]{1,40}\s(?:said|wrote|schrieb|hat geschrieben|sagte|a écrit|a dit|escribió|dijo|ha scritto|escreveu|disse|написал\p{L}*|сказал\p{L}*|skrev|schreef|napisał\p{L}*)\s?:|[^\n]{1,30}さんは書きました)/iu;

/** What stands where nobody has written yet, or beside the form for it. */
export const PROMPT_TEXT =
  /\bno (?:\w+ ){0,3}(?:comments|reviews|ratings|replies|answers) (?:yet|found|available)|\bbe the first to|\b(?:sign|log) ?(?:in|up) (?:or|to)|^(?:or )?register\b|\b(?:leave|post|write|add|submit) (?:a|your) (?:comment|review|reply|rating)|\byou must be logged in|\bcancel reply\b|\bcomments? (?:are|is) (?:closed|disabled|off)|noch keine (?:kommentare|bewertungen|rezensionen)|(?:kommentar|bewertung|rezension) (?:schreiben|verfassen|abgeben|hinterlassen)|erste bewertung|melden sie sich an|bitte (?:melde|logge)|aucun (?:avis|commentaire)|soyez le premier|(?:laisser|écrire|rédiger|poster|déposer) un (?:avis|commentaire)|connectez-vous|todavía no hay|aún no hay|sé el primero|(?:escrib|dej)\p{L}* (?:un|tu) (?:comentario|reseña|opinión)|inicia sesión|nessun(?:a)? (?:recensione|commento)|(?:scrivi|lascia) (?:una|un) (?:recensione|commento)|nenhum (?:comentário|avaliação)|seja o primeiro|(?:escreva|deixe) (?:um|uma|seu|sua)|отзывов (?:пока )?нет|комментариев (?:пока )?нет|(?:оставить|написать|добавить) (?:отзыв|комментарий)|войдите|暂无评论|暂无评价|还没有评论|登录后|发表评论|写评论|レビューはまだ|コメントはまだ|コメントを(?:書く|投稿)|レビューを(?:書く|投稿)|리뷰가 없습니다|댓글을 (?:입력|작성)/iu;

/** Controls that show the rest of a text. */
export const EXPAND_TEXT =
  /^\W{0,3}(?:(?:read|show|see|view) (?:more|full(?: \w+)?|all)|more|expand|continue reading|mehr(?: (?:lesen|anzeigen))?|weiterlesen|lire (?:la )?(?:suite|plus)|voir plus|en savoir plus|plus|leer más|ver más|más|leggi (?:tutto|di più)|continua|altro|ler mais|ver mais|mais|читать (?:далее|дальше|полностью)|показать (?:ещё|полностью)|ещё|развернуть|展开(?:全文|更多)?|展開|查看更多|更多|全文|続きを読む|もっと見る|더 ?보기|펼쳐보기|meer (?:lezen|weergeven)|läs mer|les mer|czytaj więcej|więcej|devamını (?:oku|göster)|daha fazla|اقرأ المزيد|المزيد)\W{0,3}$/iu;

/** Step one of a category path. */
export const HOME_TEXT =
  /^(?:home|homepage|start|startseite|accueil|inicio|portada|início|главная|головна|首页|首頁|ホーム|トップ|top|홈|strona główna|etusivu|hem|hjem|domů|kezdőlap|ana sayfa|الرئيسية|ראשי|all|alle|shop|forum|index|foren-übersicht|board index)$/iu;

const COUNT = String.raw`(\d{1,3}(?:[.,\s\u00a0\u202f’']\d{3})+|\d+[.,]\d+\s?[kKmM万]|\d+(?![.,]?\d)\s?[kKmM万]?)`;
const REVIEWS =
  "reviews?|ratings?|bewertung(?:en)?|kundenbewertung(?:en)?|rezension(?:en)?|avis|évaluations?|notes|opiniones|opinión|reseñas?|valoracion(?:es)?|calificacion(?:es)?|recension[ei]|valutazion[ei]|opinioni|avaliaç(?:ão|ões)|opini(?:ões|ão)|отзыв(?:а|ов|ы)?|оцен(?:ка|ки|ок)|відгук(?:и|ів)?|条?评价|條?評價|条?评论|件の?(?:レビュー|口コミ|評価)|レビュー|口コミ|クチコミ|개의? ?리뷰|리뷰|후기|상품평|beoordeling(?:en)?|recensies?|omdömen|recensioner|anmeldelser|arvostelua?|opinii|opinie|ocen|hodnocení|recenz[eií]|értékelés|vélemény|değerlendirme|تقييم|مراجعة|ulasan";
const COMMENTS =
  "comments?|kommentare?n?|commentaires?|réactions?|réponses?|comentarios?|respuestas?|commenti?|rispost[ae]|comentários?|respostas?|комментари(?:й|я|ев|и)|коментар(?:і|ів)?|ответ(?:а|ов|ы)?|replies|answers?|responses?|antworten|reacties|kommentarer|komentarzy|komentarze|yorum|条?评论|則?留言|条?回复|コメント|件のコメント|댓글|תגובות|تعليق(?:ات)?";
const LEAD = "(?:customer |verified |global |user |guest |total |google |kunden|produkt)?";

const before = (nouns: string) => new RegExp(`${COUNT}\\+?\\s?${LEAD}(?:${nouns})(?![\\p{L}]|\\s?[:：]\\s?\\d)`, "iu");
const behind = (nouns: string) =>
  new RegExp(
    `(?:^|[^\\p{L}])${LEAD}(?:${nouns})\\s?[:：]?\\s?[(（\\[]?\\s?${COUNT}\\s?(?:件|条|개|건)?[)）\\]]?\\s*$`,
    "iu",
  );

/** "1,204 reviews", "Отзывы (204)": how many there are; the first group is the number. */
export const REVIEW_COUNTS = [before(REVIEWS), behind(REVIEWS)] as const;
/** "318 comments", "Réactions (4)". */
export const COMMENT_COUNTS = [before(COMMENTS), behind(COMMENTS)] as const;
