import { useTexts } from "../texts";
import type { PanelActions, PanelView } from "../view";
import { BackupSection } from "./backup/BackupSection";
import { EngineSection } from "./EngineSection";
import { EnginesSection } from "./engines/EnginesSection";
import { NO_GENERATORS } from "./engines/engines-view";
import { PrivacySection } from "./engines/PrivacySection";
import { LanguageSection } from "./LanguageSection";
import { RecipeSection } from "./RecipeSection";
import { StorageSection } from "./StorageSection";

/** What runs, what is stored, and what Earshot may do. */
export function Settings({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const generators = view.engine.at === "here" ? view.engine.state.generators : NO_GENERATORS;
  return (
    <>
      <EnginesSection engine={view.engine} actions={actions.engines} />
      <EngineSection engine={view.engine} model={view.model} />
      <StorageSection view={view} actions={actions} />
      <BackupSection actions={actions.backup} />
      <RecipeSection recipes={view.recipes} actions={actions.recipes} />
      <LanguageSection choice={view.languageChoice} onChoose={actions.chooseLanguage} />
      <PrivacySection generators={generators} />
      <Permissions />
      <About version={view.version} />
    </>
  );
}

function Permissions() {
  const { phrase } = useTexts();
  const rows = [
    ["activeTab", phrase("whyActiveTab")],
    ["scripting", phrase("whyScripting")],
    ["sidePanel", phrase("whySidePanel")],
    ["offscreen", phrase("whyOffscreen")],
    ["storage, unlimitedStorage", phrase("whyStorage")],
    [phrase("sites"), phrase("whySites")],
  ] as const;
  return (
    <section>
      <h2>{phrase("permissions")}</h2>
      <dl class="why">
        {rows.map(([name, why]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function About({ version }: { version: string }) {
  const { phrase } = useTexts();
  return <p class="foot">{phrase("about", { version })}</p>;
}
