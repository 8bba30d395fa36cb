#!/usr/bin/env node
// The command line is TypeScript; Node 20 reads it through tsx, a dependency of this package.
import { register } from "tsx/esm/api";

register();
const { main } = await import("./dispatch.ts");
process.exitCode = await main(process.argv.slice(2));
