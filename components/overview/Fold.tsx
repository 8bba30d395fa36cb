import type { ComponentChildren } from "preact";

/** A part of the overview that opens on request; its line says in short what is inside. */
export function Fold({
  title,
  brief,
  open = false,
  children,
}: {
  title: string;
  brief: string;
  open?: boolean;
  children: ComponentChildren;
}) {
  return (
    <section class="fold-room">
      <details class="fold" open={open}>
        <summary>
          <h2>{title}</h2>
          <span class="sub">{brief}</span>
        </summary>
        {children}
      </details>
    </section>
  );
}
