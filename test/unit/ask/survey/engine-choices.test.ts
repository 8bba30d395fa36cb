import { describe, expect, it } from "vitest";
import { mentionsOf, nearestOption } from "../../../../lib/ask/survey/engine-choices";

const options = ["Red kettle", "Blue kettle", "Steel kettle"];
const named = (text: string, of = options, language = "en") =>
  mentionsOf(text, of, language).map(({ option, refused }) => (refused ? -1 - option : option));

describe("options in an answer", () => {
  it.each([
    ["I would take the blue kettle.", [1]],
    ["The steel one, rather than the red one.", [2, -1]],
    ["Not the red kettle. The blue kettle, please.", [-1, 1]],
    ["First steel, then blue, then red.", [2, 1, 0]],
    ["No doubt the blue kettle.", [1]],
    ["I want nothing more than the steel one.", [2]],
    ["I would pick no other than the red kettle.", [0]],
    ["A kettle is a kettle.", []],
    ["The reddish one.", []],
  ])("are found by what sets them apart: %j", (text, places) => expect(named(text)).toEqual(places));

  it("are found in scripts without spaces, and in Russian", () => {
    expect(named("我会选蓝色的水壶，不要红色的。", ["红色", "蓝色"], "zh")).toEqual([1, -1]);
    expect(named("Выберу красный, а не синий.", ["Красный", "Синий"], "ru")).toEqual([0, -2]);
  });

  it("are not found within longer words", () => {
    expect(named("I keep it in the cupboard.", ["cup", "glass"])).toEqual([]);
  });
});

describe("the nearest option", () => {
  it("is the one whose vector is clearly nearer", () => {
    expect(
      nearestOption(
        [1, 0.1],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    ).toBe(0);
  });

  it("is none when all are about as near, or there are none", () => {
    expect(
      nearestOption(
        [1, 1],
        [
          [1, 0],
          [0, 1],
        ],
      ),
    ).toBeUndefined();
    expect(nearestOption([1, 1], [])).toBeUndefined();
  });
});
