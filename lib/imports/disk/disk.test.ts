import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Elsewhere } from "./disk-error";
import { openInside } from "./open-inside";
import { Changed, HELD_BYTES, readAgain, readFile } from "./read-file";
import { type Found, walk } from "./walk";

const base = realpathSync(mkdtempSync(join(tmpdir(), "samplemind-disk-")));
afterAll(() => rmSync(base, { recursive: true }));

let folders = 0;
function newFolder(): { root: Buffer; at: (name: string) => string } {
  const path = join(base, String(folders++));
  mkdirSync(path);
  return { root: Buffer.from(path), at: (name) => join(path, name) };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe("what is opened below a folder", () => {
  it("really is there: a link is refused at the end and on the way", async () => {
    const [inner, outer] = [newFolder(), newFolder()];
    writeFileSync(outer.at("x.wav"), "secret");
    symlinkSync(outer.at("x.wav"), inner.at("x.wav"));
    symlinkSync(outer.root, inner.at("sub"));
    const open = (path: string) => openInside(inner.root, Buffer.from(path), { isFolder: false });
    await expect(open("x.wav")).rejects.toMatchObject({ code: "ELOOP" });
    await expect(open("sub/x.wav")).rejects.toThrow(Elsewhere);
    await expect(openInside(inner.root, Buffer.from("sub"), { isFolder: true })).rejects.toThrow();
    await expect(open("../1/x.wav")).rejects.toThrow(Elsewhere);
  });

  it("is read to its end, unless it is written to meanwhile", async () => {
    const { root, at } = newFolder();
    const place = { root, path: Buffer.from("x.wav") };
    writeFileSync(at("x.wav"), "abc");
    const small = await readFile(place);
    expect(small).toMatchObject({ sizeBytes: 3, bytes: Buffer.from("abc") });
    expect(small).toMatchObject({ sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" });
    truncateSync(at("x.wav"), 64 * 1024 * 1024);
    const writing = setInterval(() => appendFileSync(at("x.wav"), "more"), 1);
    expect(await readFile(place)).toBe("changing");
    clearInterval(writing);
    truncateSync(at("x.wav"), 2 * HELD_BYTES);
    const large = await readFile(place);
    if (typeof large === "string") throw new Error(large);
    expect(large.bytes).toBeNull();
    expect((await all(readAgain(place, large))).reduce((sum, { length }) => sum + length, 0)).toBe(2 * HELD_BYTES);
    const reading = readAgain(place, large);
    await reading.next();
    writeFileSync(at("x.wav"), Buffer.alloc(2 * HELD_BYTES, 1));
    await expect(all(reading)).rejects.toThrow(Changed);
  });
});

describe("a walk", () => {
  it("finds thousands of files in one folder, each once, while others come and go", async () => {
    const { root, at } = newFolder();
    for (let index = 0; index < 3000; index++) writeFileSync(at(`${index}.wav`), "");
    const names = new Set<string>();
    let count = 0;
    for await (const found of walk({ root, folder: Buffer.alloc(0) })) {
      if (found.kind !== "file") continue;
      if (count++ === 0) writeFileSync(at("late.txt"), "");
      names.add(found.path.toString());
    }
    expect([count, names.size]).toEqual([3000, 3000]);
  });

  it("never lists a folder that became a link", async () => {
    const [inner, outer] = [newFolder(), newFolder()];
    writeFileSync(outer.at("secret.wav"), "");
    for (const name of ["a", "b"]) {
      mkdirSync(inner.at(name));
      writeFileSync(inner.at(`${name}/${name}.wav`), "");
    }
    const found: Found[] = [];
    for await (const entry of walk({ root: inner.root, folder: Buffer.alloc(0) })) {
      found.push(entry);
      if (found.length > 1) continue;
      renameSync(inner.at("b"), inner.at("c"));
      symlinkSync(outer.root, inner.at("b"));
    }
    expect(found.map((entry) => entry.kind === "file" && entry.path.toString())).toEqual(["a/a.wav"]);
  });
});
