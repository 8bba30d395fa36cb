/** Words of ratings in the languages of reviews, as `prepare` writes them: lower case, without accents. */

/** Between a rating and its scale: "4 out of 5", "4 von 5". */
export const OF =
  "\\/|out of(?: a possible)?|of|von|sur|de|su|di|из|з|із|van de|van|av|ud af|af|na|z|ze|od|din|απο|sa|dari|tren|จาก|מתוך|من|از|over|от|\\||分の";

/** Between a scale and the rating that follows it: "5つ星のうち4.0", "5점 만점에 4점", "5 üzerinden 4". */
export const REVERSED =
  "つ星のうち|つ星中|点満点中|点満点で|点中|段階中|段階評価で|段階評価の|段階で|のうち|星中|颗星中|分制|점 만점에|점만점에|점 중|개 중|uzerinden|yildiz uzerinden|मे से|में से|-bol|-bol a|つ中";

/** What ratings are counted in. */
export const STARS =
  "stars?|sterne?n?|etoiles?|estrellas?|estrelas?|stelle|stella|стар|звезд[а-я]*|зирк[а-я]*|зирок|зірк[а-яі]*|зірок|gwiazd[a-z]*|gwiazdek|hvezd[a-z]*|hviezd[a-z]*|zvezd[a-z]*|zvijezd[a-z]*|zvjezd[a-z]*|sterren|ster|stjern[a-z]*|stjarn[a-z]*|tahte[a-z]*|tahti|yildiz[a-z]*|csillag[a-z]*|stele|αστερι[α-ω]*|bintang|sao|ดาว|כוכבים|כוכב|نجوم|نجمات|نجمة|نجم|ستاره|स्टार|सितारे|つ星|颗星|顆星|星级|星級|星|별점|별|성|bubbles?|hearts?|points?|punkte?n?|балл[а-я]*|бал[а-яі]*|点|點|分|점|[★☆⭐]";

/** Numbers beside these count people, texts or days. */
export const COUNTED =
  "ratings?|reviews?|votes?|voters?|people|persons?|users?|customers?|comments?|opinions?|global|bewertung(?:en)?|rezension(?:en)?|stimmen|personen|kunden|nutzer|avis|evaluations?|commentaires?|notes|personnes?|clients?|opiniones|resenas?|valoracion(?:es)?|calificacion(?:es)?|comentarios?|personas?|votos?|recension[ei]|valutazion[ei]|giudizi|persone|voti|avaliac(?:ao|oes)|pessoas?|отзыв[а-я]*|оцен(?:ок|ки|ка)|голос[а-я]*|человек[а-я]*|комментари[а-я]*|пользовател[а-я]*|відгук[а-яі]*|оцінок|beoordelingen|recensies|stemmen|opinii|opinie|ocen|recenzji|glosow|hodnoceni|recenzi|degerlendirme|yorum|oy|omdomen|recensioner|betyg|anmeldelser|arvostelua|ertekeles|件|人|个评分|人评价|条|レビュー|評価|명|개|건|리뷰|评论|評論|评价|評價|years?|months?|weeks?|days?|hours?|jahre?n?|monate?n?|tage?n?|ans|mois|jours|лет|год[а-я]*|месяц[а-я]*|дн[а-я]*";

/** A bare number beside these is something else. */
export const NOT_A_RATING =
  /(?:^|[\s#])(?:level|lv|lvl|top|page|seite|pagina|страница|version|step|rank|platz|no|nr|№|#)\s?\.?\d|[$€£¥₽₹₩]|\d\s?(?:x|cm|mm|kg|g|ml|l|gb|mb|px|usd|eur)\b/;

/** The five words of Douban for one to five stars (https://www.douban.com); only the others are its alone. */
export const DOUBAN = new Map([
  ["很差", 1],
  ["较差", 2],
  ["还行", 3],
  ["推荐", 4],
  ["力荐", 5],
]);
