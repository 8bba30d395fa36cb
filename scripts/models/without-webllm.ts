/**
 * Stands in the place of web-llm where its programs are not bundled either: in builds for Firefox, whose store reads no script above
 * five megabytes. The engine says there that its programs are missing before this is ever reached.
 */
export class MLCEngine {
  constructor() {
    throw new Error("This build of Earshot comes without web-llm.");
  }
}
