/** What can be asked of focus groups. */
import type { GuideTopic } from "../../../lib/domain";

/** All of them reject with a `Problem` when they fail; what they change is seen in the stored group. */
export interface FocusActions {
  /** @returns the id of a group of these voices */
  begin(personaIds: string[], guide: GuideTopic[]): Promise<string>;
  ask(groupId: string, question: string): Promise<void>;
  /** Stops a round; what was said stays. */
  stop(roundId: string): Promise<void>;
  summarise(groupId: string): Promise<void>;
  /** Adds seconds to the time spent on a topic, by its place in the guide. */
  addTime(groupId: string, topic: number, seconds: number): void;
  remove(groupId: string): Promise<void>;
}
