import { useRef } from "preact/hooks";
import type { Agenda } from "../../../lib/ask/group";
import { useTexts } from "../../texts";
import { clockTime } from "../clock-time";

/** The guide while a group is held: what was asked, how long it took beside what was planned, and a way to any topic. */
export function FocusAgenda({
  agenda: { topics, current },
  spent,
  busy,
  onAsk,
}: {
  agenda: Agenda;
  /** Seconds, by place. */
  spent: readonly number[];
  busy: boolean;
  onAsk: (question: string) => void;
}) {
  const { phrase } = useTexts();
  const list = useRef<HTMLDetailsElement>(null);
  if (topics.length === 0) return null;
  const planned = topics.reduce((sum, { topic }) => sum + (topic.minutes ?? 0), 0);
  const sum = spent.reduce((all, seconds) => all + seconds, 0);
  return (
    <details class="agenda" ref={list}>
      <summary>
        {phrase("agenda", {
          asked: topics.filter(({ asked }) => asked > 0).length,
          of: topics.length,
          time: phrase("agendaTime", { spent: clockTime(sum), planned }),
        })}
      </summary>
      <ol>
        {topics.map(({ topic, place, asked }) => {
          const state = place === current ? "now" : asked > 0 ? "asked" : "open";
          return (
            <li key={place} class={state} aria-current={state === "now" ? "step" : undefined}>
              <span dir="auto">{topic.question}</span>
              <span class="agenda-time">
                <TopicTime spent={spent[place] ?? 0} minutes={topic.minutes ?? 0} />
                {" · "}
                {phrase("agendaState", { state })}
              </span>
              <button
                type="button"
                class="small"
                aria-label={`${phrase("agendaAsk", { again: asked > 0 ? "yes" : "no" })}: ${topic.question}`}
                aria-disabled={busy}
                onClick={() => {
                  if (busy) return;
                  onAsk(topic.question);
                  if (list.current) list.current.open = false; // what is answered now needs the room
                }}
              >
                {phrase("agendaAsk", { again: asked > 0 ? "yes" : "no" })}
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

function TopicTime({ spent, minutes }: { spent: number; minutes: number }) {
  const { phrase } = useTexts();
  const over = minutes > 0 ? spent - minutes * 60 : 0;
  return (
    <>
      {phrase("agendaTime", { spent: clockTime(spent), planned: minutes })}
      {over >= 1 && <b class="over"> {phrase("agendaOver", { time: clockTime(over) })}</b>}
    </>
  );
}
