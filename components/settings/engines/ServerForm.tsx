import { useState } from "preact/hooks";
import type { GeneratorsState } from "../../../lib/models/generator";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { EngineActions } from "./engines-view";
import { ServerConsent } from "./ServerConsent";
import { ServerFields } from "./ServerFields";
import { readServerAddress } from "./server-address";

/** A server: where it is, which of its models, the key; and before anything is sent, what would leave this machine. */
export function ServerForm({ generators, actions }: { generators: GeneratorsState; actions: EngineActions }) {
  const { phrase } = useTexts();
  const { server } = generators;
  const [url, setUrl] = useState(server?.url ?? "");
  const [model, setModel] = useState(server?.model ?? "");
  const [key, setKey] = useState<string>();
  const [found, setFound] = useState<readonly string[]>(server?.models ?? []);
  const [listed, setListed] = useState(false);
  const inUse = generators.chosen.kind === "server";
  const [agreed, setAgreed] = useState(inUse && server ? readServerAddress(server.url)?.host : undefined);
  const [missing, setMissing] = useState<"address" | "model" | "consent">();
  const { busy, problem, act } = useActing();
  const address = readServerAddress(url);
  const consent = address?.reach === "machine" || agreed === address?.host;

  async function list() {
    setListed(false);
    if (!address) return setMissing("address");
    setMissing(undefined);
    await act(async () => {
      const models = await actions.serverModels({ url: address.url, key });
      setFound(models);
      setListed(true);
      if (model === "" && models[0]) setModel(models[0]);
    });
  }

  async function use(event: Event) {
    event.preventDefault();
    const lacks = !address ? "address" : model.trim() === "" ? "model" : consent ? undefined : "consent";
    setMissing(lacks);
    if (lacks || busy || !address) return;
    if (await act(() => actions.useServer({ url: address.url, model: model.trim(), key }))) setKey(undefined);
  }

  return (
    <form class="server-form labelled" noValidate onSubmit={use}>
      <ServerFields
        draft={{ url, model, key: key ?? "" }}
        hasKey={server?.hasKey === true}
        found={found}
        listed={listed}
        busy={busy}
        onUrl={setUrl}
        onModel={setModel}
        onKey={setKey}
        onList={() => void list()}
        onForgetKey={() => void act(actions.forgetServerKey)}
      />
      {address && (
        <ServerConsent
          address={address}
          agreed={agreed === address.host}
          onAgree={(yes) => setAgreed(yes ? address.host : undefined)}
        />
      )}
      {missing && (
        <p class="problem" role="alert">
          {phrase("enginesServerMissing", { what: missing })}
        </p>
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
      <p class="actions">
        <button type="submit" class="main wordy" aria-disabled={busy}>
          {phrase("enginesServerUse", {
            reach: address?.reach ?? "machine",
            host: address?.host ?? "",
            used: String(inUse),
          })}
        </button>
      </p>
    </form>
  );
}
