import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { below, folderOf, inside, nameOf, namesOf, pathToken, readPath, shownName, shownParts } from "./relative-path";

const bytes = (text: string) => Buffer.from(text);

describe("a path below a folder", () => {
  it("is made of its names and taken apart again, whatever bytes they are", () => {
    const name = fc
      .uint8Array({ minLength: 1, maxLength: 20 })
      .map((array) => Buffer.from(array.map((byte) => (byte === 0x2f || byte === 0 ? 0x61 : byte))));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 6 }), (names) => {
        const path = names.reduce(inside, Buffer.alloc(0));
        expect(namesOf(path)).toEqual(names);
        expect(inside(folderOf(path), nameOf(path))).toEqual(path);
        expect(below(bytes("/"), path)).toEqual(Buffer.concat([bytes("/"), path]));
        const isPlain = !names.some((one) => one.equals(bytes(".")) || one.equals(bytes("..")));
        expect(readPath(pathToken(path))).toEqual(isPlain ? path : null);
      }),
    );
  });

  it("cannot be chosen if it could lead out of its directory", () => {
    for (const path of ["..", "a/..", "a/../b", "./a", "/a", "a/", "a//b", "a\0b"]) {
      expect(readPath(pathToken(bytes(path)))).toBeNull();
    }
    expect(readPath("not base64url!")).toBeNull();
    expect(readPath(pathToken(Buffer.alloc(5000, "a")))).toBeNull();
    expect(readPath("")).toEqual(Buffer.alloc(0));
    expect(readPath(pathToken(bytes("..a/b..")))).toEqual(bytes("..a/b.."));
  });

  it("is shown as text on one line, with bytes that are none escaped", () => {
    expect(shownName(Buffer.from("Beyonc\xe9.wav", "latin1"))).toBe("Beyonc\\xE9.wav");
    expect(shownName(bytes("two\nlines"))).toBe("twolines");
    expect(shownName(bytes("\n"))).toBe("untitled");
    expect(shownParts(bytes("a\\b/c"))).toBe("a\\b/c");
  });
});
