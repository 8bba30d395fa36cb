/** Rules of app stores, places, media, forums and comment engines; those of engines, which stand on any host, come last. */
import type { SiteRules } from "../site";
import { appStore } from "./app-store";
import { discourse } from "./discourse";
import { github } from "./github";
import { goodreads } from "./goodreads";
import { googleMaps } from "./google-maps";
import { googlePlay } from "./google-play";
import { hackerNews } from "./hacker-news";
import { imdb } from "./imdb";
import { letterboxd } from "./letterboxd";
import { stackExchange } from "./stack-exchange";
import { steam } from "./steam";
import { wordpress } from "./wordpress";
import { youtube } from "./youtube";

export const places: readonly SiteRules[] = [
  appStore,
  ...github,
  goodreads,
  googleMaps,
  googlePlay,
  hackerNews,
  ...imdb,
  letterboxd,
  stackExchange,
  ...steam,
  youtube,
  ...discourse,
  ...wordpress,
];
