import { INTERFACE_LANGUAGES } from "../../lib/locale";
import { useTexts } from "../texts";
import type { LanguageChoice } from "../view";

/** Each language in its own name, so that it is found by those who need it. */
const NAMES: Record<Exclude<LanguageChoice, "auto">, string> = { en: "English", zh_CN: "简体中文", ru: "Русский" };

/** The language of the interface. */
export function LanguageSection({
  choice,
  onChoose,
}: {
  choice: LanguageChoice;
  onChoose: (choice: LanguageChoice) => void;
}) {
  const { phrase } = useTexts();
  const choices: LanguageChoice[] = ["auto", ...INTERFACE_LANGUAGES];
  return (
    <section>
      <h2 id="language-title">{phrase("language")}</h2>
      <div class="chips" role="radiogroup" aria-labelledby="language-title">
        {choices.map((value) => (
          <label key={value} class="chip radio">
            <input
              type="radio"
              name="language"
              value={value}
              checked={value === choice}
              onChange={() => onChoose(value)}
            />
            <span lang={value === "auto" ? undefined : value.replace("_", "-")}>
              {value === "auto" ? phrase("languageAuto") : NAMES[value]}
            </span>
          </label>
        ))}
      </div>
      <p class="soft">{phrase("themeFollows")}</p>
    </section>
  );
}
