import { describe, expect, it } from "vitest";
import { findEntities } from "../../../lib/understand/entities";

const subject = { name: "Sony WH-1000XM4 Wireless Headphones", brand: "Sony" };

const NAMED: [text: string, found: string[]][] = [
  ["Much better than my old Bose QC35 II and only $249.99.", ["competitor Bose QC35 II", "price 249.99 $"]],
  ["Switched from Samsung to Sony last May.", ["competitor Samsung", "brand Sony"]],
  ["The WH-1000XM4 has Bluetooth 5.0 and LDAC.", ["product WH-1000XM4", "feature Bluetooth 5.0", "feature LDAC"]],
  ["I took it to Berlin and around New York.", ["place Berlin", "place New York"]],
  ["Besser als der Dyson V11, kostet aber 1.299,00 €.", ["competitor Dyson V11", "price 1299 EUR"]],
  ["Mieux que mon ancien Philips, 49,90 € à Lyon.", ["competitor Philips", "price 49.90 EUR", "place Lyon"]],
  ["Mejor que Xiaomi y por 30 euros.", ["competitor Xiaomi", "price 30 EUR"]],
  ["Лучше, чем Philips, и стоит 2 990 руб. в Москве.", ["competitor Philips", "price 2990 RUB", "place Москве"]],
  ["比起iPhone 13，这个只要1299元。", ["competitor iPhone 13", "price 1299 CNY"]],
  ["Boseより良い。5,980円で東京で購入。", ["competitor Bose", "price 5980 JPY", "place 東京"]],
  ["Meglio del Bialetti, pagato €35 a Milano.", ["competitor Bialetti", "price 35 EUR", "place Milano"]],
  ["Unlike Garmin, it counts stairs.", ["competitor Garmin"]],
  ["The Bose QuietComfort 45 sounds warmer than these.", ["competitor Bose QuietComfort 45"]],
  ["My old Marlow Zeta died, so I paid 40 pounds in Texas.", ["competitor Marlow Zeta", "price 40 GBP", "place Texas"]],
  ["I use it with my Samsung Galaxy S21 every day.", ["brand Samsung Galaxy S21"]],
  ["Stiller dan mijn oude Philips, € 25,- in Utrecht.", ["competitor Philips", "price 25 EUR", "place Utrecht"]],
  ["Lepszy niż mój stary Huawei, kupiony w Warszawie.", ["competitor Huawei", "place Warszawie"]],
  ["比华为好，有蓝牙。", ["competitor 华为", "feature 蓝牙"]],
  ["Bluetoothがパナソニックより安定。", ["feature Bluetooth", "competitor パナソニック"]],
  ["Livré depuis la Suisse.", ["place Suisse"]],
  ["Melhor que o JBL Flip 5, R$ 399,90.", ["competitor JBL Flip 5", "price 399.90 BRL"]],
];

const UNNAMED = [
  "It is better than I expected.",
  "Better than The others in 2023.",
  "Bought it at Paris Baguette.",
  "Besser als Erwartet.",
  "10 out of 10, 5 stars, 3 weeks.",
  "I ate an Orange in May.",
  "Leiser als mein alter Staubsauger.",
  "I am 5'4, 120 pounds and it fits, worth it.",
  "I lost 20 pounds with it.",
  "We broadcast it live over FM.",
  "小米粥很好喝。",
  "",
  "😀😀",
];

function named(text: string): string[] {
  return findEntities(text, { subject }).map(({ kind, name }) => `${kind} ${name}`);
}

describe("findEntities", () => {
  it.each(NAMED)("reads names: %s", (text, found) => {
    expect(named(text)).toEqual(found);
  });

  it.each(UNNAMED)("is silent where nothing is named: %s", (text) => {
    expect(named(text)).toEqual([]);
  });

  it("takes only what is not the subject for a rival", () => {
    expect(named("Better than Sony used to be.")).toEqual(["brand Sony"]);
  });

  it("takes long texts in bounded time", () => {
    const started = performance.now();
    for (const part of ["Aa ", "than ", "1 ", "$1 ", "AA", "Bose A", "Bose Aa ", "picked a ", "my old "])
      findEntities(part.repeat(50_000 / part.length), { subject });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
