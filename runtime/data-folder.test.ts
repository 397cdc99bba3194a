import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { prepareDataFolder } from "./data-folder.mjs";

const parent = mkdtempSync(join(tmpdir(), "data-folder-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));
const failing = (code: string) => ({
  write: () => {
    throw Object.assign(new Error(code), { code });
  },
});

describe("the data folder", () => {
  it("is made if it does not exist, and keeps nothing of the check", () => {
    const folder = join(parent, "new", "folder");
    prepareDataFolder(folder, undefined);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ["EROFS", "that disk is read-only. Allow writing, or set DATA_DIR to another folder."],
    ["EACCES", "the user who starts SampleMind may not write there. Allow writing"],
    ["ENOSPC", "that disk is full. Make room, or set DATA_DIR to a folder on another disk."],
  ])("that answers %s is named with the reason and what to do", (code, text) => {
    expect(() => prepareDataFolder(parent, "./mine", failing(code))).toThrow(
      `DATA_DIR is "./mine" (${parent}), and ${text}`,
    );
  });

  it("that is a file, or below one, is named", () => {
    const file = join(parent, "file");
    writeFileSync(file, "");
    expect(() => prepareDataFolder(file, undefined)).toThrow(`The data folder is ${file} (DATA_DIR is not set), and`);
    expect(() => prepareDataFolder(join(file, "below"), file)).toThrow("is a file, not a folder");
  });

  it("on a disk that is nearly full is refused with how much room there is and how much is needed", () => {
    const statfs = () => ({ bavail: 5, bsize: 1024 * 1024 });
    expect(() => prepareDataFolder(parent, parent, { statfs })).toThrow(
      "its disk has 5 MB free. SampleMind needs at least 100 MB. Make room",
    );
  });
});
