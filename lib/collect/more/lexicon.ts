/**
 * Words on the controls of lists, in the languages shops and forums use, by what they say. A word that ends in `*`
 * stands for all its endings. Scripts without spaces between words are taken apart by the longest word known.
 */
export type WordKind = "load" | "more" | "whole" | "records" | "record" | "little" | "never";

const LOAD =
  "load show view see read display get fetch expand click browse reveal explore continue reading lade laden lädt zeige zeigen anzeigen sehen einblenden nachladen lesen weiterlesen aufklappen ausklappen ausklappen charger afficher voir lire cargar mostrar ver leer seguir leyendo carica mostra vedi leggi visualizza continua leggere carregar exibir ler continuar lendo показать загрузить смотреть посмотреть читать открыть раскрыть развернуть показати завантажити дивитися читати розгорнути 加载 加載 载入 載入 查看 显示 顯示 浏览 阅读 閱讀 点击 點擊 表示 見る みる 読み込む 読む 보기 불러오기 읽기 laad toon tonen bekijk bekijken lees lezen visa ladda läs vis last hent læs les näytä lataa lue pokaż wczytaj załaduj zobacz czytaj wyświetl zobrazit načíst ukázat číst încarcă arată vezi citește betöltés mutasd mutass olvasom göster yükle gör oku muat tampilkan lihat baca xem tải hiển thị đọc โหลด ดู แสดง อ่าน عرض تحميل اقرأ قراءة הצג טען קרא देखें पढ़ें φόρτωση εμφάνιση προβολή δείτε διαβάστε";
const MORE =
  "more additional next older earlier previous remaining further all newer rest other mehr weitere weiteren weiterer ältere älteren frühere nächste nächsten alle übrige restliche plus suivants suivantes précédents précédentes autres tous toutes davantage más anteriores siguientes todos todas altre altri altro ancora successivi successive precedenti tutte tutti mais próximos próximas ещё еще больше далее дальше все следующ* предыдущ* остальн* ще більше далі усі всі наступн* 更多 全部 所有 其他 剩余 剩餘 更早 余下 展开 展開 もっと さらに すべて 全て 全件 続き 他 더 더보기 전체 모두 이전 펼치기 meer verder volgende eerdere fler flera mer äldre alla nästa flere eldre ældre mere lisää kaikki więcej dalej kolejne następne wszystkie starsze rozwiń více dál dále další všechny starší mult multe toate următoarele több tovább további összes következő fazla tüm tümünü önceki devamını banyak lainnya selengkapnya semua thêm tất cả เพิ่มเติม ทั้งหมด ต่อ المزيد كل جميع עוד נוספות כל और सभी περισσότερα περισσότερες όλα όλες";
/** What is said of one text of which only the beginning is shown. */
const WHOLE =
  "full whole entire complete ganze ganzen ganzer vollständig* komplett* alles suite entier complet complète tout todo completo completa tutto completamente tudo полностью целиком весь подробнее всё повністю все детальніше 全文 原文 完整 详情 全部内容 전체보기 자세히 alles allt całość wszystko vše celé celou tot bővebben tamamını tamamı";
const RECORDS =
  "reviews comments opinions ratings testimonials replies answers responses posts feedback feedbacks bewertungen rezensionen kommentare meinungen erfahrungsberichte beiträge antworten rückmeldungen avis commentaires témoignages réponses évaluations critiques reseñas opiniones comentarios valoraciones respuestas evaluaciones recensioni commenti opinioni risposte giudizi avaliações opiniões comentários respostas depoimentos отзывы отзывов отзыва комментарии комментариев комментария рецензии рецензий ответы ответов ответа мнения мнений відгуки відгуків коментарі коментарів відповіді відповідей 评论 评价 評論 評價 留言 回复 回覆 点评 短评 影评 书评 レビュー コメント 口コミ クチコミ 感想 返信 返答 리뷰 댓글 후기 답글 상품평 beoordelingen recensies reacties recensioner omdömen kommentarer svar anmeldelser omtaler arvostelut arvosteluja kommentteja kommentit opinie opinii recenzje recenzji komentarze komentarzy odpowiedzi recenze recenzí komentáře komentářů hodnocení recenzie recenzii comentarii vélemény* hozzászólás* yorumlar* yorum* değerlendirme* yanıt* ulasan komentar balasan đánh giá bình luận nhận xét รีวิว ความคิดเห็น التعليقات تعليقات المراجعات مراجعات التقييمات ردود תגובות ביקורות समीक्षाएं टिप्पणियां κριτικ* σχόλια αξιολογήσεις απαντήσεις";
const RECORD =
  "review comment text post answer reply response opinion story message description bewertung rezension kommentar beitrag antwort commentaire texte reseña opinión texto comentario recensione commento testo avaliação comentário resposta отзыв комментарий текст ответ відгук коментар текст beoordeling tekst recension omdöme opinię recenzję recenzi text komentář";
const LITTLE =
  "of the to this these من for here customer customers user users product our in out and on verified guest buyer player critic item items result results entry entries thread new nested sub child hidden s der die das den zu von les des de d l la las los le el di da do das dos os as i gli del della dei delle en et y e a an из от 条 條 件 个 個 개 則 则 名 を の に が 을 를 する も na no o wyświetl wszystkich mai daha lebih k m";
const NEVER =
  "buy cart basket checkout order purchase pay vote upvote downvote like likes helpful useful follow unfollow subscribe sign log login register report flag delete remove edit share write add submit send download install accept agree allow consent cookie cookies translate block mute save hide collapse less fewer close cancel kaufen warenkorb bestellen anmelden melden löschen teilen schreiben verfassen abgeben akzeptieren weniger acheter panier connexion signaler supprimer partager rédiger écrire donner moins comprar carrito denunciar escribir menos acquista scrivi meno escrever entrar купить корзин* войти удалить пожаловаться написать оставить поделиться скрыть свернуть меньше подписаться голосовать 购买 登录 登入 举报 删除 分享 收起 写评论 发表 点赞 購入 ログイン 報告 削除 閉じる 書く 投稿する 구매 로그인 신고 삭제 접기 작성";

const words = new Map<string, WordKind>();
const stems: [string, WordKind][] = [];
for (const [kind, list] of [
  ["never", NEVER],
  ["records", RECORDS],
  ["record", RECORD],
  ["whole", WHOLE],
  ["more", MORE],
  ["load", LOAD],
  ["little", LITTLE],
] as const) {
  for (const word of list.split(" ")) {
    if (word.endsWith("*")) stems.push([word.slice(0, -1), kind]);
    else if (!words.has(word)) words.set(word, kind);
  }
}

/** Letters of the longest word known in a script without spaces. */
const REACH = 8;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** @returns what the words of a label say, in their order; `undefined` stands for a word that is not known */
export function kindsIn(label: string): (WordKind | undefined)[] {
  const tokens =
    label
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}ー]+/gu) ?? [];
  return tokens.flatMap((token) => {
    const known = kindOf(token);
    return known || !UNSPACED.test(token) ? [known] : segments(token);
  });
}

function kindOf(token: string): WordKind | undefined {
  return words.get(token) ?? stems.find(([stem]) => token.startsWith(stem))?.[1];
}

function segments(token: string): (WordKind | undefined)[] {
  const kinds: (WordKind | undefined)[] = [];
  for (let at = 0; at < token.length; ) {
    let length = Math.min(REACH, token.length - at);
    while (length > 1 && !words.has(token.slice(at, at + length))) length -= 1;
    kinds.push(words.get(token.slice(at, at + length)));
    at += length;
  }
  return kinds;
}
