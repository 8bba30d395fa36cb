/** Translations of quotes by the language model that is loaded, handed down to every quote. */
import { createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";
import { useTexts } from "../texts";
import type { EngineView, PanelActions } from "../view";

export interface Translation {
  text: string;
  /** Who wrote it. */
  model: string;
}

export interface Translator {
  /** What was translated before, without asking anybody. */
  known(text: string): Translation | undefined;
  /** @throws Problem; the signal's reason when stopped */
  translate(text: string, from: string, signal: AbortSignal): Promise<Translation>;
}

/** Nothing while no engine is loaded that can translate. */
export const TranslatorContext = createContext<Translator | undefined>(undefined);

export function useTranslatorHere(): Translator | undefined {
  return useContext(TranslatorContext);
}

/** @returns a translator into the interface language while one can be had; it remembers what it wrote as long as the model stays */
export function useTranslator(engine: EngineView, actions: Pick<PanelActions, "translate">): Translator | undefined {
  const { language } = useTexts();
  const info = engine.at === "here" ? engine.state.generators.info : undefined;
  const model = info?.translates ? info.model : undefined;
  return useMemo(() => {
    if (model === undefined) return undefined;
    const written = new Map<string, Translation>();
    return {
      known: (text) => written.get(text),
      translate: async (text, from, signal) => {
        const translation = await actions.translate(text, from, signal);
        written.set(text, translation);
        return translation;
      },
    };
    // the functions may be new ones on each drawing
  }, [model, language]);
}
