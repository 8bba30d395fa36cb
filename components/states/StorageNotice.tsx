import { Notice } from "../frame/Notice";
import { useTexts } from "../texts";
import type { PanelView } from "../view";

/** Below this much free space, or above this share in use, people should hear about it. */
const SCARCE_BYTES = 200_000_000;
const SCARCE_SHARE = 0.9;

/** @returns true when the room the browser grants is nearly used up */
export function isStorageScarce(storage: PanelView["storage"]): boolean {
  if (!storage || storage.quota <= 0) return false;
  return storage.usage / storage.quota > SCARCE_SHARE || storage.quota - storage.usage < SCARCE_BYTES;
}

/** Storage is nearly full: what is left, and where to make room. */
export function StorageNotice({ view, onOpen }: { view: PanelView; onOpen: () => void }) {
  const { phrase, bytes } = useTexts();
  if (!view.storage || !isStorageScarce(view.storage)) return null;
  return (
    <Notice tone="warning" title={phrase("storageScarceTitle")}>
      <p>{phrase("storageScarce", { left: bytes(Math.max(0, view.storage.quota - view.storage.usage)) })}</p>
      <button type="button" onClick={onOpen}>
        {phrase("makeRoom")}
      </button>
    </Notice>
  );
}
