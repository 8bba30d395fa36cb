import { Notice } from "../frame/Notice";
import { useTexts } from "../texts";
import type { PageView, PanelActions } from "../view";
import { Detail } from "./Detail";

/** Why there is nothing to show of this page yet, and what can be done. */
export function PageState({ page, actions }: { page: PageView; actions: PanelActions }) {
  const { phrase } = useTexts();
  switch (page.at) {
    case "looking":
    case "stored":
      return (
        <p class="waiting" role="status">
          {phrase(page.at === "looking" ? "looking" : "openingStored")}
        </p>
      );
    case "permission":
      return <PermissionState page={page} actions={actions} />;
    case "unreadable":
      return (
        <Notice title={phrase("unreadableTitle")}>
          <p>{phrase("unreadable", { kind: page.kind })}</p>
          <p class="soft">{phrase("unreadableHelp", { kind: page.kind })}</p>
          <AddReviews actions={actions} />
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="warning" title={phrase("pageFailedTitle")}>
          <p>{phrase("pageFailed")}</p>
          <Detail lines={[page.message]} />
          <LookAgain actions={actions} />
        </Notice>
      );
    case "seen":
      return page.glance.reviews + page.glance.comments === 0 ? (
        <NothingFound hiddenBehind={page.glance.hiddenBehind} actions={actions} />
      ) : null;
  }
}

/** The key that opens Earshot, as the manifest suggests it. */
const SHORTCUT = "Alt+Shift+E";

function PermissionState({ page, actions }: { page: PageView & { at: "permission" }; actions: PanelActions }) {
  const { phrase } = useTexts();
  const site = page.origin?.replace(/^https?:\/\//, "");
  return (
    <Notice title={site ? phrase("permissionTitle", { site }) : phrase("permissionTitleUnknown")}>
      <p>{phrase("permissionWhy")}</p>
      {!site && <p>{phrase("permissionToolbar", { keys: SHORTCUT })}</p>}
      {!site && <p class="soft">{phrase("permissionAllWhy")}</p>}
      <p class="actions">
        <button type="button" class={site ? "main" : ""} onClick={actions.allow}>
          {site ? phrase("permissionAllow", { site }) : phrase("permissionAllowAll")}
        </button>
      </p>
      <p class="soft">{page.refused ? phrase("permissionRefused") : phrase("permissionOnce")}</p>
    </Notice>
  );
}

function NothingFound({ hiddenBehind, actions }: { hiddenBehind?: string; actions: PanelActions }) {
  const { phrase } = useTexts();
  return (
    <Notice title={phrase("nothingTitle")}>
      <p>{phrase("nothingLookedFor")}</p>
      <ul>
        <li>{phrase("nothingData")}</li>
        <li>{phrase("nothingCards")}</li>
        <li>{phrase("nothingThreads")}</li>
      </ul>
      <p class="soft">{phrase("nothingHelp")}</p>
      <p class="actions">
        {hiddenBehind && (
          <button type="button" class="main wordy" onClick={() => actions.read(true)}>
            {phrase("showHidden", { label: hiddenBehind })}
          </button>
        )}
        <button type="button" class={hiddenBehind ? "" : "main"} onClick={actions.picking.begin}>
          {phrase("pickBegin")}
        </button>
        <AddReviews actions={actions} />
        <LookAgain actions={actions} />
      </p>
    </Notice>
  );
}

/** Reviews that are on no page, or on one that cannot be read. */
function AddReviews({ actions }: { actions: PanelActions }) {
  const { phrase } = useTexts();
  return (
    <button type="button" onClick={actions.importing.begin}>
      {phrase("pasteOrImport")}
    </button>
  );
}

function LookAgain({ actions }: { actions: PanelActions }) {
  const { phrase } = useTexts();
  return (
    <button type="button" onClick={actions.lookAgain}>
      {phrase("lookAgain")}
    </button>
  );
}
