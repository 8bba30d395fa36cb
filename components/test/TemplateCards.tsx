import { SURVEY_TEMPLATES, type SurveyTemplate } from "../../lib/domain";
import { selector, useTexts } from "../texts";

/** Surveys ready to be filled in, each with the question it answers. */
export function TemplateCards({ onChoose }: { onChoose: (template: SurveyTemplate) => void }) {
  const { phrase } = useTexts();
  return (
    <ul class="test-cards">
      {SURVEY_TEMPLATES.map((template) => (
        <li key={template} data-opens={template}>
          <button type="button" class="test-card" onClick={() => onChoose(template)}>
            <b>{phrase("testTemplate", { template: selector(template) })}</b>
            <span class="sub">{phrase("testTemplateWhat", { template: selector(template) })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
