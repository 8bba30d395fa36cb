/**
 * How reviewers say what they need it for or what they were after: "I need it to…", "I was looking for something…", "for my back pain".
 * The first group of each expression is what they need. Rule-based, unmeasured.
 */
import type { CueLanguage } from "./cue-languages";

/** To the end of the clause. */
const REST = String.raw`([^.!?;:,()\n]{3,70})`;
const REST_UNSPACED = String.raw`([^。！？；，、,.!?\n]{2,16})`;
const COMPLAINT_EN =
  "pain|aches?|arthritis|migraines?|insomnia|sciatica|injur(?:y|ies)|surgery|eczema|acne|asthma|neuropathy|tinnitus|fibromyalgia|carpal tunnel|tendonitis|plantar fasciitis|anxiety|adhd|diabetes|scoliosis|bad (?:back|knees?|hip|feet|neck)";

const cue = (...sources: string[]): RegExp[] => sources.map((source) => new RegExp(source, "giu"));

export const NEED_CUES: ReadonlyMap<CueLanguage, readonly RegExp[]> = new Map([
  [
    "en",
    cue(
      String.raw`\b(?:i|we) (?:really |just |only |simply |mainly |mostly |specifically )?(?:need|needed|required?) (?:it|this|these|them|one|something|some [\p{L}-]+|an? (?:[\p{L}-]+ )?[\p{L}-]+) (?:to (?!be |return|replace|send|go back|arrive)|for|that|which|with) ?${REST}`,
      String.raw`\b(?:i|we)(?: had| have|'ve|['’]m|['’]d)? ?(?:really |just |only |simply |always )?(?:wanted|needed|(?:was|were|am|are|been )?(?: ?looking| ?searching| ?hunting| ?shopping) for|(?:was|were) after) (?:something|anything|one|some|an?) ${REST}`,
      String.raw`\b(?:for|because of|due to|helps?(?: with)?|helped(?: with)?|relieves?|eases?|eased|suffer(?:s|ing)? (?:from|with)) (?:my |his |her |our |their |the |chronic |severe )*((?:[\p{L}-]+ ){0,2}?(?:${COMPLAINT_EN}))\b`,
    ),
  ],
  [
    "de",
    cue(
      String.raw`\b(?:brauche|brauchte|benötige|benötigte|suchte|suche|wollte)(?: ich| wir)? (?:etwas|was|eine?n?|einfach eine?n?) ${REST}`,
      String.raw`\b(?:gegen|wegen|bei|für) (?:meine?[rnm]? |die |der |den |starken? |chronischen? )*(\p{L}*(?:schmerzen|arthrose|migräne|verspannungen|schlafstörungen))(?!\p{L})`,
    ),
  ],
  [
    "fr",
    cue(
      String.raw`\b(?:j['’]avais besoin d|j['’]ai besoin d|nous avions besoin d|je (?:re)?cherchais|je voulais|je souhaitais)(?:['’]|e )? ?(?:une? |quelque chose (?:de |qui |pour )?)${REST}`,
      String.raw`\b(?:pour|contre|soulage|à cause d) ?(?:mes |mon |ma |le |les |de |d['’])*((?:douleurs?|mal de|maux de|arthrose|migraines?|insomnies?|sciatique)(?: (?:de|du|au|aux|à la)? ?\p{L}+)?)`,
    ),
  ],
  [
    "es",
    cue(
      String.raw`\b(?:necesitaba|necesito|buscaba|estaba buscando|quería|andaba buscando) (?:algo (?:que |para |de )?|un[oa]?s? )${REST}`,
      String.raw`\b(?:para|contra|por|alivia) (?:mi |mis |el |la |los |las )?((?:dolor(?:es)?|migrañas?|artritis|insomnio|ciática)(?: de (?:la |las |los )?\p{L}+)?)`,
    ),
  ],
  [
    "ru",
    cue(
      String.raw`(?<!\p{L})(?:мне|нам) (?:был[аои]? )?нуж(?:ен|на|ны)(?: был[аои]?)? ${REST}`,
      String.raw`(?<!\p{L})(?:искал[аи]?|хотел[аи]?|нужно было) (?:что-то|что-нибудь|чтобы)? ?${REST}`,
      String.raw`(?<!\p{L})(?:от|при|из-за|против) ((?:бол(?:и|ей|ях)|мигрен\p{L}+|артрит\p{L}*|бессонниц\p{L}+)(?: в (?!итог|общ|цел)\p{L}+)?)`,
    ),
  ],
  [
    "zh",
    cue(
      `(?:需要|想要|想找|一直在找|就想买)(?:一个|一款|一台|一双|一件|一把|个|款|台|双)${REST_UNSPACED}`,
      `(?:缓解|治|因为|改善|对)((?:腰|背|颈椎|膝盖|头|关节|肩|肩颈)(?:疼|痛|酸痛)|失眠)`,
    ),
  ],
  [
    "ja",
    cue(
      String.raw`([^。！？、,\n]{2,14})(?:が必要(?:で|だった|になり)|を探して(?:い|お)|が(?:欲し|ほし)くて)`,
      `(腰痛|肩こり|頭痛|膝痛|不眠)(?:の(?:ため|私|対策)|対策|持ち|に悩)`,
    ),
  ],
]);

/** Words that stand in such a clause and name no need. */
export const NO_NEED: ReadonlySet<string> = new Set(
  `thing things product item items one ones refund replacement break minute help response money time times way lot bit kind sort type
   good great nice decent new better best cheap quality reasonable little small big large larger smaller perfect simple something purchase buy
   review order price size would could without also able work works
   produkt artikel neue neuen gute guten gutes gut günstige günstigen ersatz kleine große einfach
   produit bon bonne petit petite nouveau nouvelle grand chose pas cher simple
   producto bueno buena nuevo nueva barato sencillo pequeño grande cosa
   вещь товар новый новая хороший хорошая недорогой простой замена купить просто
   东西 产品 好 新 便宜 一点 可以 性价比 商品 良い 物 もの 安い`
    .split(/\s+/u)
    .filter(Boolean),
);
