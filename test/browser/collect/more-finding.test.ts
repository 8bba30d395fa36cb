/** What could be done to see more, found in pages of many looks and languages. Invented people and texts. */
import { describe, expect, it } from "vitest";
import { locate } from "../../../lib/collect/document/path";
import { collect } from "../../../lib/collect/read/collect";
import { summarise } from "../../../lib/collect/read/glance";
import type { Control, More, SiteRules } from "../../../lib/collect/site";
import { parsedDocument } from "./documents";

const URL_HERE = "https://shop.example/kettle-with-whistle";

const TEXTS = [
  "Boils fast, which is all I asked of it in the morning.",
  "The lid rattles and nobody at the shop could tell me why.",
  "Bought it for the boat, and it has not rusted in two summers.",
];

function card(index: number, extra = "", text = TEXTS[index]): string {
  return `<article class="review"><b class="author">Buyer ${index + 1}</b> <span aria-label="${(index % 5) + 1} out of 5 stars"></span>
    <time datetime="2025-06-0${index + 1}">June ${index + 1}, 2025</time><p class="review-text">${text}</p>${extra}</article>`;
}

const CARDS = TEXTS.map((_, index) => card(index)).join("");

async function more(body: string, options: { url?: string; own?: SiteRules[] } = {}) {
  const document = parsedDocument(`<!doctype html><html><head><title>Kettle</title></head><body>${body}</body></html>`);
  const { url = URL_HERE, own } = options;
  const capture = await collect(document, { url, now: new Date("2026-03-15T12:00:00Z"), own });
  const labels = (controls: Control[] = []) =>
    controls.map(({ path, label }) => {
      expect(locate(document, path)?.textContent?.replace(/\s+/g, " ").trim() || label).toBe(label);
      return label;
    });
  const found: More = capture.more;
  return {
    found,
    capture,
    buttons: labels(found.buttons),
    replies: labels(found.replies),
    expanders: labels(found.expanders),
    pager: found.pager && labels([found.pager])[0],
  };
}

const list = (after: string, cards = CARDS) =>
  `<h1>Kettle</h1><section class="reviews"><h2>Reviews</h2>${cards}${after}</section>`;

describe("controls that load more", () => {
  it.each([
    "Load more reviews",
    "Show more",
    "View 20 more",
    "Weitere Bewertungen anzeigen",
    "Mehr laden",
    "Voir plus d’avis",
    "Afficher plus",
    "Ver más opiniones",
    "Cargar más",
    "Mostra altre recensioni",
    "Carregar mais avaliações",
    "Показать ещё",
    "Показать ещё 10 отзывов",
    "加载更多",
    "查看更多评价",
    "もっと見る",
    "レビューをもっと見る",
    "리뷰 더보기",
    "Meer reviews laden",
    "Visa fler",
    "Pokaż więcej opinii",
    "Daha fazla yorum göster",
    "عرض المزيد من التعليقات",
    "Показати ще відгуки",
    "Zobrazit další recenze",
    "Xem thêm đánh giá",
  ])("are known by their words: %s", async (label) => {
    expect((await more(list(`<button type="button">${label}</button>`))).buttons).toEqual([label]);
  });

  it("are known by their names where the language is not", async () => {
    expect((await more(list(`<div class="x"><span class="btn-load-more">Vaata veel</span></div>`))).buttons).toEqual([
      "Vaata veel",
    ]);
    expect((await more(list(`<a href="#" class="reviewsShowMore">Rodyti daugiau</a>`))).buttons).toEqual([
      "Rodyti daugiau",
    ]);
  });

  it("are taken from the rules of the site first", async () => {
    const own: SiteRules[] = [
      {
        name: "own",
        evidence: "test",
        mark: ".review",
        record: ".review",
        kind: "review",
        body: [".review-text"],
        more: { button: "#odd" },
      },
    ];
    expect(
      (
        await more(list(`<button type="button" id="odd">Krok dál</button><button type="button">Show more</button>`), {
          own,
        })
      ).buttons,
    ).toEqual(["Krok dál", "Show more"]);
  });

  it.each([
    [
      "another list",
      `</section><section><h2>Goes well with it</h2><ul><li>Cup</li></ul><button type="button">Show more</button>`,
    ],
    [
      "other things by name",
      `<button type="button">Show more products</button><button type="button">More articles</button>`,
    ],
    [
      "a region of advice",
      `</section><div class="related-items"><button type="button">Load more</button></div><section>`,
    ],
    ["a link to elsewhere", `<a href="https://elsewhere.example/reviews">Load more reviews</a>`],
    ["a link to another page of the shop", `<a href="/stories">Show more</a>`],
    ["what submits a form", `<form><button>Load more reviews</button></form>`],
    ["what is disabled", `<button type="button" disabled>Load more reviews</button>`],
    ["what is hidden", `<div hidden><button type="button">Load more reviews</button></div>`],
    ["a menu", `<button type="button" aria-haspopup="menu">More</button>`],
    ["consent", `</section><div class="cookie-banner"><button type="button">Show more</button></div><section>`],
    ["what hides", `<button type="button">Show less</button>`],
    ["what posts", `<button type="button">Write a review</button><button type="button">Add your comment</button>`],
    ["a script that posts back", `<a href="javascript:__doPostBack('x')">Load more reviews</a>`],
  ])("never are %s", async (_, after) => {
    const { buttons, replies, expanders } = await more(list(after));
    expect([...buttons, ...replies, ...expanders]).toEqual([]);
  });

  it("are found where a page wraps itself into one form", async () => {
    expect((await more(`<form>${list('<button type="button">Show more</button>')}</form>`)).buttons).toEqual([
      "Show more",
    ]);
  });

  it.each(["Load more comments", "Show comments (12)", "Alle Kommentare anzeigen", "Показать комментарии", "查看评论"])(
    "are found on a page that shows no record yet: %s",
    async (label) => {
      const story = `<article><h1>Old bridge closes</h1><p>${"It was built long ago. ".repeat(20)}</p></article>`;
      const { capture, buttons } = await more(
        `${story}<button type="button">${label}</button><a href="/comments">${label}</a>`,
      );
      expect(buttons).toEqual([label]);
      expect(summarise(capture)).toMatchObject({ reviews: 0, comments: 0, hiddenBehind: label });
    },
  );
});

describe("answers that are folded away", () => {
  it.each([
    "View 5 replies",
    "5 replies",
    "3 Antworten anzeigen",
    "Показать ответы (3)",
    "展开 3 条回复",
    "Voir 2 réponses",
    "View 1 reply",
  ])("are offered with the record they belong to: %s", async (label) => {
    const { replies, found } = await more(
      list("", card(0, `<button type="button" aria-expanded="false">${label}</button>`) + card(1) + card(2)),
    );
    expect(replies).toEqual([label]);
    expect(found.replies?.[0]?.of).toContain("buyer1");
  });

  it("are not a control that answers, or one that is open", async () => {
    const extra = `<button type="button">Reply</button><button type="button" aria-expanded="true">2 replies</button><button type="button">Helpful (5)</button>`;
    expect((await more(list("", [0, 1, 2].map((index) => card(index, extra)).join("")))).replies).toEqual([]);
  });
});

describe("texts that are cut off", () => {
  const cut = "The first month was lovely and then the handle became so hot that I";

  it.each([
    "Read more",
    "… more",
    "mehr",
    "Weiterlesen",
    "Lire la suite",
    "Leer más",
    "Leggi tutto",
    "Ler mais",
    "Читать полностью",
    "展开",
    "展开全文",
    "続きを読む",
    "더보기",
    "Lees meer",
    "Läs mer",
    "Czytaj więcej",
    "Devamını oku",
    "Xem thêm",
  ])("are completed by %s", async (label) => {
    const { expanders, capture } = await more(
      list("", card(0, `<button type="button">${label}</button>`, `${cut}…`) + card(1) + card(2)),
    );
    expect(expanders).toEqual([label]);
    expect(capture.reviews.filter((review) => review.cut)).toHaveLength(1);
  });

  it("are left alone where the page holds all of the text", async () => {
    const whole = `<button type="button" aria-expanded="false" aria-controls="t">Read more</button>`;
    const first = card(0, whole).replace('class="review-text"', 'class="review-text clamped" id="t"');
    expect((await more(list("", first + card(1) + card(2)))).expanders).toEqual([]);
    const data = {
      "@type": "Review",
      author: "Buyer 1",
      datePublished: "2025-06-01",
      reviewBody: `${cut} had to let it fall, and it broke.`,
    };
    const script = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const told = await more(
      script + list("", card(0, '<button type="button">Read more</button>', `${cut}…`) + card(1) + card(2)),
    );
    expect(told.expanders).toEqual([]);
    expect(told.capture.reviews[0]?.body).toContain("it broke");
  });

  it("are not completed by the reviewer's own words, whatever these are called", async () => {
    const title = '<h3 class="review-title"><span class="expander">Too hot to hold</span></h3>';
    const { expanders } = await more(list("", card(0, title, `${cut}…`) + card(1, title) + card(2, title)));
    expect(expanders).toEqual([]);
  });

  it("are not those of an article", async () => {
    expect(
      (
        await more(
          `<article class="story"><p>The bridge was closed on…</p><a href="/story">Read more</a></article>${list("")}`,
        )
      ).expanders,
    ).toEqual([]);
  });
});

describe("the next page", () => {
  const links = (next: string) => `<nav class="pagination"><a href="?page=1">1</a> ${next}</nav>`;

  it.each([
    ["a marked link", '<a rel="next" href="?page=2">→</a>'],
    ["words", '<a href="?page=2">Weiter</a>'],
    ["a name", '<a href="?page=2" aria-label="Next page"><svg></svg></a>'],
    ["a link that loads more without a script", '<a href="?page=2" class="load-more">Load more reviews</a>'],
  ])("is found by %s", async (_, next) => {
    const { found } = await more(list(links(next)));
    expect(found.nextPage).toBe(`${URL_HERE}?page=2`);
    expect(found.pager?.path).toBeTruthy();
  });

  it("is a button where pages are turned in place", async () => {
    const bar = (inner: string) => list(`<div class="pagination" aria-label="Pages">${inner}</div>`);
    expect(
      (await more(bar('<button type="button" class="current">1</button><button type="button">2</button>'))).pager,
    ).toBe("2");
    expect((await more(bar('<button type="button">1</button><button type="button">›</button>'))).pager).toBe("›");
    expect((await more(bar('<a aria-current="page">1</a><a>2</a><a>3</a>'))).pager).toBe("2");
    expect((await more(bar('<button type="button" aria-label="Next page"><svg></svg></button>'))).pager).toBe(
      "Next page",
    );
    expect(
      (await more(bar('<button type="button" aria-current="true">9</button><button type="button" disabled>›</button>')))
        .pager,
    ).toBeUndefined();
  });

  it("is not the next picture, the next article or another product", async () => {
    expect(
      (await more(`<div class="carousel"><button type="button" aria-label="Next">›</button></div>${list("")}`)).pager,
    ).toBeUndefined();
    expect((await more(list('<a rel="next" href="/story/another">Next</a>'))).found.nextPage).toBeUndefined();
  });

  it("is the page of all reviews of the same thing", async () => {
    const link = (href: string) => more(list(`<a href="${href}">See all 1,204 reviews</a>`));
    expect((await link("/reviews/kettle-with-whistle")).found.nextPage).toBe(
      "https://shop.example/reviews/kettle-with-whistle",
    );
    expect((await link("/shop/reviews")).found.nextPage).toBeUndefined();
  });
});

describe("lists that grow while they are scrolled", () => {
  it("are known by their looks", async () => {
    expect((await more(list('<div class="infinite-scroll-sentinel"></div>'))).found.endless).toBe(true);
    expect((await more(`<div role="feed">${CARDS}</div>`)).found.endless).toBe(true);
    expect((await more(list('<div class="spinner"></div>'))).found.endless).toBe(true);
    const numbered = '<div class="spinner"></div><nav class="pagination"><a rel="next" href="?page=2">2</a></nav>';
    expect((await more(list(numbered))).found.endless).toBeUndefined();
    expect((await more(list(""))).found.endless).toBeUndefined();
  });
});

describe("obstacles", () => {
  it.each([
    ["captcha", "<title>Robot check</title><h1>Are you a robot?</h1><p>Please type the letters you see.</p>"],
    ["captcha", "<h1>安全验证</h1><p>请拖动滑块完成验证</p>"],
    ["captcha", "<h1>Подтвердите, что вы не робот</h1>"],
    ["captcha", '<p>One moment…</p><iframe src="https://challenges.cloudflare.com/x"></iframe>'],
    ["refused", "<h1>Access denied</h1><p>You do not have permission to see this page.</p>"],
    ["refused", "<h1>Too many requests</h1>"],
    ["refused", "<h1>访问过于频繁</h1>"],
    ["login", '<h1>Please log in to see the reviews</h1><input type="password">'],
  ])("%s is told", async (what, body) => {
    expect((await more(body)).found.obstacle).toBe(what);
  });

  it("over the reviews are told, and what stands in forms is none", async () => {
    const over = `<div role="dialog"><p>Please verify that you are human to see more.</p></div>`;
    expect((await more(list("") + over)).found.obstacle).toBe("captcha");
    const form = `<form class="write"><div class="g-recaptcha"></div><a href="/login">Log in to write a review</a></form>`;
    expect((await more(list(form))).found.obstacle).toBeUndefined();
    expect(
      (await more(`<article>${"<p>How captcha pages work and why they are hard to read.</p>".repeat(60)}</article>`))
        .found.obstacle,
    ).toBeUndefined();
  });
});
