import type { SiteRules } from "../site";

/** The list of reviews of a place, ratings without words included. */
export const googleMaps: SiteRules = {
  name: "google-maps",
  evidence:
    "Selectors of more than twenty public scrapers and extensions that agree (2022 to 2026), five of them with pages of their own in their tests.",
  hosts: ["google.*"],
  mark: ".jftiEf[data-review-id], div[data-review-id][aria-label] .wiI7pd",
  record: ".jftiEf[data-review-id], div[data-review-id][aria-label]:not([data-review-id] [data-review-id])",
  kind: "review",
  body: [".MyEned .wiI7pd", ".wiI7pd"],
  rating: [".kvMYJc[aria-label]@aria-label", '[role="img"][aria-label]@aria-label', ".fzvQIb"],
  ratingScale: 5,
  author: [".d4r55", "@aria-label"],
  date: [".rsqaWe", ".xRkPPb"],
  language: [".MyEned[lang]@lang", ".wiI7pd[lang]@lang"],
  id: ["@data-review-id"],
  helpful: [".pkWtMe"],
  photos: "button.Tya61d",
  reply: { record: ".CDe7pd", body: [".wiI7pd"], date: [".DZSIDd"] },
  subject: { name: ["h1.DUwDvf", "h1"], rating: [".jANrlb .fontDisplayLarge"], total: [".jANrlb .fontBodySmall"] },
  more: { expander: "button.w8nwRe" },
};
