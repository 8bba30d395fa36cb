/** Where a reviewer is said to be, in a field of its own or in the line of the date. */
import { cleanLine } from "./clean";

/** The line above reviews of large shops: "Reviewed in the United Kingdom on 8 June 2016", in the languages they speak. */
const REVIEWED_IN: readonly RegExp[] = [
  /^reviewed in (?:the )?(.{2,40}?) on \S/i,
  /^rezension aus (?:der |den |dem )?(.{2,40}?) vom \S/i,
  /^(?:commenté|évalué) (?:en |au |aux |à )(.{2,40}?) le \S/i,
  /^(?:reseñado|revisado|calificado) en (?:el |la |los |las )?(.{2,40}?) el \S/i,
  /^recensito (?:in|nel|nella|negli) (.{2,40}?) il \S/i,
  /^avaliado (?:no|na|nos|nas|em) (.{2,40}?) em \S/i,
  /^beoordeeld in (?:het |de )?(.{2,40}?) op \S/i,
  /^recenserad i (.{2,40}?) den \S/i,
  /^zrecenzowano w (.{2,40}?) (?:dnia |\d)/i,
  /日に(.{2,20}?)でレビュー済み/,
  /日在(.{2,20}?)(?:审核|评论|評論|發表評論)/,
];
const LABEL =
  /^(?:(?:location|country|city|ort|land|lieu|pays|ubicación|país|paese|город|страна)\s*[:：]\s*|[📍🌍🌎🌏]\s*)/iu;
const BEFORE = /^(?:[Ff]rom|[Aa]us|[Ii]n|[Ee]n|[Dd]e|[Dd]al?|à|[Ии]з|г\.)\s+(?=[\p{Lu}\p{Lo}])/u;

/** @param date the raw date line, asked where the record names no place */
export function locationOf(location: string | undefined, date: string | undefined): string | undefined {
  const stated = cleanLine(location, 120);
  if (stated) return cleanLine(stated.replace(LABEL, "").replace(BEFORE, ""), 120);
  const line = cleanLine(date, 200)
    ?.replace(/[\p{Regional_Indicator}]+/gu, "")
    .replace(/\s+/g, " ");
  for (const pattern of line ? REVIEWED_IN : []) {
    const place = line?.match(pattern)?.[1];
    if (place) return place.trim();
  }
  return undefined;
}
