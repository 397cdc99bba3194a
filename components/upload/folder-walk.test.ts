import { describe, expect, it } from "vitest";
import type { FoundFile } from "./file-intake";
import { folderOf, foundFromPicker, readAllEntries, walkDropped } from "./folder-walk";

interface Tree {
  [name: string]: Tree | string;
}

const UNREADABLE = "!";

/** A folder as browsers provide it: entries come a few at a time and end with an empty portion. */
function entryOf(name: string, node: Tree | string, parent = "", portion = 2): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  if (typeof node === "string") {
    const file = (resolve: (file: File) => void, reject: (error: Error) => void) =>
      node === UNREADABLE ? reject(new Error("denied")) : resolve(new File([node], name));
    return { isFile: true, isDirectory: false, name, fullPath, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const left = Object.entries(node).map(([child, value]) => entryOf(child, value, fullPath, portion));
    return { readEntries: (resolve: (entries: FileSystemEntry[]) => void) => resolve(left.splice(0, portion)) };
  };
  return { isFile: false, isDirectory: true, name, fullPath, createReader } as unknown as FileSystemEntry;
}

const root = (name: string, node: Tree | string) => ({ entry: entryOf(name, node), handle: Promise.resolve(null) });

async function walk(roots: ReturnType<typeof root>[], unreadable: string[] = []): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for await (const portion of walkDropped(roots, ({ path }) => unreadable.push(path))) found.push(...portion);
  return found;
}

describe("dropping folders", () => {
  it("reads a folder to its end, although the browser provides it in portions", async () => {
    const folder = entryOf("kit", Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`${i}.wav`, "x"])));
    expect(await readAllEntries((folder as FileSystemDirectoryEntry).createReader())).toHaveLength(101);
  });

  it("finds files at every depth, in natural order, with their folders", async () => {
    const found = await walk([root("kit", { drums: { "kick 10.wav": "a", "kick 2.wav": "b" }, "loop.wav": "c" })]);
    expect(found.map(({ file, folderPath }) => `${folderPath} > ${file.name}`)).toEqual([
      "kit/drums > kick 2.wav",
      "kit/drums > kick 10.wav",
      "kit > loop.wav",
    ]);
  });

  it("distinguishes files that were dropped from those found in a folder", async () => {
    const found = await walk([root("song", "x"), root("kit", { "kick.wav": "y" })]);
    expect(found.map(({ file, isExplicit }) => [file.name, isExplicit])).toEqual([
      ["song", true],
      ["kick.wav", false],
    ]);
  });

  it("continues after an unreadable file, and reports it", async () => {
    const unreadable: string[] = [];
    const found = await walk([root("kit", { "a.wav": UNREADABLE, "b.wav": "x" })], unreadable);
    expect(found.map(({ file }) => file.name)).toEqual(["b.wav"]);
    expect(unreadable).toEqual(["/kit/a.wav"]);
  });

  it("yields a large folder in portions", async () => {
    const folder = root("kit", Object.fromEntries(Array.from({ length: 450 }, (_, i) => [`${i}.wav`, "x"])));
    const sizes: number[] = [];
    for await (const portion of walkDropped([folder])) sizes.push(portion.length);
    expect(sizes).toEqual([200, 200, 50]);
  });
});

describe("choosing files", () => {
  it("takes the folder from the relative path of the folder dialog", () => {
    const file = new File(["x"], "kick.wav");
    Object.defineProperty(file, "webkitRelativePath", { value: "kit/drums/kick.wav" });
    expect(foundFromPicker([file])[0]).toMatchObject({ folderPath: "kit/drums", isExplicit: false });
  });

  it("puts a file without a folder at the top", () => {
    expect(folderOf("/kick.wav")).toBe("");
  });
});
