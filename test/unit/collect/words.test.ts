import { describe, expect, it } from "vitest";
import { authorName } from "../../../lib/collect/normalise/author";
import { locationOf } from "../../../lib/collect/normalise/location";
import { pageLocale } from "../../../lib/collect/normalise/page-locale";
import { subjectName } from "../../../lib/collect/normalise/subject-name";
import { statedLanguage, titleOf, variantOf } from "../../../lib/collect/normalise/words";

describe("authorName", () => {
  it.each([
    ["By Anna", "Anna"],
    ["Posted by Max Power", "Max Power"],
    ["Автор: Анна", "Анна"],
    ["Par Jean", "Jean"],
    ["Anna K. Verified Buyer", "Anna K."],
    ["Anna (Verified Buyer)", "Anna"],
    ["Anna TOP 500 REVIEWER", "Anna"],
    ["Ben VINE VOICE", "Ben"],
    ["John · Local Guide", "John"],
    ["Io, Moderator", "Io"],
    ["Anna says:", "Anna"],
    ["Lena schreibt:", "Lena"],
    ["von Trapp", "von Trapp"],
    ["Byron", "Byron"],
    ["by the sea", "by the sea"],
    ["Por favor", "Por favor"],
    ["Dr. Author", "Dr. Author"],
    ["Local Guide", "Local Guide"],
    ["undefined", undefined],
    ["", undefined],
  ])("of %j is %j", (raw, name) => expect(authorName(raw)).toBe(name));
});

describe("locationOf", () => {
  it.each([
    ["Reviewed in the United Kingdom on 8 June 2016", "United Kingdom"],
    ["Reviewed in Germany 🇩🇪 on 8 June 2016", "Germany"],
    ["Rezension aus Deutschland vom 12. März 2022", "Deutschland"],
    ["Commenté en France le 3 mai 2020", "France"],
    ["2024年3月9日に日本でレビュー済み", "日本"],
    ["8 June 2016", undefined],
  ])("is read out of the date line %j", (date, place) => expect(locationOf(undefined, date)).toBe(place));
  it.each([
    ["in Deutschland", "Deutschland"],
    ["From London, UK", "London, UK"],
    ["📍 Paris", "Paris"],
    ["Location: Rome", "Rome"],
    ["Berlin", "Berlin"],
  ])("of %j is %j", (raw, place) => expect(locationOf(raw, "Reviewed in Japan on 8 June 2016")).toBe(place));
});

describe("titleOf", () => {
  it.each([
    ["The kettle boils fast and…", "The kettle boils fast and pours", undefined],
    ["Great kettle it really is", "Great kettle it really is the best there is", undefined],
    ["Great kettle", "Great kettle. It boils.", undefined],
    ["Great kettle", "Great kettle\nIt boils.", undefined],
    ["Great", "Great kettle it is", "Great"],
    ["Never again", "It leaked.", "Never again"],
    ["Never again", "", "Never again"],
  ])("%j before %j", (title, body, kept) => expect(titleOf(title, body)).toBe(kept));
});

describe("variantOf", () => {
  it.each([
    ["Colour: Black | Size: M", { variant: "Colour: Black | Size: M" }],
    ["Colour: BlackSize: M", { variant: "Colour: Black | Size: M" }],
    ["Colour: Black\nVerified Purchase", { variant: "Colour: Black", verified: true }],
    ["Verifizierter Kauf", { verified: true }],
    ["XL", { variant: "XL" }],
  ])("of %j", (raw, made) => expect(variantOf(raw)).toEqual(made));
});

describe("statedLanguage", () => {
  it("holds unless the words are in another script", () => {
    expect(statedLanguage("en-US", "Bon produit, je recommande")).toBe("en");
    expect(statedLanguage("en-US", "Очень хороший чайник, всем советую")).toBeUndefined();
    expect(statedLanguage("ja", "とても良いケトルです、また買います")).toBe("ja");
    expect(statedLanguage("zh-Hant", "很好用的水壺真的很推薦給大家購買")).toBe("zh");
    expect(statedLanguage("ru", "👍👍")).toBe("ru");
    expect(statedLanguage("no such tag", "Bon produit")).toBeUndefined();
  });
});

describe("subjectName", () => {
  it.each([
    ["Kettle | Shop", { host: "shop.example.com", name: "Shop" }, "Kettle"],
    ["Kettle – The Teahouse Store", { host: "teahouse.com" }, "Kettle"],
    ["Amazon.com: Customer reviews: Kettle 2000", { host: "amazon.com" }, "Kettle 2000"],
    ["Buy Kettle 2000 online at best price | Teahouse", { host: "teahouse.co.uk" }, "Kettle 2000"],
    ["Spider-Man: No Way Home - IMDb", { host: "imdb.com" }, "Spider-Man: No Way Home"],
    ["Kettle - Red | Black", { host: "shop.example" }, "Kettle - Red | Black"],
    ["Buy Kettle 2000 online", { host: "teahouse.com" }, "Buy Kettle 2000 online"],
    ["Teahouse", { host: "teahouse.com" }, "Teahouse"],
    ["  ", { host: "teahouse.com" }, undefined],
  ])("of %j", (raw, site, name) => expect(subjectName(raw, site)).toBe(name));
});

describe("pageLocale", () => {
  it.each([
    ["en", "https://shop.example.co.uk/x", "en-GB"],
    ["en", "https://shop.de/x", "en-DE"],
    ["en-US", "https://shop.co.uk/x", "en-US"],
    ["en", "https://shop.com/en-au/x", "en-AU"],
    ["en", "https://shop.io/x", "en"],
    ["en", "https://uk.shop.com/x", "en-GB"],
    [undefined, "https://shop.de/x", "de-DE"],
    ["de_AT", "https://shop.com/x", "de-AT"],
    [undefined, "https://shop.com/x", undefined],
    ["no such tag", "not an address", undefined],
  ])("of %s at %s is %s", (language, url, locale) => expect(pageLocale(language, url)).toBe(locale));
});
