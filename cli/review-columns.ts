/** Recognises the columns of review tables by their names, in the spellings exports use. */

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
] as const;
export type Field = (typeof FIELDS)[number];

/** Names without case, spaces and marks; the first that a table has wins. */
const NAMES: Record<Field, string> = {
  id: "id reviewid commentid nativeid uid uuid recordid responseid nummer 编号 评论id идентификатор",
  body: "body reviewtext reviewbody reviewcontent text review content comment comments reviews verifiedreviews feedbacktext message description data opinion verbatim answer response sentence bewertungstext bewertung rezension kommentar texte avis commentaire contenu texto reseña opinión comentario testo recensione texto avaliação комментарий отзыв текст текстотзыва 评论 评论内容 评价 评价内容 内容 正文 レビュー 本文 コメント 리뷰 내용",
  title:
    "title reviewtitle headline summary subjectline titel überschrift titre título titolo заголовок 标题 タイトル 제목",
  rating:
    "rating stars reviewrating starrating score overall overallrating ratingvalue note bewertungsterne sterne punkte étoiles puntuación estrellas valoración voto stelle nota оценка рейтинг звезды 评分 星级 打分 評価 星 평점 별점",
  ratingScale: "ratingscale bestrating maxrating scale",
  author:
    "author reviewer username user name reviewername authorname nickname autor verfasser auteur автор имя 作者 用户 用户名 昵称 投稿者 작성자",
  date: "date reviewdate time timestamp created createdat published datepublished datum fecha data дата 日期 时间 日付 날짜",
  language: "language lang locale orilang sprache langue idioma lingua язык 语言 言語 언어",
  subject:
    "subject subjectid product productid productname item asin app clothingid produkt produit producto товар 产品 商品 製品 상품",
};

/** "Review Text", "review_text" and "reviewText" are one name. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * @param columns names in the file
 * @param named columns given by hand, field by field
 * @returns column of each field that was found; a column serves one field only
 */
export function matchColumns(columns: readonly string[], named: ReadonlyMap<Field, string>): Map<Field, string> {
  const found = new Map(named);
  const used = new Set(named.values());
  const byName = new Map(columns.map((column) => [plain(column), column]));
  for (const field of FIELDS) {
    if (found.has(field)) continue;
    const column = NAMES[field]
      .split(" ")
      .map((name) => byName.get(name))
      .find((name) => name !== undefined && !used.has(name));
    if (column === undefined) continue;
    found.set(field, column);
    used.add(column);
  }
  return found;
}
