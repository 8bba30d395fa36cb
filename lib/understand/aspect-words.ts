/** Per language "Name: words": a word also stands for its inflections, "_" joins words that must follow each other. */
export type AspectWords = Partial<Record<"en" | "de" | "fr" | "es" | "it" | "pt" | "ru" | "zh" | "ja", string>>;
