import type { GeneratorsState } from "../../../lib/models/generator";
import { useTexts } from "../../texts";
import { readServerAddress } from "./server-address";

/** A mark wherever something is asked while a server elsewhere writes the answers; nothing while texts stay on this machine. */
export function LeavesMachine({ generators }: { generators: Pick<GeneratorsState, "chosen" | "server"> }) {
  const { phrase } = useTexts();
  const { chosen, server } = generators;
  if (chosen.kind !== "server" || !server || server.reach === "machine") return null;
  const host = readServerAddress(server.url)?.host ?? server.url;
  return (
    <span class="leaves-machine" title={phrase("enginesLeavesWhat")}>
      {phrase("enginesLeaves", { host })}
    </span>
  );
}
