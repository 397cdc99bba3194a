import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { bundle } from "@/scripts/bundle.mjs";
import { type Person, startBackend } from "@/tests/factories/backend";
import { tone } from "@/tests/factories/sounds";
import { until } from "@/tests/factories/until";

const base = realpathSync(mkdtempSync(join(tmpdir(), "samplemind-imports-")));
const allowed = join(base, "allowed");
const outside = join(base, "outside");
mkdirSync(allowed);
mkdirSync(outside);
chmodSync(base, 0o755);
writeFileSync(join(base, "a-file"), "no folder");
writeFileSync(join(outside, "secret.wav"), tone(111, 0.1));
process.env.IMPORT_DIRS = [allowed, join(base, "a-file"), join(base, "missing")].join(", ");
afterAll(() => rmSync(base, { recursive: true, force: true }));

const backend = await startBackend({ jobs: false });
const { sql, call, data } = backend;
const { continueScan, requeueScans, resumeScans, startDueScans } = await import("@/lib/imports/scans/jobs");
const { addFolder, cancelScan, changeFolder, pauseScan, removeFolder, resumeScan, scanFolder } = await import(
  "@/lib/imports/mutations"
);
const { findImportFolder, listAllowedDirs, listImportFiles, readFolderChoice } = await import("@/lib/imports/data");
const { listBatches } = await import("@/lib/batches/data");
const { cancelBatch, retryBatch } = await import("@/lib/batches/mutations");
const { allowedDirs } = await import("@/lib/imports/disk/allowed-dirs");
const { deleteSamples, purgeSamples } = await import("@/lib/samples/mutations");
const { setFlag } = await import("@/lib/flags/mutations");
const { getObjectStream } = await import("@/lib/platform/s3");

const dir = allowedDirs()[0]?.key ?? "";
const token = (path: string | Buffer) => Buffer.from(path).toString("base64url");
const admin = await backend.person("the admin");

let hz = 200;
/** A short sound that no other test has. */
const sound = () => {
  hz += 3.7;
  return tone(hz, 0.05);
};
let folders = 0;
/** A new folder below the allowed directory, with files by their paths. */
function folderOf(files: Record<string, Uint8Array | null> = {}): { name: string; path: string } {
  const name = `folder ${++folders}`;
  const path = join(allowed, name);
  mkdirSync(path);
  for (const [file, bytes] of Object.entries(files)) put(join(path, file), bytes ?? sound());
  return { name, path };
}
function put(path: string, bytes: Uint8Array = sound()): void {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, bytes);
}

async function add(person: Person, path: string | Buffer): Promise<string> {
  const added = await addFolder(person.ctx, { dir, path: token(path) });
  if (!added.ok) throw new Error(added.reason);
  return added.value.id;
}
const scanOf = async (folderId: string) => {
  const [scan] = await sql<{ id: string }[]>`
    select id from import_scans where folder_id = ${folderId} order by created_at desc limit 1`;
  return scan?.id ?? "";
};
/** Works on the folder's scan until there is nothing to do for it. */
async function work(folderId: string, steps = Number.POSITIVE_INFINITY): Promise<void> {
  const run = { scanId: await scanOf(folderId), runId: randomUUID() };
  // As if the run before had died.
  await sql`update import_scans set lease_until = now() where id = ${run.scanId} and lease_until is not null`;
  for (let step = 0; step < steps; step++) if (!(await continueScan(run)).more) return;
}
async function rescan(person: Person, folderId: string) {
  await scanFolder(person.ctx, { id: folderId });
  await work(folderId);
  return stateOf(person, folderId);
}
async function stateOf(person: Person, folderId: string) {
  const folder = await findImportFolder(person.ctx.actor.id, folderId);
  if (!folder?.scan) throw new Error("no folder");
  return { ...folder, scan: folder.scan };
}
const samplesOf = ({ userId }: Person) => sql<
  { id: string; name: string; folder: string; status: string; key: string; sha256: string }[]
>`select id, file_name as name, folder_path as folder, status, object_key as key, sha256 from samples
  where owner_id = ${userId} and deleted_at is null order by file_name, id`;
const filesOf = async (person: Person, folderId: string, list: "all" | "problems" | "gone" | "changed" | "moved") =>
  (await listImportFiles(person.ctx.actor.id, folderId, { list, limit: 1000, after: null }))?.files ?? [];
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function storedSha256(key: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of (await getObjectStream(key))?.stream ?? []) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
/** Every sample has its bytes in storage, and nothing else is there but what is to be deleted. */
async function expectWholeStorage(): Promise<void> {
  const named = await sql<{ key: string }[]>`
    select object_key as key from samples where object_key is not null
    union select object_key from object_deletions`;
  const names = new Set(named.map(({ key }) => key));
  const keys = await backend.objectKeys("originals/");
  expect(keys.filter((key) => !names.has(key))).toEqual([]);
  const samples = await sql<{ key: string }[]>`select object_key as key from samples where object_key is not null`;
  expect(samples.filter(({ key }) => !keys.includes(key))).toEqual([]);
}

describe("a folder on the server", () => {
  it("is imported with its folders and names of every kind, each file once", async () => {
    const person = await backend.person();
    const bytes = sound();
    const { name, path } = folderOf({
      "Drums/Kick 🥁.wav": bytes,
      "Drums/a copy.wav": bytes,
      "two\nlines.flac": null,
      [`${"n".repeat(251)}.wav`]: null,
      "back\\slash/x.wav": null,
      "empty.wav": new Uint8Array(),
      "huge.wav": null,
      "notes.txt": null,
      ".hidden/x.wav": null,
      "__MACOSX/._x.wav": null,
      "deep/er/and/deeper.mp3": null,
    });
    truncateSync(join(path, "huge.wav"), 101 * 1024 * 1024);
    const odd = Buffer.concat([Buffer.from(`${path}/`), Buffer.from("Beyonc\xe9.wav", "latin1")]);
    writeFileSync(odd, sound());
    symlinkSync(join(outside, "secret.wav"), join(path, "link.wav"));
    symlinkSync(outside, join(path, "linked folder"));
    symlinkSync(path, join(path, "loop"));
    expect(spawnSync("mkfifo", [join(path, "pipe.wav")]).status).toBe(0);
    const socket = createServer().listen(join(path, "s.wav"));
    await once(socket, "listening");
    onTestFinished(() => void socket.close());
    const id = await add(person, name);
    await work(id);
    const { scan, files } = await stateOf(person, id);
    expect(scan).toMatchObject({ status: "completed", filesFound: 9, filesNew: 6, filesKnown: 1, filesFailed: 2 });
    expect(scan).toMatchObject({ filesLeftOut: 8, filesToRead: 9, filesRead: 9, filesGone: 0 });
    expect(files).toBe(9);
    const samples = await samplesOf(person);
    // Of two files with the same bytes, the one that was found first.
    const placed = samples.map(({ name, folder }) => [folder, name.replace("a copy.wav", "Kick 🥁.wav")]);
    expect(placed.sort(([, a], [, b]) => (String(a) < String(b) ? -1 : 1))).toEqual(
      [
        [name, "Beyonc\\xE9.wav"],
        [`${name}/Drums`, "Kick 🥁.wav"],
        [`${name}/deep/er/and`, "deeper.mp3"],
        [name, `${"n".repeat(251)}.wav`],
        [name, "twolines.flac"],
        [`${name}/back\\slash`, "x.wav"],
      ].sort(([, a], [, b]) => (String(a) < String(b) ? -1 : 1)),
    );
    for (const { key, sha256: stored, status } of samples) {
      expect(await storedSha256(key)).toBe(stored);
      expect(status).toBe("uploaded");
    }
    expect(samples.find(({ folder }) => folder.endsWith("Drums"))?.sha256).toBe(sha256(bytes));
    const problems = await filesOf(person, id, "problems");
    expect(problems.map(({ shownPath, failure }) => [shownPath, failure]).sort()).toEqual([
      ["empty.wav", "empty"],
      ["huge.wav", "too_large"],
    ]);
    // Each waits for its analysis, as after an upload.
    const [queued] =
      await sql`select count(*)::int as n from samples where owner_id = ${person.userId} and queued_at is not null`;
    expect(queued?.n).toBe(6);
    await expectWholeStorage();
    // A second look finds nothing to do.
    expect((await rescan(person, id)).scan).toMatchObject({
      filesNew: 0,
      filesKnown: 0,
      filesChanged: 0,
      filesGone: 0,
    });
    expect(await samplesOf(person)).toHaveLength(6);
    // A large file that is kept goes through storage's parts.
    put(join(path, "long.wav"), tone(77, 60));
    expect((await rescan(person, id)).scan).toMatchObject({ filesNew: 1 });
    const long = (await samplesOf(person)).find(({ name }) => name === "long.wav");
    expect(await storedSha256(long?.key ?? "")).toBe(sha256(tone(77, 60)));
    await expectWholeStorage();
  });

  it("is chosen level by level, and nothing outside can be", async () => {
    const person = await backend.person();
    const { name, path } = folderOf({ "a/x.wav": null, "b/x.wav": null, "y.wav": null, ".git/x.wav": null });
    symlinkSync(outside, join(path, "out"));
    const choose = (input: object) => readFolderChoice(person.ctx.actor, input);
    expect((await choose({}))?.folders.map(({ name }) => name)).toEqual(["allowed", "a-file", "missing"]);
    const level = await choose({ dir, path: token(name) });
    expect(level).toMatchObject({ shownPath: `allowed/${name}`, audioFiles: 1, next: null });
    expect(level?.folders.map(({ name }) => name)).toEqual(["a", "b"]);
    const many = folderOf();
    for (let index = 0; index < 250; index++) mkdirSync(join(many.path, String(index).padStart(4, "0")));
    const first = await choose({ dir, path: token(many.name) });
    const second = await choose({ dir, path: token(many.name), after: first?.next ?? undefined });
    expect([...(first?.folders ?? []), ...(second?.folders ?? [])].map(({ name }) => Number(name))).toEqual(
      Array.from({ length: 250 }, (_, index) => index),
    );
    expect(second?.next).toBeNull();
    const tries = [
      "..",
      `${name}/..`,
      `${name}/../../outside`,
      "/",
      `${name}/`,
      `${name}//a`,
      `${name}/out`,
      "\0",
      ".",
    ];
    for (const [key, path] of [
      ...tries.map((path) => [dir, token(path)] as const),
      [dir, token(outside)],
      ["0".repeat(16), ""],
      [allowedDirs()[1]?.key ?? "", ""],
      [allowedDirs()[2]?.key ?? "", ""],
    ] as const) {
      expect(await choose({ dir: key, path })).toBeNull();
      expect(await addFolder(person.ctx, { dir: key, path })).toEqual({ ok: false, reason: "no_such_folder" });
    }
    const asked = await call(person, `/api/v1/imports/choices?dir=${dir}&path=${token("../outside")}`);
    expect([asked.status, (await asked.text()).includes("secret")]).toEqual([404, false]);
    expect(await addFolder(person.ctx, { dir, path: token(name) })).toMatchObject({ ok: true });
    expect(await addFolder(person.ctx, { dir, path: token(name) })).toEqual({ ok: false, reason: "already_added" });
    expect((await listAllowedDirs(admin.ctx.actor)).map(({ trouble }) => trouble)).toEqual([
      null,
      "not_a_folder",
      "missing",
    ]);
    await expect(listAllowedDirs(person.ctx.actor)).rejects.toThrow("forbidden");
  });

  it("never gives a file from outside, whatever becomes a link between the walk and the reading", async () => {
    const person = await backend.person();
    const { name, path } = folderOf({ "a.wav": null, "sub/b.wav": null, "c.wav": null, "sub2/secret.wav": null });
    const id = await add(person, name);
    await work(id, 1);
    rmSync(join(path, "a.wav"));
    symlinkSync(join(outside, "secret.wav"), join(path, "a.wav"));
    for (const sub of ["sub", "sub2"]) {
      rmSync(join(path, sub), { recursive: true });
      symlinkSync(outside, join(path, sub));
    }
    await work(id);
    expect((await samplesOf(person)).map(({ name }) => name)).toEqual(["c.wav"]);
    const problems = (await filesOf(person, id, "problems")).map(({ shownPath, failure }) => [shownPath, failure]);
    expect(problems).toEqual([
      ["a.wav", "not_a_file"],
      ["sub2/secret.wav", "outside"],
    ]);
    const secret = sha256(tone(111, 0.1));
    for (const key of await backend.objectKeys("originals/")) expect(await storedSha256(key)).not.toBe(secret);
    // The whole folder as a link.
    renameSync(path, `${path} before`);
    symlinkSync(outside, path);
    expect((await rescan(person, id)).scan).toMatchObject({ status: "unreachable", reason: "not_a_folder" });
    expect(await samplesOf(person)).toHaveLength(1);
  });

  it("says which files and folders it may not read", async () => {
    const person = await backend.person();
    const { name, path } = folderOf({ "closed.wav": null, "open.wav": null, "locked/in.wav": null });
    const id = await add(person, name);
    await work(id);
    expect(await samplesOf(person)).toHaveLength(3);
    put(join(path, "closed.wav"));
    chmodSync(join(path, "closed.wav"), 0);
    chmodSync(join(path, "locked"), 0);
    onTestFinished(() => chmodSync(join(path, "locked"), 0o755));
    await scanFolder(person.ctx, { id });
    // The tests may run as root, who may read everything.
    await once(importing(await scanOf(id), { RUN_AS: process.getuid?.() === 0 ? "65534" : "" }), "exit");
    const { scan, gone } = await stateOf(person, id);
    expect(scan).toMatchObject({ status: "completed", filesFailed: 2, filesGone: 0 });
    expect(gone).toBe(0);
    const problems = (await filesOf(person, id, "problems")).map(({ shownPath, failure }) => [shownPath, failure]);
    expect(problems.sort()).toEqual([
      ["closed.wav", "unreadable"],
      ["locked", "folder_unreadable"],
    ]);
  });
});

let program: string;
beforeAll(async () => {
  program = await bundle("tests/fixtures/import-process.ts");
});

function importing(scanId: string, variables: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, [program, scanId], { env: { ...process.env, ...variables }, stdio: "inherit" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

describe("an import that is killed", () => {
  it("has each file exactly once in the end", async () => {
    const person = await backend.person();
    const { name, path } = folderOf();
    const kinds = 170;
    for (let index = 0; index < kinds; index++) put(join(path, `${index % 7}`, `${index}.wav`));
    for (let index = 0; index < 30; index++) put(join(path, "copies", `${index}.wav`), tone(5000 + (index % 10), 0.05));
    const id = await add(person, name);
    const scanId = await scanOf(id);
    const before = (await backend.objectKeys("originals/")).length;
    const copied = async () => (await backend.objectKeys("originals/")).length - before;
    const found = async () => {
      const [row] = await sql`select count(*)::int as n from import_files where folder_id = ${id}`;
      return row?.n > 0;
    };
    let kills = 0;
    for (const isThere of [
      found,
      async () => (await copied()) > 3,
      async () => (await copied()) > 70,
      async () => (await copied()) > 130,
    ]) {
      const child = importing(scanId);
      await until(async () => child.exitCode !== null || (await isThere()), "the point to kill at");
      const exited = child.exitCode === null ? once(child, "exit") : null;
      if (child.kill("SIGKILL")) kills += 1;
      await exited;
      await sql`update import_scans set lease_until = now() - interval '1 second', queued_at = now() - interval '1 hour' where id = ${scanId}`;
      expect(await requeueScans()).toBeGreaterThan(0);
    }
    expect(kills).toBe(4);
    await work(id);
    const { scan } = await stateOf(person, id);
    expect(scan).toMatchObject({ status: "completed", filesFound: 200, filesToRead: 200, filesRead: 200 });
    expect(scan.filesNew + scan.filesKnown).toBe(200);
    const samples = await samplesOf(person);
    expect(samples).toHaveLength(kinds + 10);
    expect(new Set(samples.map(({ sha256 }) => sha256)).size).toBe(kinds + 10);
    const rows =
      await sql`select state, count(*)::int as n from import_files where folder_id = ${id} and sample_id is not null group by 1 order by 1`;
    expect(rows.map(({ state, n }) => [state, n])).toEqual([
      ["imported", 180],
      ["known", 20],
    ]);
    await expectWholeStorage();
  });

  it("is worked on by one run only", async () => {
    const person = await backend.person();
    const { name } = folderOf({ "a.wav": null });
    const id = await add(person, name);
    const scanId = await scanOf(id);
    expect(await continueScan({ scanId, runId: "one" })).toEqual({ more: true });
    expect(await continueScan({ scanId, runId: "two" })).toEqual({ more: false });
    await sql`update import_scans set lease_until = now() where id = ${scanId}`;
    await Promise.all(["three", "four"].map((runId) => continueScan({ scanId, runId })));
    expect(await samplesOf(person)).toHaveLength(1);
  });
});

describe("a folder that is scanned again", () => {
  it("tells apart what is new, changed, moved and gone", async () => {
    const person = await backend.person();
    const edited = sound();
    const { name, path } = folderOf({
      "stays.wav": null,
      "edited.wav": edited,
      "moved.wav": null,
      "renamed by me.wav": null,
      "gone.wav": null,
      "touched.wav": null,
    });
    const id = await add(person, name);
    await work(id);
    const before = await samplesOf(person);
    const idOf = (file: string) => before.find(({ name }) => name === file)?.id ?? "";
    await sql`update samples set file_name = 'My name' where id = ${idOf("renamed by me.wav")}`;
    put(join(path, "edited.wav"));
    mkdirSync(join(path, "sub"));
    renameSync(join(path, "moved.wav"), join(path, "sub/elsewhere.wav"));
    renameSync(join(path, "renamed by me.wav"), join(path, "sub/renamed again.wav"));
    rmSync(join(path, "gone.wav"));
    appendFileSync(join(path, "touched.wav"), "");
    put(join(path, "fresh.wav"));
    const state = await rescan(person, id);
    expect(state.scan).toMatchObject({ filesNew: 2, filesChanged: 1, filesMoved: 2, filesGone: 1, filesKnown: 0 });
    expect(state).toMatchObject({ files: 6, gone: 1, changed: 1 });
    const after = await samplesOf(person);
    const placeOf = (sampleId: string) =>
      after.filter(({ id }) => id === sampleId).map(({ folder, name }) => [folder, name]);
    expect(placeOf(idOf("moved.wav"))).toEqual([[`${name}/sub`, "elsewhere.wav"]]);
    expect(placeOf(idOf("renamed by me.wav"))).toEqual([[`${name}/sub`, "My name"]]);
    expect(placeOf(idOf("gone.wav"))).toEqual([[name, "gone.wav"]]);
    expect(placeOf(idOf("edited.wav"))).toEqual([[name, "edited.wav"]]);
    expect(after.filter(({ name }) => name === "edited.wav")).toHaveLength(2);
    expect((await filesOf(person, id, "gone")).map(({ shownPath }) => shownPath)).toEqual(["gone.wav"]);
    expect((await filesOf(person, id, "changed")).map(({ sampleId }) => sampleId)).toEqual([idOf("edited.wav")]);
    expect((await filesOf(person, id, "moved")).map(({ movedFrom }) => movedFrom).sort()).toEqual([
      "moved.wav",
      "renamed by me.wav",
    ]);
    // What was gone comes back, and an edit is taken back.
    put(join(path, "edited.wav"), edited);
    put(join(path, "back/gone.wav"), tone(1, 0.05));
    const again = await rescan(person, id);
    expect(again.scan).toMatchObject({ filesNew: 1, filesKnown: 1, filesChanged: 1, filesMoved: 0 });
    // Deleted by its owner, a sample does not come back by itself.
    const doomed = { ids: [idOf("stays.wav")] };
    await deleteSamples(person.ctx, doomed);
    expect(await purgeSamples(person.ctx, doomed)).toMatchObject({ value: doomed });
    expect((await rescan(person, id)).scan).toMatchObject({ filesNew: 0, filesToRead: 0 });
    expect((await filesOf(person, id, "all")).find(({ shownPath }) => shownPath === "stays.wav")?.sampleId).toBeNull();
  });

  it("is scanned by its schedule, and only then", async () => {
    const person = await backend.person();
    const { name, path } = folderOf({ "a.wav": null });
    const id = await add(person, name);
    await work(id);
    put(join(path, "b.wav"));
    expect(await startDueScans()).toBe(0);
    await changeFolder(person.ctx, { id, schedule: "hourly" });
    expect(await startDueScans()).toBe(0);
    await sql`update import_folders set next_scan_at = now() - interval '1 second' where id = ${id}`;
    expect(await startDueScans()).toBe(1);
    expect(await startDueScans()).toBe(0);
    await work(id);
    expect(await samplesOf(person)).toHaveLength(2);
    expect(Date.parse((await stateOf(person, id)).nextScanAt ?? "")).toBeGreaterThan(Date.now() + 3_500_000);
  });

  it("says nothing of a disk that is away, and goes on when it is back", async () => {
    const person = await backend.person();
    const { name, path } = folderOf({ "a.wav": null, "b.wav": null });
    const id = await add(person, name);
    await work(id, 1);
    renameSync(path, `${path} away`);
    await work(id);
    const away = await stateOf(person, id);
    expect(away.scan).toMatchObject({ status: "unreachable", reason: "missing", filesGone: 0 });
    expect(away).toMatchObject({ files: 2, gone: 0 });
    await resumeScans();
    expect((await stateOf(person, id)).scan.status).toBe("unreachable");
    await sql`update import_scans set try_again_at = now() where folder_id = ${id}`;
    await resumeScans();
    expect((await stateOf(person, id)).scan.status).toBe("waiting");
    await work(id);
    expect((await stateOf(person, id)).scan.status).toBe("unreachable");
    renameSync(`${path} away`, path);
    await resumeScan(person.ctx, { id });
    await work(id);
    expect((await stateOf(person, id)).scan).toMatchObject({ status: "completed", filesNew: 2, filesGone: 0 });
    // The place where a disk was is an empty folder.
    renameSync(path, `${path} away`);
    mkdirSync(path);
    expect((await rescan(person, id)).scan).toMatchObject({ status: "unreachable", reason: "emptied" });
    rmSync(path, { recursive: true });
    writeFileSync(path, "");
    await resumeScan(person.ctx, { id });
    await work(id);
    expect(await stateOf(person, id)).toMatchObject({
      gone: 0,
      scan: { status: "unreachable", reason: "not_a_folder" },
    });
    rmSync(path);
    renameSync(`${path} away`, path);
    rmSync(join(path, "a.wav"));
    rmSync(join(path, "b.wav"));
    await resumeScan(person.ctx, { id });
    await work(id);
    // The same folder, really emptied.
    expect(await stateOf(person, id)).toMatchObject({ files: 0, gone: 2, scan: { status: "completed" } });
  });

  it("says that a disk mounted inside it is away, and marks nothing of it as gone", async () => {
    const person = await backend.person();
    const { name, path } = folderOf({ "here.wav": null, "disk/a.wav": null, "disk/sub/b.wav": null });
    const id = await add(person, name);
    await work(id);
    // As if another disk had been mounted there: a test cannot mount one.
    const disks = [{ path: token("disk"), identity: "1:2", foundAt: new Date().toISOString() }];
    const mount = () => sql`update import_folders set disks = ${sql.json(disks)} where id = ${id}`;
    await mount();
    renameSync(join(path, "disk"), `${path} unmounted`);
    rmSync(join(path, "here.wav"));
    const problems = async () =>
      (await filesOf(person, id, "problems")).map(({ shownPath, failure }) => [shownPath, failure]);
    // Whether it leaves no folder or an empty one, and also if somebody writes there meanwhile.
    const stray = () => put(join(path, "disk/stray.wav"));
    for (const leave of [() => {}, () => mkdirSync(join(path, "disk")), stray, () => {}]) {
      leave();
      const { scan } = await rescan(person, id);
      expect(scan.status).toBe("completed");
      expect(await problems()).toEqual([["disk", "disk_away"]]);
      expect((await filesOf(person, id, "gone")).map(({ shownPath }) => shownPath)).toEqual(["here.wav"]);
    }
    // Back again, and then without a disk of its own: what is missing now is gone.
    rmSync(join(path, "disk"), { recursive: true });
    renameSync(`${path} unmounted`, join(path, "disk"));
    expect((await rescan(person, id)).scan).toMatchObject({ filesNew: 0, filesFailed: 0, filesGone: 1 });
    rmSync(join(path, "disk/sub"), { recursive: true });
    expect(await rescan(person, id)).toMatchObject({ gone: 3, scan: { filesGone: 1 } });
    expect(await problems()).toEqual([]);
    // It goes between the walk and the reading.
    put(join(path, "disk/new.wav"));
    await scanFolder(person.ctx, { id });
    await work(id, 1);
    await mount();
    rmSync(join(path, "disk"), { recursive: true });
    await work(id);
    expect((await stateOf(person, id)).scan).toMatchObject({ status: "completed", filesFailed: 1, filesGone: 0 });
    expect(await problems()).toEqual([["disk/new.wav", "disk_away"]]);
  });
});

describe("an import", () => {
  it("is a batch of what it brings in, and stopping that stops it", async () => {
    const person = await backend.person();
    const { name, path } = folderOf({ "a.wav": null, "b.wav": null });
    const id = await add(person, name);
    await work(id);
    const batchesOf = async () => (await listBatches(person.ctx.actor.id, { limit: 10, after: null })).batches;
    expect(await batchesOf()).toMatchObject([{ kind: "import", name, state: "running", counts: { total: 2 } }]);
    // Nothing new, no batch.
    await rescan(person, id);
    expect(await batchesOf()).toHaveLength(1);
    for (const file of ["a.wav", "c.wav", "d.wav"]) put(join(path, file));
    await sql`update users set uploads_per_day_override = 4 where id = ${person.userId}`;
    expect((await rescan(person, id)).scan).toMatchObject({ status: "stopped", filesNew: 2 });
    const [second, first] = await batchesOf();
    expect([second?.counts.total, first?.counts.total]).toEqual([2, 2]);
    expect(await cancelBatch(person.ctx, { id: second?.id ?? "" })).toMatchObject({ ok: true });
    expect((await batchesOf())[0]).toMatchObject({ state: "cancelled", counts: { cancelled: 2 } });
    await sql`update users set uploads_per_day_override = null where id = ${person.userId}`;
    await resumeScan(person.ctx, { id });
    await work(id);
    expect((await stateOf(person, id)).scan).toMatchObject({ status: "cancelled", filesNew: 2 });
    expect(await samplesOf(person)).toHaveLength(4);
    // What it has not read is the next one's.
    expect((await rescan(person, id)).scan).toMatchObject({ status: "completed", filesNew: 1 });
    expect((await batchesOf()).map(({ counts }) => counts.total)).toEqual([1, 2, 2]);
    expect(await retryBatch(person.ctx, { id: second?.id ?? "" })).toMatchObject({ value: { retried: 2 } });
    await expectWholeStorage();
  });

  it("can be paused, resumed and cancelled", async () => {
    const person = await backend.person();
    const files = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${index}.wav`, null]));
    const { name } = folderOf(files);
    const id = await add(person, name);
    const run = { scanId: await scanOf(id), runId: "a run" };
    expect(await continueScan(run)).toEqual({ more: true });
    expect(await pauseScan(person.ctx, { id })).toMatchObject({ ok: true });
    expect(await pauseScan(person.ctx, { id })).toEqual({ ok: false, reason: "not_running" });
    expect(await continueScan(run)).toEqual({ more: false });
    await scanFolder(person.ctx, { id });
    await requeueScans();
    expect((await stateOf(person, id)).scan).toMatchObject({ status: "paused", filesFound: 5, filesRead: 0 });
    expect(await resumeScan(person.ctx, { id })).toMatchObject({ ok: true });
    expect(await resumeScan(person.ctx, { id })).toEqual({ ok: false, reason: "not_paused" });
    expect(await cancelScan(person.ctx, { id })).toMatchObject({ ok: true });
    expect(await cancelScan(person.ctx, { id })).toEqual({ ok: false, reason: "not_running" });
    await work(id);
    expect((await stateOf(person, id)).scan.status).toBe("cancelled");
    expect(await samplesOf(person)).toEqual([]);
    expect((await rescan(person, id)).scan).toMatchObject({ status: "completed", filesNew: 5 });
    expect(await removeFolder(person.ctx, { id })).toMatchObject({ ok: true });
    expect(await samplesOf(person)).toHaveLength(5);
  });

  it("that is paused while files are read writes nothing more", async () => {
    const person = await backend.person();
    const { name } = folderOf(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.wav`, null])));
    const id = await add(person, name);
    await work(id, 1);
    backend.setStorageAway(true);
    await expect(work(id)).rejects.toThrow();
    backend.setStorageAway(false);
    const going = work(id);
    await pauseScan(person.ctx, { id });
    await going;
    expect((await samplesOf(person)).length % 40).toBe(0);
    await resumeScan(person.ctx, { id });
    await work(id);
    expect(await samplesOf(person)).toHaveLength(40);
    await expectWholeStorage();
  });

  it("is each person's own", async () => {
    const [ada, eve] = [await backend.person("Ada"), await backend.person("Eve")];
    const { name } = folderOf({ "a.wav": null });
    const [hers, others] = [await add(ada, name), await add(eve, name)];
    await Promise.all([work(hers), work(others)]);
    expect(await samplesOf(ada)).toHaveLength(1);
    expect(await samplesOf(eve)).toHaveLength(1);
    const path = `/api/v1/imports/${hers}`;
    expect(await data<{ files: number }>(call(ada, path))).toMatchObject({ files: 1, scan: { status: "completed" } });
    for (const [method, tail] of [
      ["GET", ""],
      ["GET", "/files"],
      ["POST", "/scan"],
      ["POST", "/pause"],
      ["POST", "/resume"],
      ["POST", "/cancel"],
      ["DELETE", ""],
    ] as const) {
      expect((await call(eve, path + tail, { method })).status).toBe(404);
    }
    expect((await call(eve, path, { method: "PATCH", json: { schedule: "daily" } })).status).toBe(404);
    const listed = await data<{ id: string }[]>(call(eve, "/api/v1/imports"));
    expect(listed.map(({ id }) => id)).toEqual([others]);
    expect((await call(null, "/api/v1/imports")).status).toBe(401);
  });

  it("stops where the quota ends, and goes on when there is more", async () => {
    const person = await backend.person();
    await sql`update users set uploads_per_day_override = 3 where id = ${person.userId}`;
    const { name } = folderOf(Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${index}.wav`, null])));
    const id = await add(person, name);
    await work(id);
    const { scan } = await stateOf(person, id);
    expect(scan).toMatchObject({
      status: "stopped",
      reason: "uploads_per_day",
      filesNew: 3,
      filesRead: 3,
      filesToRead: 8,
    });
    expect(scan.tryAgainAt).not.toBeNull();
    const [counted] = await sql`select uploads from upload_counts where user_id = ${person.userId}`;
    expect(counted?.uploads).toBe(3);
    const bytes = sound().length;
    await sql`update users set uploads_per_day_override = null, storage_bytes_override = ${bytes * 5 + 10} where id = ${person.userId}`;
    await resumeScan(person.ctx, { id });
    await work(id);
    expect((await stateOf(person, id)).scan).toMatchObject({ status: "stopped", reason: "storage_bytes", filesNew: 5 });
    await sql`update users set storage_bytes_override = null where id = ${person.userId}`;
    await resumeScan(person.ctx, { id });
    await work(id);
    expect((await stateOf(person, id)).scan).toMatchObject({ status: "completed", filesNew: 8, filesRead: 8 });
    expect(await samplesOf(person)).toHaveLength(8);
    await expectWholeStorage();
  });

  it("ends for who may not import any more", async () => {
    const person = await backend.person();
    const { name } = folderOf({ "a.wav": null });
    const id = await add(person, name);
    const flag = { name: "server-folders" as const, roles: [], betaOnly: false, rolloutPercent: 100 };
    await setFlag(admin.ctx, { ...flag, enabled: false });
    await work(id);
    expect((await stateOf(person, id)).scan).toMatchObject({ status: "stopped", reason: "not_permitted" });
    await expect(addFolder(person.ctx, { dir, path: token(folderOf().name) })).rejects.toThrow("switched off");
    await expect(resumeScan(person.ctx, { id })).rejects.toThrow("switched off");
    await setFlag(admin.ctx, { ...flag, enabled: true });
    await resumeScan(person.ctx, { id });
    await sql`update users set suspended_at = now() where id = ${person.userId}`;
    await work(id);
    expect((await stateOf(person, id)).scan).toMatchObject({ status: "stopped", reason: "not_permitted" });
    expect(await samplesOf(person)).toEqual([]);
    const { permissions, ...actor } = person.ctx.actor;
    const less = {
      ...person.ctx,
      actor: { ...actor, permissions: new Set([...permissions].filter((one) => one !== "imports:manage")) },
    };
    await expect(pauseScan(less, { id })).rejects.toThrow("forbidden");
    await expect(readFolderChoice(less.actor, {})).rejects.toThrow("forbidden");
    // With the account, everything goes.
    await sql`delete from users where id = ${person.userId}`;
    const [left] =
      await sql`select (select count(*) from import_folders where id = ${id})::int + (select count(*) from import_scans where folder_id = ${id})::int as n`;
    expect(left?.n).toBe(0);
  });
});
