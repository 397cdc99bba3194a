import { describe, expect, it } from "vitest";
import { displayFolder, displayName } from "./file-name";

describe("a file's name", () => {
  it("is kept as the person wrote it", () => {
    for (const name of ['Kick 🥁 "final" (2).wav', "../../etc/passwd.wav", "Ünïcödé's.flac", "a".repeat(255)]) {
      expect(displayName(name)).toBe(name);
    }
  });

  it("loses characters that databases or screens cannot handle", () => {
    expect(displayName("a\u0000b\n\u202Evaw.\uD800x")).toBe("abvaw.\uFFFDx");
    expect(displayName("\u0000 ")).toBe("untitled");
  });
});

describe("a folder", () => {
  it("is a label of the parts inside the dropped folder and never leads out of it", () => {
    expect(displayFolder("Packs/../../Drums//./Kicks/")).toBe("Packs/Drums/Kicks");
    expect(displayFolder("C:\\Samples\\Hats")).toBe("C:/Samples/Hats");
    expect(displayFolder("")).toBe("");
  });
});
