import type { Conversation } from "../../lib/domain";
import { ConfirmButton } from "../settings/ConfirmButton";
import { useTexts } from "../texts";

/** Talks are kept: another one can be begun, an earlier one read again or deleted. Nothing to choose before the first question. */
export function TalkChoice({
  talks,
  chosen,
  onChoose,
  onNew,
  onDelete,
}: {
  talks: readonly Conversation[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onNew: () => void;
  onDelete: (id: string) => void;
}) {
  const { phrase, date } = useTexts();
  const talk = talks.find(({ id }) => id === chosen);
  if (!talk || (talks.length === 1 && talk.turns.length === 0)) return null;
  const nameOf = ({ turns, updated }: Conversation) => {
    const [first] = turns;
    return phrase("talkNamed", { date: date(updated.slice(0, 10)), question: first?.question ?? phrase("talkEmpty") });
  };
  return (
    <div class="talk-choice">
      {talks.length > 1 && (
        <label>
          <span class="unseen">{phrase("talkChoose")}</span>
          <select value={talk.id} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
            {talks.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {talk.turns.length > 0 && (
        <button type="button" class="small" onClick={onNew}>
          {phrase("talkNew")}
        </button>
      )}
      <ConfirmButton
        label={phrase("talkDelete")}
        question={phrase("talkDeleteSure")}
        onConfirm={() => onDelete(talk.id)}
      />
    </div>
  );
}
