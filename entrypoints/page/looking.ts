/** A look at what stands on this page now, without storing anything. */
import { routeOf } from "../../lib/collect/document/position";
import { settled } from "../../lib/collect/page/changes";
import { takeSnapshot } from "../../lib/collect/page/take-snapshot";
import { type Glance, sendMessage } from "../../lib/protocol";
import { persist } from "./engine";

/** A page that changes its address without a load draws what belongs to it a little later. */
const DRAWING = { patience: 3_000, quiet: 600 };

const token = Math.random().toString(36).slice(2);
let seen = routeOf(location.href);

/** @returns a name for what the tab shows: another one after each load, and after each change of address that is a route */
export function here(): string {
  return `${token} ${routeOf(location.href)}`;
}

export async function look(signal: AbortSignal): Promise<Glance> {
  const route = routeOf(location.href);
  if (route !== seen) await settled([document], DRAWING, signal);
  seen = route;
  const snapshot = await takeSnapshot(document, { url: location.href, now: new Date(), signal });
  const { glance } = await persist(() => sendMessage("engineRead", { snapshot, store: false }), signal);
  return glance;
}
