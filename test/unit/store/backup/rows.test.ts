import { describe, expect, it } from "vitest";
import { lineToRow, rowToLine } from "../../../../lib/store/backup/rows";

const again = (row: unknown) => lineToRow(rowToLine(row));

describe("a row as a line", () => {
  it("comes back with its bytes", () => {
    const row = {
      id: "a",
      vector: new Int8Array([-128, 0, 127]),
      floats: new Float32Array([0.5, -1]),
      text: "—\n“ok”",
    };
    expect(again(row)).toEqual(row);
    expect(rowToLine(row)).not.toContain("\n");
  });

  it("keeps a part of a larger array only", () => {
    expect(again(new Uint8Array([1, 2, 3, 4]).subarray(1, 3))).toEqual(new Uint8Array([2, 3]));
  });

  it("never takes the words of a row for bytes", () => {
    const row = { $bytes: "Int8Array", base64: "AAAA", $$bytes: { $plain: 1 }, deep: [{ $bytes: 1 }] };
    expect(again(row)).toEqual(row);
  });

  it("holds no way into prototypes", () => {
    const row = again(JSON.parse('{"__proto__":{"admin":true},"$a":1}')) as Record<string, unknown>;
    expect(row.admin).toBeUndefined();
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  it.each([
    ['{"$bytes":"Function","base64":"AAAA"}'],
    ['{"$bytes":"constructor","base64":"AAAA"}'],
    ['{"$bytes":"Int8Array","base64":"§"}'],
    ['{"$bytes":"Float32Array","base64":"AAA="}'],
    ['{"$bytes":"Int8Array"}'],
    ["{"],
  ])("refuses %s", (line) => {
    expect(() => lineToRow(line)).toThrow(SyntaxError);
  });
});
