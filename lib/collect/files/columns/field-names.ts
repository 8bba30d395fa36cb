/**
 * What the columns of review tables are called, in the spellings that exports and survey tools use, in English, German,
 * French, Spanish, Italian, Portuguese, Russian, Chinese, Japanese and Korean.
 */

/** What a column can hold, in the order in which columns are given out. */
export const FIELDS = [
  "id",
  "body",
  "title",
  "rating",
  "ratingScale",
  "author",
  "date",
  "language",
  "subject",
  "verified",
  "helpful",
  "variant",
  "location",
  "url",
  "subjectUrl",
  "kind",
  "replyTo",
] as const;
export type Field = (typeof FIELDS)[number];

/** Names without case, spaces and marks; the first that a table has wins. */
const NAMES: Record<Field, string> = {
  id: "id reviewid commentid nativeid uid uuid recordid responseid surveyid ticketid nummer bewertungsid 编号 评论id 评价id идентификатор idотзыва レビューid 리뷰id",
  body: "body reviewtext reviewbody reviewcontent reviewdescription text review content comment commenttext comments commentbody reviews verifiedreviews feedbacktext feedback message description data opinion verbatim verbatims openended answer response sentence testimonial bewertungstext bewertung rezension rezensionstext kundenmeinung kommentar texte texteavis avis commentaire contenu verbatimclient texto reseña reseñas opinión comentario comentarios contenido testo testorecensione recensione commento texto avaliação textodaavaliação comentário mensagem комментарий отзыв отзывы текст текстотзыва сообщение ответ 评论 评论内容 评价 评价内容 点评 点评内容 内容 正文 留言 反馈 レビュー レビュー本文 レビュー内容 口コミ 本文 コメント 感想 内容 리뷰 리뷰내용 내용 후기",
  title:
    "title reviewtitle headline reviewheadline summary subjectline heading bewertungstitel titel überschrift titre titreavis título titulo titolo titolorecensione заголовок заголовокотзыва 标题 评论标题 タイトル レビュータイトル 題名 제목",
  rating:
    "rating stars star reviewrating starrating reviewstars score overall overallrating overallscore ratingvalue satisfaction nps bewertungsterne sternebewertung sterne punkte punktzahl gesamtbewertung étoiles nbétoiles noteglobale note puntuación calificación estrellas valoración voto stelle punteggio valutazione nota estrelas classificação pontuação оценка рейтинг звезды звёзды балл баллы 评分 星级 打分 评星 得分 評価 評点 星 星評価 満足度 평점 별점 점수",
  ratingScale: "ratingscale bestrating maxrating scale outof ratingmax",
  author:
    "author reviewer reviewauthor username user reviewername authorname nickname profilename displayname customer customername respondent autor verfasser kunde benutzer auteur pseudo client utilisateur usuario cliente autore utente автор имя пользователь покупатель ник 作者 用户 用户名 昵称 买家 评论者 投稿者 ユーザー 名前 ニックネーム 작성자 닉네임 name",
  date: "date reviewdate dateofreview time timestamp created createdat createdon createddate submitted submittedat submissiondate posted postedat published publishedat datepublished reviewtime datum erstelltam bewertungsdatum datepublication dateavis fecha fechareseña data datarecensione datadaavaliação дата датаотзыва датапубликации время 日期 时间 评论时间 评价时间 发布时间 日付 投稿日 日時 날짜 작성일",
  language: "language lang locale orilang languagecode sprache langue idioma lingua língua язык 语言 言語 언어",
  subject:
    "subject subjectname product productname producttitle item itemname productid asin sku app appname brandmodel model hotel hotelname restaurant business place placename subjectid clothingid produkt produktname artikel artikelname produit nomproduit article produto nomedoproduto producto nombredelproducto prodotto nomeprodotto товар названиетовара продукт 产品 产品名称 商品 商品名称 商品名 製品 製品名 상품 상품명",
  verified:
    "verified verifiedpurchase isverified verifiedbuyer verifiedpurchaser verifiziert verifizierterkauf achatvérifié vérifié compraverificada verificado acquistoverificato verificato verificada подтверждено подтвержденнаяпокупка проверено 已验证 已购买 認証済み 購入確認 確認済み 구매인증",
  helpful:
    "helpful helpfulvotes helpfulcount helpfulnessnumerator foundhelpful votes upvotes upvotecount likes likecount thumbsup thumbsupcount nützlich hilfreich utile votesutiles útil úteis utili полезно лайки голоса 有用 有用数 点赞 点赞数 赞 参考になった いいね 도움돼요 좋아요",
  variant:
    "variant productvariant variation style color colour size version appversion reviewcreatedversion variante farbe größe couleur taille color talla tamaño colore taglia cor tamanho вариант цвет размер версия 规格 款式 颜色 尺码 型号 バリエーション カラー サイズ 옵션",
  location:
    "location country countrycode reviewercountry reviewerlocation city region land ort standort pays ville país ciudad paese città cidade страна город местоположение 国家 地区 城市 地点 国 地域 所在地 국가 지역",
  url: "url reviewurl link reviewlink permalink commenturl href pageurl adresse lien enlace ссылка 链接 网址 リンク 링크",
  subjectUrl: "subjecturl producturl productlink itemurl pagelink listingurl 商品链接 产品链接 商品url",
  kind: "kind recordtype commenttype",
  replyTo: "replyto parentid parent inreplyto parentcommentid replytoid",
};

/** Two columns that together are what a person wrote: both halves are kept. */
const HALVES =
  "pros cons positive negative positivereview negativereview positives negatives liked disliked likes dislikes whatdoyoulikebest whatdoyoudislike whatdoyoulikebestabouttheproduct whatdoyoudislikeabouttheproduct advantages disadvantages vorteile nachteile avantages inconvénients pointspositifs pointsnégatifs ventajas desventajas vantagens desvantagens vantaggi svantaggi pregi difetti достоинства недостатки плюсы минусы 优点 缺点 良い点 悪い点 장점 단점";

const ranks = new Map<Field, Map<string, number>>(
  FIELDS.map((field) => [
    field,
    new Map([...new Set(NAMES[field].split(" "))].map((name, rank) => [plainName(name), rank])),
  ]),
);
const halves = new Set(HALVES.split(" ").map(plainName));
/** Names that mean something only together with what they stand in: `author.name`, `rating.value`. */
const BARE = new Set(["name", "value", "text", "content", "displayname", "fullname", "label", "body", "message"]);
const AMBIGUOUS = new Set(["id", "url", "type", "href", "link", "image", "title"]);

/** "Review Text", "review_text" and "reviewText" are one name. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Position of a column's name among the names of a field, 0 for the most telling; undefined when it is none of them. */
export function nameRank(field: Field, column: string): number | undefined {
  const known = ranks.get(field);
  return spellings(column)
    .map((name) => known?.get(name))
    .find((rank) => rank !== undefined);
}

/** The whole name, then what a path of JSON (`reviewRating.ratingValue`, `author.name`) is likely to mean. */
function spellings(column: string): string[] {
  const parts = column.split(".").map(plainName).filter(Boolean);
  const [last = "", parent] = [parts.at(-1), parts.at(-2)];
  if (parent === undefined) return [last];
  const meant = BARE.has(last) ? [parent] : AMBIGUOUS.has(last) ? [] : [last];
  return [parts.join(""), `${parent}${last}`, ...meant];
}

/** Whether a column holds one of two halves of a text, such as "Pros" and "Cons". */
export function isHalf(column: string): boolean {
  return halves.has(plainName(column.split(".").at(-1) ?? ""));
}

/** Whether a cell could be the name of a column. */
export function isFieldName(cell: string): boolean {
  return cell.length <= 60 && (isHalf(cell) || FIELDS.some((field) => nameRank(field, cell) !== undefined));
}
