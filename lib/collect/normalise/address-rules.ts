/**
 * What of an address tells one subject from another: parameters that do not, and the addresses of single sites. Forms of
 * addresses as the sites show them in their address bars and link to themselves, 2024 to 2026.
 */

/** Where a visitor came from, and what was clicked. */
export const TRACKING =
  /^(?:utm_\w+|hsa_\w+|mtm_\w+|pk_\w+|matomo_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|ysclid|ymclid|twclid|ttclid|li_fat_id|igshid|igsh|wbraid|gbraid|srsltid|_ga|_gl|_hs\w+|_openstat|_branch\w*|mc_[ce]id|mkt_tok|s_kwcid|ef_id|epik|ref|ref_|refs?rc|ref_src|ref_url|referr?er|referral|rdt|spm|scm|algo_\w+|pvid|pf_rd_\w+|pd_rd_\w+|psc|qid|sr|crid|sprefix|keywords|dib|dib_tag|content-id|linkCode|camp|creative\w*|_encoding|affid|aff_\w+|affiliate\w*|cmpid|campaign(?:id)?|trk\w*|tracking\w*|si|feature|ved|usg|ei|sxsrf|sca_esv|source|share\w*|pr_\w+|_pos|_sid|_ss|_psq|_fid|_v|_kx|variant|view|currency|amp|outputtype|replytocom|sid|phpsessid|jsessionid|nocache|cache|cb|wtime|frsource|ct|pt|mt|from_?source)$/i;

/** Parameters of the above that name the thing itself on some sites: kept where nothing else does. */
export const ONLY_BESIDE = /^(?:variant|view|source|keywords|ref|si|ct|pt|mt|feature|cache)$/i;

/** Position, order and choice in the list of reviews: every page of them is about the same subject. */
export const POSITION =
  /^(?:page|pg|cpage|paged|pageno|page_?num(?:ber)?|page_?index|start|offset|cursor|after|before|limit|per_?page|page_?size|reviewerType|review_?sort|sort|sort_?by|sort_?order|order_?by|stars|star_?rating|filter(?:by\w*)?|languages|rpage|review_?page|reviews_?page|review_?filter|show_?reviews|see-all|tab|activetab|count)$/i;
/** `p` is a page number where it is small, and an article of WordPress where it stands alone. */
export const SHORT_PAGE = /^(?:p|pn|pi)$/i;

/** Position and view at the end of a path. */
export const PATH_POSITION =
  /\/(?:comment-page|page|seite|pagina|strona|стр)[-/]?\d{1,4}\/?$|\/(?:index|default)\.(?:html?|php|aspx?|jsp)$|\/amp\/?$|;[^/]*$/i;

/** The reviews of a thing on a page of their own, behind the address of the thing. */
export const REVIEWS_PATH =
  /\/(?:customer-?reviews?|product-?reviews?|reviews?|ratings?|bewertungen|rezensionen|avis|opiniones|resenas|recensioni|avaliacoes|opinie|recenzje|hodnoceni|beoordelingen|reviews-all|otzyvy|otzyv|feedbacks?|comments?|kommentare|commentaires|comentarios|comentarios|pinglun)\/?$/i;

export interface AddressRule {
  /** The name of a site without country, or whole host names. */
  hosts: RegExp;
  path: RegExp;
  /** Path of the subject; `$1` are parts of `path`. */
  to: string;
  /** Parameters that name the subject. All others are dropped by the rules of sites, and treated as anywhere by shapes. */
  keep?: readonly string[];
  /** Host that shows the subject, where this one is only another way to it. */
  host?: string;
}

const site = (name: string) => new RegExp(`(?:^|\\.)${name}\\.(?:[a-z]{2,3}\\.)?[a-z]{2,3}$`);
const host = (name: string) => new RegExp(`(?:^|\\.)${name.replace(/\./g, "\\.")}$`);
const STACK_EXCHANGE =
  /(?:^|\.)(?:stackexchange|stackoverflow|superuser|serverfault|askubuntu|stackapps|mathoverflow)\.(?:com|net)$/;

/** The first rule that fits decides. */
export const ADDRESS_RULES: readonly AddressRule[] = [
  {
    hosts: site("amazon"),
    path: /\/(?:dp|gp\/product|gp\/aw\/d|gp\/aw\/reviews|product-reviews|exec\/obidos\/ASIN|ASIN)\/([A-Z0-9]{10})(?=\/|$)/,
    to: "/dp/$1",
  },
  { hosts: site("ebay"), path: /^\/itm\/(?:[^/]+\/)?(\d{9,})(?=\/|$)/, to: "/itm/$1" },
  { hosts: site("ebay"), path: /^\/(?:p|urw\/[^/]+\/product-reviews)\/(\d+)(?=\/|$)/, to: "/p/$1" },
  { hosts: site("aliexpress"), path: /^\/(?:item|i)\/(?:[^/]+\/)?(\d+)\.html/, to: "/item/$1.html" },
  { hosts: site("walmart"), path: /^\/(?:ip|reviews\/product)\/(?:[^/]+\/)?(\d+)(?=\/|$)/, to: "/ip/$1" },
  { hosts: host("etsy.com"), path: /^((?:\/[a-z]{2}(?:-[a-z]{2})?)?)\/listing\/(\d+)(?=\/|$)/, to: "$1/listing/$2" },
  { hosts: host("target.com"), path: /^\/p\/(?:[^/]+\/)?-\/A-(\d+)/, to: "/p/-/A-$1" },
  { hosts: host("bestbuy.com"), path: /^\/site\/reviews\/([^/]+)\/(\d+)/, to: "/site/$1/$2.p" },
  { hosts: host("bestbuy.com"), path: /^\/site\/([^/]+)\/(\d+)\.p/, to: "/site/$1/$2.p" },
  {
    hosts: host("play.google.com"),
    path: /^(\/store\/(?:apps|books|movies)\/details(?:\/[^/]+)?)$/,
    to: "$1",
    keep: ["id"],
  },
  {
    hosts: site("google"),
    path: /^\/maps\/(?:place|reviews)\/.*!1s(0x[\da-f]+:0x[\da-f]+)/i,
    to: "/maps/place/data=!4m2!3m1!1s$1",
  },
  { hosts: site("google"), path: /^(\/maps\/place\/[^/]+)\/@/, to: "$1" },
  { hosts: host("apps.apple.com"), path: /^(\/[a-z]{2})?\/app\/(?:[^/]+\/)?(id\d+)/, to: "$1/app/$2" },
  { hosts: host("steampowered.com"), path: /^\/(?:app|agecheck\/app)\/(\d+)/, to: "/app/$1" },
  {
    hosts: host("steamcommunity.com"),
    path: /^\/app\/(\d+)\/(?:reviews|positivereviews|negativereviews)/,
    to: "/app/$1",
    host: "store.steampowered.com",
  },
  { hosts: host("youtu.be"), path: /^\/([\w-]{11})$/, to: "/watch?v=$1", host: "www.youtube.com" },
  {
    hosts: host("youtube.com"),
    path: /^\/(?:shorts|live|embed)\/([\w-]{11})(?=\/|$)/,
    to: "/watch?v=$1",
    host: "www.youtube.com",
  },
  { hosts: host("youtube.com"), path: /^\/watch$/, to: "/watch", keep: ["v"], host: "www.youtube.com" },
  {
    hosts: host("reddit.com"),
    path: /^(?:\/(?:r|user|u)\/([^/]+))?\/comments\/([a-z0-9]+)(?=\/|$)/i,
    to: "/comments/$2",
    host: "www.reddit.com",
  },
  { hosts: host("redd.it"), path: /^\/([a-z0-9]+)$/i, to: "/comments/$1", host: "www.reddit.com" },
  {
    hosts: site("tripadvisor"),
    path: /^(\/[A-Za-z_]+-g\d+-d\d+-Reviews)(?:-or\d+)?(?:-[a-z]{2}\d+)*(-.*)$/,
    to: "$1$2",
  },
  { hosts: site("yelp"), path: /^\/biz\/([^/]+)/, to: "/biz/$1" },
  {
    hosts: host("booking.com"),
    path: /^\/(?:hotel|reviews)\/([a-z]{2})\/(?:hotel\/)?([^/;]+?\.html)/,
    to: "/hotel/$1/$2",
  },
  { hosts: host("imdb.com"), path: /^(?:\/[a-z]{2}(?:-[a-z]{2})?)?\/title\/(tt\d+)/, to: "/title/$1" },
  { hosts: host("goodreads.com"), path: /^(?:\/[a-z]{2})?\/book\/show\/(\d+)/, to: "/book/show/$1" },
  { hosts: host("letterboxd.com"), path: /^(?:\/[\w]+)?\/film\/([^/]+)/, to: "/film/$1" },
  { hosts: site("trustpilot"), path: /^\/review\/([^/]+)/, to: "/review/$1" },
  { hosts: host("g2.com"), path: /^\/products\/([^/]+)/, to: "/products/$1/reviews" },
  { hosts: site("capterra"), path: /^\/(?:p|software|reviews)\/(\d+)(?:\/([^/]+))?/, to: "/p/$1/$2" },
  { hosts: host("producthunt.com"), path: /^\/(products|posts)\/([^/]+)/, to: "/$1/$2" },
  { hosts: STACK_EXCHANGE, path: /^\/(?:questions|q)\/(\d+)(?=\/|$)/, to: "/questions/$1" },
  { hosts: host("news.ycombinator.com"), path: /^\/item$/, to: "/item", keep: ["id"] },
  { hosts: host("github.com"), path: /^\/([^/]+\/[^/]+)\/(issues|pull|discussions)\/(\d+)/, to: "/$1/$2/$3" },
  { hosts: host("ozon.ru"), path: /^\/product\/(?:[^/]*-)?(\d+)(?=\/|$)/, to: "/product/$1" },
  {
    hosts: site("wildberries"),
    path: /^\/catalog\/(\d+)\/(?:detail|feedbacks|questions)/,
    to: "/catalog/$1/detail.aspx",
  },
  { hosts: host("market.yandex.ru"), path: /^\/(?:product(?:--[^/]+)?|card\/[^/]+)\/(\d+)/, to: "/product/$1" },
  { hosts: host("jd.com"), path: /^\/(?:product\/)?(\d+)\.html/, to: "/$1.html", host: "item.jd.com" },
  { hosts: /(?:^|\.)(?:taobao|tmall)\.(?:com|hk)$/, path: /^\/item(?:_o)?\.html?$/, to: "/item.htm", keep: ["id"] },
  { hosts: host("douban.com"), path: /^\/(?:(?:movie|book|music)\/)?subject\/(\d+)/, to: "/subject/$1/" },
  { hosts: host("flipkart.com"), path: /^\/([^/]+)\/(?:p|product-reviews)\/(itm\w+)/, to: "/$1/p/$2" },
];

/** Addresses that shop and forum software makes on any host: Shopify, Discourse, XenForo, phpBB, vBulletin. */
export const SHAPES: readonly Omit<AddressRule, "hosts" | "host">[] = [
  {
    path: /^((?:\/[a-z]{2}(?:-[a-z]{2})?)?)\/(?:collections\/[^/]+\/)?products\/([^/]+)\/?$/,
    to: "$1/products/$2",
  },
  { path: /^((?:\/[^/]+)?)\/t\/([^/]+)\/(\d+)(?:\/\d+)?\/?$/, to: "$1/t/$2/$3" },
  { path: /^(.*\/threads\/[^/]+\.\d+)(?:\/(?:page-\d+|post-\d+|latest|unread))?\/?$/, to: "$1" },
  { path: /^(.*\/viewtopic\.php)$/, to: "$1", keep: ["t", "p"] },
  { path: /^(.*\/showthread\.php)$/, to: "$1", keep: ["t", "p"] },
];
