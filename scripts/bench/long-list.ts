/** A page with many reviews, drawn by the sample shop: every body is different, every element is one a real shop has. */
import { products } from "../../test/fixtures/shop/products";
import { html } from "../../test/fixtures/shop/render/html";
import { page } from "../../test/fixtures/shop/render/layout";
import { reviewList } from "../../test/fixtures/shop/render/reviews";

/** @returns the HTML of a product page that shows `count` reviews at once */
export function longList(count: number): string {
  const product = products.find(({ markup }) => markup === "plain") ?? products[0];
  if (!product) throw new Error("The sample shop is empty.");
  const written = product.reviews.filter(({ body }) => body.length > 60);
  const reviews = Array.from({ length: count }, (_, index) => {
    const review = written[index % written.length] ?? written[0];
    if (!review) throw new Error("The sample product has no reviews.");
    return { ...review, id: `r${index}`, author: `${review.author} ${index}`, body: `${review.body} (${index})` };
  });
  const content = html`<section id="reviews"><h2>Reviews</h2>${reviewList(product, reviews)}</section>`;
  return page({ title: product.name, content, path: `/product/${product.slug}` });
}
