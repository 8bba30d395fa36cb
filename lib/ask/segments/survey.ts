/** Everything that finding segments looks at, gathered once per reading, in steps. */
import type { Segment } from "../../domain";
import type { Material } from "../material";
import { atOnce, type Steps } from "../steps";
import { type Cluster, findClusters } from "./clusters";
import { type Crowd, gatherCrowd } from "./crowd";
import { type Feature, featuresOf, type Spoken } from "./features";
import { findPlaces } from "./places";
import { type SentenceSpace, sentenceSpace } from "./space";
import { spokenSteps } from "./spoken-by";
import { wordFeatures } from "./word-features";

export interface Survey {
  crowd: Crowd;
  space: SentenceSpace;
  spoken: Spoken;
  clusters: readonly Cluster[];
  /** All that people can be told apart by, words last. */
  features: readonly Feature[];
}

/** As `surveySteps`, at once. */
export function surveyOf(material: Material, earlier: readonly Segment[]): Survey {
  return atOnce(surveySteps(material, earlier));
}

/** @param earlier segments of the reading before, by which clusters are known again */
export function* surveySteps(material: Material, earlier: readonly Segment[]): Steps<Survey> {
  const crowd = gatherCrowd(material);
  yield;
  const space = sentenceSpace(crowd.sentences);
  const spoken: Spoken = { ...(yield* spokenSteps(crowd)), places: findPlaces(crowd) };
  yield;
  const told = featuresOf(crowd, spoken);
  yield;
  const words = wordFeatures(crowd);
  yield;
  const clusters = findClusters(crowd, space, told, words, earlier);
  return { crowd, space, spoken, clusters, features: [...told, ...words] };
}
