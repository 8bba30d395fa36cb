import { useTexts } from "../../texts";
import type { ServerAddress } from "./server-address";

/** What is sent where, said before the first text goes; on the own machine a word is enough. */
export function ServerConsent({
  address,
  agreed,
  onAgree,
}: {
  address: ServerAddress;
  agreed: boolean;
  onAgree: (yes: boolean) => void;
}) {
  const { phrase } = useTexts();
  const { host, reach, open } = address;
  if (reach === "machine") return <p class="sub">{phrase("enginesServerHere", { host })}</p>;
  return (
    <div class="leaves-warning">
      <h4>{phrase("enginesLeavesTitle", { host })}</h4>
      <p>{phrase("enginesSent")}</p>
      <ul>
        <li>{phrase("enginesSentQuestion")}</li>
        <li>{phrase("enginesSentPassages")}</li>
        <li>{phrase("enginesSentGroup")}</li>
      </ul>
      <p>{phrase("enginesNotSent")}</p>
      {open && <p class="open-line">{phrase("enginesServerOpen")}</p>}
      <label>
        <input type="checkbox" checked={agreed} onChange={(event) => onAgree(event.currentTarget.checked)} />{" "}
        {phrase("enginesAgree", { host })}
      </label>
    </div>
  );
}
