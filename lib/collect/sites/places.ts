/** Rules of app stores, places, media, forums and comment engines; those of engines, which stand on any host, come last. */
import type { SiteRules } from "../site";
import { appStore } from "./app-store";
import { booking } from "./booking";
import { discourse } from "./discourse";
import { disqus } from "./disqus";
import { douban } from "./douban";
import { github } from "./github";
import { goodreads } from "./goodreads";
import { googleMaps } from "./google-maps";
import { googlePlay } from "./google-play";
import { hackerNews } from "./hacker-news";
import { imdb } from "./imdb";
import { letterboxd } from "./letterboxd";
import { phpbb } from "./phpbb";
import { stackExchange } from "./stack-exchange";
import { steam } from "./steam";
import { tripadvisor } from "./tripadvisor";
import { vbulletin } from "./vbulletin";
import { wordpress } from "./wordpress";
import { xenforo } from "./xenforo";
import { yelp } from "./yelp";
import { youtube } from "./youtube";

export const places: readonly SiteRules[] = [
  appStore,
  ...booking,
  ...douban,
  ...github,
  goodreads,
  googleMaps,
  googlePlay,
  hackerNews,
  ...imdb,
  letterboxd,
  stackExchange,
  ...steam,
  tripadvisor,
  yelp,
  youtube,
  ...discourse,
  phpbb,
  xenforo,
  vbulletin,
  disqus,
  ...wordpress,
];
