import { describe, expect, it } from "vitest";
import { canonicalUrl, subjectKey } from "../../../lib/collect/normalise/address";

/** Every line is one subject, however it is reached. */
const ONE: [what: string, ...addresses: string[]][] = [
  [
    "a shop's product by parameters and positions",
    "https://shop.example/kettle?color=red",
    "https://shop.example/kettle/?utm_source=mail&color=red",
    "https://shop.example/kettle?color=red&page=3#reviews",
    "http://www.shop.example:80/kettle//index.html?color=red&fbclid=x",
    "https://m.shop.example/kettle?sort_by=date&color=red",
    "https://user:pass@shop.example/k%65ttle?color=red&gclid=1",
  ],
  [
    "Shopify",
    "https://shop.example/products/kettle",
    "https://shop.example/collections/tea/products/kettle?variant=123",
    "https://shop.example/products/kettle?pr_prod_strat=use&pr_seq=uniform&_pos=2",
  ],
  [
    "Amazon",
    "https://www.amazon.com/dp/B000000001",
    "https://www.amazon.com/Some-Name/dp/B000000001/ref=sr_1?qid=1",
    "https://www.amazon.com/product-reviews/B000000001?pageNumber=2",
    "https://www.amazon.com/-/es/gp/product/B000000001",
  ],
  ["eBay", "https://www.ebay.com/itm/123456789012", "https://www.ebay.com/itm/Some-Name/123456789012?hash=abc"],
  [
    "AliExpress",
    "https://www.aliexpress.com/item/1005001234567890.html",
    "https://m.aliexpress.com/i/1005001234567890.html?spm=a2g",
  ],
  [
    "Walmart",
    "https://www.walmart.com/ip/12345678",
    "https://www.walmart.com/ip/Name-Of-It/12345678?athbdg=L1",
    "https://www.walmart.com/reviews/product/12345678?page=2",
  ],
  ["Etsy", "https://www.etsy.com/listing/123456789", "https://www.etsy.com/listing/123456789/some-slug?ref=shop"],
  [
    "Google Play",
    "https://play.google.com/store/apps/details?id=com.example",
    "https://play.google.com/store/apps/details?id=com.example&hl=de&gl=DE&showAllReviews=true",
  ],
  [
    "App Store",
    "https://apps.apple.com/us/app/id123456",
    "https://apps.apple.com/us/app/some-app/id123456?see-all=reviews",
  ],
  [
    "Steam",
    "https://store.steampowered.com/app/440",
    "https://store.steampowered.com/app/440/Game/?l=german",
    "https://steamcommunity.com/app/440/reviews/?browsefilter=toprated",
  ],
  [
    "YouTube",
    "https://www.youtube.com/watch?v=abcdefghijk",
    "https://youtu.be/abcdefghijk?si=1",
    "https://m.youtube.com/watch?v=abcdefghijk&t=12s",
    "https://www.youtube.com/shorts/abcdefghijk",
  ],
  [
    "Reddit",
    "https://www.reddit.com/r/tea/comments/abc123/some_title/",
    "https://old.reddit.com/r/tea/comments/abc123/some_title/",
    "https://www.reddit.com/r/tea/comments/abc123/some_title/xyz789/?context=3",
    "https://redd.it/abc123",
  ],
  [
    "Tripadvisor",
    "https://www.tripadvisor.de/Hotel_Review-g187-d123-Reviews-Hotel_Name-Berlin.html",
    "https://www.tripadvisor.de/Hotel_Review-g187-d123-Reviews-or10-Hotel_Name-Berlin.html#REVIEWS",
  ],
  ["Yelp", "https://www.yelp.com/biz/some-place-city", "https://www.yelp.com/biz/some-place-city?start=20&osq=tea"],
  [
    "Booking",
    "https://www.booking.com/hotel/de/name.de.html",
    "https://www.booking.com/hotel/de/name.de.html;label=gen173;sid=1?aid=3#tab-reviews",
    "https://www.booking.com/reviews/de/hotel/name.de.html",
  ],
  ["IMDb", "https://www.imdb.com/title/tt0111161/", "https://m.imdb.com/title/tt0111161/reviews/?ref_=tt_ov_rt"],
  [
    "Goodreads",
    "https://www.goodreads.com/book/show/1234.Some_Book",
    "https://www.goodreads.com/book/show/1234-some-book/reviews",
  ],
  [
    "Trustpilot",
    "https://www.trustpilot.com/review/shop.example",
    "https://www.trustpilot.com/review/shop.example?page=3",
  ],
  [
    "Stack Exchange",
    "https://stackoverflow.com/questions/123",
    "https://stackoverflow.com/questions/123/some-slug?r=1#c1",
  ],
  ["Hacker News", "https://news.ycombinator.com/item?id=123", "https://news.ycombinator.com/item?id=123&p=2"],
  [
    "GitHub",
    "https://github.com/a/b/issues/3",
    "https://github.com/a/b/issues/3?notification_referrer_id=x#issuecomment-1",
  ],
  [
    "Google Maps",
    "https://www.google.com/maps/place/Some+Place/@52.5,13.4,17z/data=!4m6!3m5!1s0x47a851:0x123abc!8m2",
    "https://www.google.com/maps/place/Some+Place/@52.6,13.5,19z/data=!3m1!4b1!4m6!3m5!1s0x47a851:0x123abc!9m1",
  ],
  ["Ozon", "https://www.ozon.ru/product/123456789", "https://www.ozon.ru/product/chaynik-2-123456789/reviews/?page=2"],
  ["JD", "https://item.jd.com/100012.html", "https://item.m.jd.com/product/100012.html?utm_source=x"],
  ["Douban", "https://movie.douban.com/subject/1292052/", "https://movie.douban.com/subject/1292052/comments?start=20"],
  ["Discourse", "https://forum.example/t/some-title/1234", "https://forum.example/t/some-title/1234/56"],
  ["XenForo", "https://forum.example/threads/some-title.1234/", "https://forum.example/threads/some-title.1234/page-4"],
  [
    "phpBB",
    "https://forum.example/viewtopic.php?t=123",
    "https://forum.example/viewtopic.php?f=3&t=123&start=20&sid=ab",
  ],
  [
    "WordPress",
    "https://blog.example/2020/01/some-post/",
    "https://blog.example/2020/01/some-post/comment-page-2/#comment-5",
    "https://blog.example/2020/01/some-post/amp/",
    "https://blog.example/2020/01/some-post/?replytocom=5",
  ],
  [
    "reviews on a page of their own",
    "https://shop.example/p/kettle-2000",
    "https://shop.example/p/kettle-2000/reviews?page=2",
  ],
];

const MANY: [string, string][] = [
  ["https://shop.example/kettle?color=red", "https://shop.example/kettle?color=blue"],
  ["https://shop.example/?p=123", "https://shop.example/?p=124"],
  ["https://shop.example/app#!/product/12", "https://shop.example/app#!/product/13"],
  ["https://shop.example/#/product/12", "https://shop.example/"],
  ["https://shop.example/product.php?id=5", "https://shop.example/product.php?id=6"],
  ["https://shop.example/index.php?product_id=42", "https://shop.example/index.php?product_id=43"],
  ["https://shop.example/de/products/kettle", "https://shop.example/en/products/kettle"],
  ["https://shop.example/reviews", "https://shop.example/"],
  ["https://shop.example/p/1234", "https://shop.example/p/1235"],
  ["https://www.amazon.com/dp/B000000001", "https://www.amazon.de/dp/B000000001"],
  ["https://forum.example/t/some-title/1234", "https://forum.example/t/some-title/1235"],
];

describe("subjectKey", () => {
  it.each(ONE)("is one for %s", (_, ...addresses) => {
    expect(new Set(addresses.map(subjectKey)).size, addresses.map(subjectKey).join("\n")).toBe(1);
  });
  it.each(MANY)("tells %s from %s", (a, b) => expect(subjectKey(a)).not.toBe(subjectKey(b)));
});

describe("canonicalUrl", () => {
  it("is a fixed point, so that a stored address finds its subject again", () => {
    for (const address of [...ONE.flatMap(([, ...addresses]) => addresses), ...MANY.flat()])
      expect(canonicalUrl(canonicalUrl(address))).toBe(canonicalUrl(address));
  });
  it("writes an address in one way", () => {
    expect(canonicalUrl("https://shop.example/café/k%65ttle/")).toBe("https://shop.example/caf%C3%A9/kettle");
  });
  it("leaves what is no address as it is", () => {
    for (const odd of ["not an address", "", "https://"]) expect(canonicalUrl(odd)).toBe(odd);
    expect(canonicalUrl("https://shop.example/%E0%A4%A")).toBe("https://shop.example/%E0%A4%A");
  });
});
