/** Answers the messages about a server of the person's own. Its address and model are kept, its key never. */
import { type KeptServer, ServerKind } from "../../lib/models/generators/server/kind";
import { onMessage } from "../../lib/protocol";
import type { EarshotDatabase } from "../../lib/store/db";

const SETTING = "server";

/** @returns the kind of engine, which remembers the server of the session before */
export function recallServer(db: EarshotDatabase): ServerKind {
  return new ServerKind({ kept: db.settings.get(SETTING).then((kept) => kept?.value as KeptServer | undefined) });
}

/**
 * @param look shows what is known of the server now
 * @param leave ends the connection that was opened with the former address, model or key
 */
export function answerServerMessages(
  db: EarshotDatabase,
  server: ServerKind,
  look: () => Promise<void>,
  leave: () => Promise<void>,
): void {
  onMessage("engineServerSet", async ({ data }) => {
    const { kept, changed } = await server.set(data, data.key);
    await db.settings.put({ key: SETTING, value: kept });
    if (changed) await leave();
    await look();
  });
  onMessage("engineServerModels", async ({ data }) => {
    const models = await server.list(data.url, data.key);
    await look();
    return { models };
  });
}
