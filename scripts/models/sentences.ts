/** Sentences written for this project: opinions as reviewers phrase them, in many scripts and lengths. */

/** Short, so that a start stays quick. */
export const SENTINEL_SENTENCES = [
  "The battery lasts two days.",
  "Доставка заняла три недели.",
  "质量很好，但是太贵了。",
  "Würde ich nicht wieder kaufen!",
];

export const PARITY_SENTENCES = [
  ...SENTINEL_SENTENCES,
  "Great value for the price, my kids love it.",
  "It broke after a week & support never replied :(",
  "Is the strap long enough for a tall person?",
  "5/5 would buy again 👍👍",
  "ok",
  "I bought this in March for my mother, who has trouble with small buttons; she learnt it in one afternoon, and since then it has fallen from the table twice without a scratch, so I ordered a second one for my aunt.",
  "Très déçu : la couleur ne correspond pas à la photo.",
  "El tamaño es perfecto, aunque hace un poco de ruido.",
  "La spedizione è stata veloce e l'imballaggio curato.",
  "O som é ótimo, mas a bateria acaba depressa.",
  "De handleiding is onduidelijk en alleen in het Engels.",
  "Jakość wykonania świetna, polecam każdemu.",
  "Fungerar bra, men appen kraschar ibland.",
  "Kutusu hasarlı geldi ama ürün sağlamdı.",
  "Звук чистый, держит заряд весь день, рекомендую.",
  "Кнопка запала через місяць, повернув гроші.",
  "思ったより軽くて、持ち運びに便利です。",
  "説明書が日本語ではないので星を一つ減らしました。",
  "배송은 빨랐지만 포장이 엉망이었어요.",
  "客服态度很差，退货拖了两个星期。",
  "電池只能用三個小時，跟廣告說的不一樣。",
  "المنتج رائع لكن السعر مرتفع قليلا.",
  "האיכות טובה אבל המידה קטנה מדי.",
  "कीमत के हिसाब से बहुत अच्छा है।",
  "สินค้าดีมาก แต่ส่งช้าไปหน่อย",
  "Sản phẩm dùng tốt, giao hàng hơi chậm.",
  "Barangnya bagus, sesuai dengan gambar.",
  "Η συσκευή ζεσταίνεται πολύ μετά από λίγη ώρα.",
];
