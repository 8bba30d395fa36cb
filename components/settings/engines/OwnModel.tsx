import { useTexts } from "../../texts";
import { AddAddress } from "./AddAddress";
import { AddFile } from "./AddFile";
import type { EngineActions } from "./engines-view";

/** A model that a person brings: a file of theirs, or an address to load it from. */
export function OwnModel({ actions }: { actions: EngineActions }) {
  const { phrase } = useTexts();
  return (
    <div class="own-model">
      <h4>{phrase("enginesOwnTitle")}</h4>
      <p class="sub">{phrase("enginesOwnWhat")}</p>
      <AddFile add={actions.addFile} />
      <AddAddress add={actions.addAddress} />
    </div>
  );
}
