import { describe, expect, it } from "vitest";
import { ENGLISH, msg, textIn } from "./text";

const german = textIn("de", {
  Save: "Speichern",
  "{name} is ready": "{name} ist bereit",
  "{count} files of {owner}": { one: "{count} Datei von {owner}", other: "{count} Dateien von {owner}" },
  "[verb] Open": "Öffnen",
  "Use at most {0} characters, not {1}": "Höchstens {0} Zeichen, nicht {1}",
});

describe("a text", () => {
  it("is found by its English words, and stands as it is where it has no others", () => {
    expect(german("Save")).toBe("Speichern");
    expect(german("Nobody translated this")).toBe("Nobody translated this");
    expect(ENGLISH("Save")).toBe("Save");
    expect(german("toString")).toBe("toString");
  });

  it("has places for values, which are taken as they are", () => {
    expect(german("{name} is ready", { name: "a {name} $& <b>" })).toBe("a {name} $& <b> ist bereit");
    expect(ENGLISH("{name} has {n}", { name: "Ada", n: 12345 })).toBe("Ada has 12,345");
    expect(german("{n} of {missing}", { n: 12345 })).toBe("12.345 of {missing}");
  });

  it("has another form where the number is one", () => {
    const files = (t: typeof german, value: number) =>
      t.count(value, "{count} file of {owner}", "{count} files of {owner}", { owner: "Ada" });
    expect(files(german, 1)).toBe("1 Datei von Ada");
    expect(files(german, 1200)).toBe("1.200 Dateien von Ada");
    expect(files(ENGLISH, 1)).toBe("1 file of Ada");
    expect(files(ENGLISH, 0)).toBe("0 files of Ada");
  });

  it("may carry a note that only translators see", () => {
    expect(german("[verb] Open")).toBe("Öffnen");
    expect(ENGLISH("[verb] Open")).toBe("Open");
    expect(ENGLISH.count(2, "[noun] {count} play", "[noun] {count} plays")).toBe("2 plays");
  });

  it("that another room put together is found again by its template", () => {
    const sentence = msg`Use at most ${20} characters, not ${"a.b"}`;
    expect(sentence).toBe("Use at most 20 characters, not a.b");
    expect(german(sentence)).toBe("Höchstens 20 Zeichen, nicht a.b");
    expect(german("Use at most 20 characters")).toBe("Use at most 20 characters");
    expect(msg("Save")).toBe("Save");
  });
});
