import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ArchivePaths, safePart } from "./archive-paths";

describe("a path in an archive", () => {
  it.each([
    ["../../etc", "passwd", "originals/etc/passwd"],
    ["/absolute", "a.wav", "originals/absolute/a.wav"],
    ["C:\\Windows", "a.wav", "originals/C_/Windows/a.wav"],
    ["loops/./deep", "..", "originals/loops/deep/untitled"],
    ["", "nul.wav", "originals/_nul.wav"],
    ["", "a\u0000b\r\n.wav", "originals/a_b__.wav"],
    ["", "\u202egpj.wav", "originals/_gpj.wav"],
    ["trailing. ", "name. ", "originals/trailing/name"],
    ["Trommeln/Größe", "日本語.flac", "originals/Trommeln/Größe/日本語.flac"],
  ])("stays under its root and keeps what it can (%j, %j)", (folder, name, expected) => {
    expect(new ArchivePaths("originals").place(folder, name)).toBe(expected);
  });

  it("renames a second file of the same name, ignoring case", () => {
    const paths = new ArchivePaths("originals");
    expect(paths.place("a", "kick.wav")).toBe("originals/a/kick.wav");
    expect(paths.place("a", "Kick.wav")).toBe("originals/a/Kick (2).wav");
    expect(paths.place("a", "kick.wav")).toBe("originals/a/kick (3).wav");
    expect(paths.place("b", "kick.wav")).toBe("originals/b/kick.wav");
  });

  it("shortens a name that is too long and keeps its extension", () => {
    const part = safePart(`${"ö".repeat(400)}.wav`);
    expect(Buffer.byteLength(part)).toBeLessThanOrEqual(200);
    expect(part.endsWith("ö.wav")).toBe(true);
  });

  it("is unique and stays under its root for any file names", () => {
    const anything = fc.string({ unit: "binary", maxLength: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(anything, anything), { maxLength: 8 }), (files) => {
        const paths = new ArchivePaths("originals");
        const placed = files.map(([folder, name]) => paths.place(folder, name));
        for (const path of placed) {
          expect(path.startsWith("originals/")).toBe(true);
          expect(path).not.toMatch(/[\p{Cc}\\]/u);
          for (const part of path.split("/")) expect(["", ".", ".."]).not.toContain(part);
        }
        expect(new Set(placed.map((path) => path.toLowerCase())).size).toBe(placed.length);
      }),
    );
  });
});
