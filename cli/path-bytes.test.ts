import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { pathOf, shownPath } from "@/lib/format/path-bytes";
import { inputFiles, leftOutSentence, noneLeftOut } from "./input-files";
import { joinedPath } from "./joined-path";
import { lookAlike } from "./look-alike";
import { typedArguments } from "./typed-arguments";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const base = mkdtempSync(join(tmpdir(), "samplemind-names-"));
afterAll(() => rmSync(base, { recursive: true }));

describe("a path whose bytes are not UTF-8", () => {
  it("keeps its bytes, also below other folders, and is shown with escapes", () => {
    const path = joinedPath("/müsic", pathOf(latin1("Beyonc\xe9.wav")));
    expect(path).toEqual(Buffer.concat([Buffer.from("/müsic/"), latin1("Beyonc\xe9.wav")]));
    expect(shownPath(path)).toBe("/müsic/Beyonc\\xE9.wav");
    expect(joinedPath("/", "ü.wav")).toBe("/ü.wav");
  });

  it("is found again in the command line that still has its bytes, each once", () => {
    const lines = [[Buffer.from("analyze"), latin1("caf\xe9.wav"), latin1("caf\xe8.wav")]];
    const typed = typedArguments(["plain.wav", "caf\u{fffd}.wav", "caf\u{fffd}.wav", "caf\u{fffd}.wav"], lines);
    expect(typed).toEqual(["plain.wav", latin1("caf\xe9.wav"), latin1("caf\xe8.wav"), "caf\u{fffd}.wav"]);
  });
});

// Other systems refuse such names.
describe.runIf(process.platform === "linux")("files with such names", () => {
  const folder = joinedPath(base, latin1("l\xe4rm"));
  mkdirSync(folder);
  for (const name of ["caf\xe9.wav", "caf\xe8.wav", "plain.wav", ".hidden.wav", "._caf\xe9.wav", "cover.jpg"]) {
    writeFileSync(joinedPath(folder, pathOf(latin1(name))), "x");
  }
  mkdirSync(joinedPath(folder, "__MACOSX"));

  it("are found in folders, and what is left out is counted and named", async () => {
    const leftOut = noneLeftOut();
    const found: string[] = [];
    for await (const { file, path } of inputFiles([base], "/", leftOut)) {
      found.push(file.slice(base.length));
      expect(Buffer.isBuffer(path)).toBe(true);
    }
    expect(found).toEqual(["/l\\xE4rm/caf\\xE8.wav", "/l\\xE4rm/caf\\xE9.wav", "/l\\xE4rm/plain.wav"]);
    expect(leftOut).toEqual({ system: 2, hidden: 1, not_audio: 1, loop: 0 });
    expect(leftOutSentence(leftOut)).toBe(
      "Left out: 1 file without an audio extension, 1 hidden file or folder, 2 files and folders of the system.",
    );
    expect(leftOutSentence(noneLeftOut())).toBeNull();
  });

  it("are found by a path that has lost its bytes, and both of two that look alike", async () => {
    const lost = join(base, "l\u{fffd}rm/caf\u{fffd}.wav");
    const taken = new Set<string>();
    const found = [await lookAlike(lost, taken), await lookAlike(lost, taken), await lookAlike(lost, taken)];
    expect(new Set(found.slice(0, 2).map((path) => path?.toString("latin1"))).size).toBe(2);
    expect(found[2]).toEqual(found[0]);
    expect(await lookAlike(join(base, "gone\u{fffd}.wav"), taken)).toBeNull();
  });
});
