import { useTexts } from "../texts";
import type { PanelView } from "../view";

/** "18 reviews on this page, 1,204 in all" before reading; "124 of 1,204 read" with a track after it. */
export function Coverage({ view }: { view: PanelView }) {
  const { phrase } = useTexts();
  const glance = view.page.at === "seen" ? view.page.glance : undefined;
  const stored = view.pulse?.reviews ?? 0;
  const total = Math.max(glance?.total ?? 0, view.subject?.ratingCount ?? 0);
  if (stored > 0) return <Track read={stored} total={total} />;
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

function Track({ read, total }: { read: number; total: number }) {
  const { phrase } = useTexts();
  if (total <= read) return <p class="sub">{phrase("readCount", { count: read })}</p>;
  return (
    <p class="sub cover">
      <span class="track" aria-hidden="true">
        <span style={{ width: `${(read / total) * 100}%` }} />
      </span>
      <span>{phrase("readOf", { read, total })}</span>
    </p>
  );
}
