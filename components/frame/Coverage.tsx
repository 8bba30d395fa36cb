import { useTexts } from "../texts";
import type { PanelView } from "../view";
import { progressOf } from "./progress";

/** "18 reviews on this page, 1,204 in all" before reading; "124 of 1,204 read" with a track after it. */
export function Coverage({ view }: { view: PanelView }) {
  const { phrase } = useTexts();
  const glance = view.page.at === "seen" ? view.page.glance : undefined;
  const stored = view.pulse?.reviews ?? 0;
  const total = Math.max(glance?.total ?? 0, view.subject?.ratingCount ?? 0);
  const busy = progressOf(view).stage !== "idle";
  if (stored > 0) return <Track read={stored} total={total} bar={!busy} />;
  if (!glance || glance.reviews + glance.comments === 0) return null;
  const onPage = glance.reviews > 0 ? glance.reviews : glance.comments;
  const kind = glance.reviews > 0 ? "reviews" : "comments";
  return (
    <p class="sub">
      {total > onPage
        ? phrase("coverageWithTotal", { count: onPage, total, kind })
        : phrase("coverage", { count: onPage, kind })}
    </p>
  );
}

/** One bar at a time: while something goes on, its progress has it. */
function Track({ read, total, bar }: { read: number; total: number; bar: boolean }) {
  const { phrase } = useTexts();
  if (total <= read) return <p class="sub">{phrase("readCount", { count: read })}</p>;
  return (
    <p class="sub cover">
      {bar && (
        <span class="track" aria-hidden="true">
          <span style={{ width: `${(read / total) * 100}%` }} />
        </span>
      )}
      <span>{phrase("readOf", { read, total })}</span>
    </p>
  );
}
