import { expect, it } from "vitest";
import { routeOf } from "../../../lib/collect/document/position";

it.each([
  ["a place in the page", "https://shop.example/kettle", "https://shop.example/kettle#reviews"],
  ["a later page", "https://shop.example/kettle?color=red", "https://shop.example/kettle?page=3&color=red"],
  ["a later page in the path", "https://shop.example/kettle/", "https://shop.example/kettle/page/2"],
])("%s is the same route", (_, one, other) => {
  expect(routeOf(other)).toBe(routeOf(one));
});

it.each([
  ["another product", "https://shop.example/product/7", "https://shop.example/product/8"],
  ["a route behind a hash", "https://shop.example/#/kettle", "https://shop.example/#/teapot"],
  ["another question", "https://shop.example/item?id=7", "https://shop.example/item?id=8"],
])("%s is another route", (_, one, other) => {
  expect(routeOf(other)).not.toBe(routeOf(one));
});
