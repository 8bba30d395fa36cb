export type Fact = readonly [name: string, value: string];

/** Names beside their values, which may be texts in any script; what is not known is left out. */
export function FactList({ facts }: { facts: readonly (Fact | undefined)[] }) {
  const known = facts.filter((fact) => fact !== undefined);
  return (
    <dl class="facts-list">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
