/** Rules of app stores, places, media, forums and comment engines; those of engines, which stand on any host, come last. */
import type { SiteRules } from "../site";
import { discourse } from "./discourse";
import { github } from "./github";
import { hackerNews } from "./hacker-news";
import { stackExchange } from "./stack-exchange";
import { wordpress } from "./wordpress";
import { youtube } from "./youtube";

export const places: readonly SiteRules[] = [...github, hackerNews, stackExchange, youtube, ...discourse, ...wordpress];
