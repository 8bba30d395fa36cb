/** Fields of Find: one of few as chips, one of many as a list, a tick. */

/** One of few: radio buttons that look like chips. */
export function Choice<T extends string>({
  label,
  values,
  value,
  name,
  onChoose,
}: {
  label: string;
  values: readonly T[];
  value: T;
  name: (value: T) => string;
  onChoose: (value: T) => void;
}) {
  return (
    <fieldset class="chips" aria-label={label}>
      {values.map((one) => (
        <label key={one} class="chip radio">
          <input type="radio" name={`query-${label}`} checked={one === value} onChange={() => onChoose(one)} />
          {name(one)}
        </label>
      ))}
    </fieldset>
  );
}

/** One of many; `none` stands first for no choice. */
export function Pick({
  label,
  none,
  values,
  value,
  onPick,
}: {
  label: string;
  none?: string;
  values: readonly (readonly [id: string, name: string])[];
  value: string;
  onPick: (id: string) => void;
}) {
  return (
    <label class="query-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {values.map(([id, name]) => (
          <option key={id} value={id} selected={id === value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

export function Tick({ label, on, onTick }: { label: string; on: boolean; onTick: (on: boolean) => void }) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={(event) => onTick(event.currentTarget.checked)} /> {label}
    </label>
  );
}
