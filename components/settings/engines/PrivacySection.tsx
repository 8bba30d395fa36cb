import type { GeneratorsState } from "../../../lib/models/generator";
import { useTexts } from "../../texts";
import { readServerAddress } from "./server-address";

/** What stays on this machine and what does not, as it is now: the server that was chosen comes first. */
export function PrivacySection({ generators }: { generators: GeneratorsState }) {
  const { phrase } = useTexts();
  const { chosen, server } = generators;
  const host = server && (readServerAddress(server.url)?.host ?? server.url);
  return (
    <section>
      <h2>{phrase("privacy")}</h2>
      {chosen.kind === "server" && server && (
        <p class={server.reach === "network" ? "leaves-warning" : "soft"}>
          {phrase("enginesPrivacy", { reach: server.reach, host: host ?? "" })}
        </p>
      )}
      <p>{phrase("privacyStatement")}</p>
    </section>
  );
}
