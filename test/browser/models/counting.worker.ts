/** The encoder's worker, with its shaders counted. The order of the imports matters. */
import "./count-shaders";
import "../../../lib/models/encoder.worker";
