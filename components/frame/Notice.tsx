import type { ComponentChildren } from "preact";

/** Something people should know, and what they can do about it. */
export function Notice({
  title,
  children,
  tone = "plain",
}: {
  title: string;
  children?: ComponentChildren;
  tone?: "plain" | "warning";
}) {
  return (
    <section class={`notice ${tone}`} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
