/** A worker with llama.cpp in it. */
import type { WorkerLike as AnyWorker } from "../../worker-like";
import { WriterLink } from "../writer-link";
import type { FromWorker, Opened, OpenRequest, ToWorker } from "./messages";

export type WorkerLike = AnyWorker<ToWorker, FromWorker>;

export class WllamaLink extends WriterLink<OpenRequest, Opened> {}
