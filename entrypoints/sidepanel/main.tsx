/** The side panel: connects what is stored, the engine and the page in the tab with what is drawn. */
import { render } from "preact";
import { EarshotDatabase } from "../../lib/store/db";
import { Panel } from "./Panel";

const root = document.getElementById("app");
if (root) render(<Panel db={new EarshotDatabase()} />, root);
