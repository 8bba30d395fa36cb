/** Rules of shops, and of the review widgets that stand in them. */
import type { SiteRules } from "../site";
import { aliexpress } from "./aliexpress";
import { amazon } from "./amazon";
import { bazaarvoice } from "./bazaarvoice";
import { bestBuy } from "./best-buy";
import { ebay } from "./ebay";
import { etsy } from "./etsy";
import { jd } from "./jd";
import { judgeMe } from "./judge-me";
import { loox } from "./loox";
import { okendo } from "./okendo";
import { ozon } from "./ozon";
import { powerReviews } from "./power-reviews";
import { reviewsIo } from "./reviews-io";
import { shopifyReviews } from "./shopify-reviews";
import { stamped } from "./stamped";
import { taobao } from "./taobao";
import { target } from "./target";
import { trustpilot } from "./trustpilot";
import { walmart } from "./walmart";
import { wildberries } from "./wildberries";
import { yandexMarket } from "./yandex-market";
import { yotpo } from "./yotpo";

/** The newer generation of a site stands before the older one, which pages may keep beside it. */
export const shops: readonly SiteRules[] = [
  aliexpress,
  amazon,
  bestBuy,
  ...ebay,
  etsy,
  ...jd,
  ozon,
  ...taobao,
  target,
  trustpilot,
  walmart,
  wildberries,
  yandexMarket,
  ...bazaarvoice,
  ...judgeMe,
  loox,
  okendo,
  powerReviews,
  reviewsIo,
  shopifyReviews,
  stamped,
  yotpo,
];
