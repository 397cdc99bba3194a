import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Elsewhere } from "./disk-error";
import { isOnMissingDisk, isThere } from "./disks";
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

  it("names a folder that cannot be opened, and goes on", async () => {
    const { root, at } = newFolder();
    const name = "n".repeat(250);
    const levels = (count: number) => Array.from({ length: count }, () => name).join("/");
    // Longer than any path may be, which shows only once it is there.
    mkdirSync(at(`a/${levels(8)}`), { recursive: true });
    mkdirSync(at(`b/${levels(9)}`), { recursive: true });
    renameSync(at("b"), at(`a/${levels(8)}/b`));
    writeFileSync(at("z.wav"), "");
    mkdirSync(at("zz"));
    writeFileSync(at("zz/z.wav"), "");
    const found = await all(walk({ root, folder: Buffer.alloc(0) }));
    renameSync(at(`a/${levels(8)}/b`), at("b"));
    const unreadable = found.filter((entry) => entry.kind === "unreadable");
    expect(unreadable).toMatchObject([{ failure: "folder_error" }]);
    expect(unreadable[0]?.path.toString().startsWith(`a/${levels(8)}/b/`)).toBe(true);
    expect(found.flatMap((entry) => (entry.kind === "file" ? [entry.path.toString()] : []))).toEqual([
      "z.wav",
      "zz/z.wav",
    ]);
  });

  it.runIf(existsSync("/dev/shm") && statSync("/dev/shm").dev !== statSync("/dev").dev)(
    "names a folder on another disk, which is there as long as it is the same one",
    async () => {
      const root = Buffer.from("/dev");
      const found = await all(walk({ root, folder: Buffer.alloc(0) }));
      const disks = found.filter((entry) => entry.kind === "disk");
      const disk = disks.find(({ path }) => path.toString() === "shm");
      if (!disk) throw new Error("no disk");
      expect(await isThere(root, disk)).toBe(true);
      const file = Buffer.from("shm/x.wav");
      expect(await isOnMissingDisk(root, disks, file)).toBe(false);
      const another = { ...disk, identity: "0:1" };
      expect(await isOnMissingDisk(root, [another], file)).toBe(true);
      expect(await isOnMissingDisk(root, [another], Buffer.from("shm2/x.wav"))).toBe(false);
    },
  );
});
