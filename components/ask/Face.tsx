import type { SegmentBasis } from "../../lib/domain";

/** A plain sign for a group: what it has in common, never a made-up person. */
const SIGNS: Partial<Record<SegmentBasis["kind"], string>> = {
  theme: "M4 5h12v8H9l-4 3v-3H4z",
  situation:
    "M10 2.5a5 5 0 0 1 5 5c0 3.6-5 10-5 10s-5-6.4-5-10a5 5 0 0 1 5-5zm0 3.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z",
  satisfied: "M3.5 10a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0zM7 11.5c1.5 2.3 4.5 2.300 6 0M7.5 8v.2M12.5 8v.2",
  dissatisfied: "M3.5 10a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0zM7 13c1.500-2.300 4.500-2.300 6 0M7.5 8v.2M12.5 8v.2",
  detailed: "M4 5h12M4 8.300h12M4 11.600h12M4 15h7",
  reserved: "M4 8.300h12M4 11.600h5",
  language: "M3.5 10a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0zM3.5 10h13M10 3.5c-4 4-4 9 0 13M10 3.5c4 4 4 9 0 13",
};

export function Face({ kind }: { kind: SegmentBasis["kind"] }) {
  return (
    <span class="face" aria-hidden="true">
      <svg width="22" height="22" viewBox="0 0 20 20" role="presentation">
        <path d={SIGNS[kind] ?? SIGNS.detailed} />
      </svg>
    </span>
  );
}
