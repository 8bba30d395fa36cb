/** Everything that finding segments looks at, gathered once per reading. */
import type { Segment } from "../../domain";
import type { Material } from "../material";
import { type Cluster, findClusters } from "./clusters";
import { type Crowd, gatherCrowd } from "./crowd";
import { type Feature, featuresOf, type Spoken } from "./features";
import { findPlaces } from "./places";
import { type SentenceSpace, sentenceSpace } from "./space";
import { spokenBy } from "./spoken-by";
import { wordFeatures } from "./word-features";

export interface Survey {
  crowd: Crowd;
  space: SentenceSpace;
  spoken: Spoken;
  clusters: readonly Cluster[];
  /** All that people can be told apart by, words last. */
  features: readonly Feature[];
}

/** @param earlier segments of the reading before, by which clusters are known again */
export function surveyOf(material: Material, earlier: readonly Segment[]): Survey {
  const crowd = gatherCrowd(material);
  const space = sentenceSpace(crowd.sentences);
  const spoken: Spoken = { ...spokenBy(crowd), places: findPlaces(crowd) };
  const told = featuresOf(crowd, spoken);
  const words = wordFeatures(crowd);
  const clusters = findClusters(crowd, space, told, words, earlier);
  return { crowd, space, spoken, clusters, features: [...told, ...words] };
}
