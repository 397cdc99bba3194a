import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/identity/permissions";
import type { Person, startBackend } from "@/tests/factories/backend";
import { published as publishedRow } from "@/tests/factories/publications";
import { tone } from "@/tests/factories/sounds";
import { chunk, toneRecording, wav } from "@/tests/fixtures/container-files";
import { greyPng, id3Picture, id3v2 } from "@/tests/fixtures/tagged-files";
import type { Targets } from "./access-table";

type Backend = Awaited<ReturnType<typeof startBackend>>;

/** Somebody who sends requests: with a cookie, a key or neither. */
export interface AskingActor {
  name: string;
  cookie?: string;
  key?: string;
  role: Role | null;
  /** The status that an invalid key gets. Undefined for a live actor. */
  refusedWith?: 401 | 403;
  isOwner: boolean;
  scopes?: readonly string[];
  /** The actor's own copies of what the requests use up. */
  own?: Partial<Targets>;
}

export interface Cast {
  actors: AskingActor[];
  owner: Targets;
  bystander: Targets;
  /** Texts that may appear only in responses to the owner. */
  secrets: string[];
  fileName: string;
}

/** With a cover, so that its address has something to give. */
function coveredTone(): Buffer {
  const cover = id3v2([id3Picture(greyPng(8))]);
  return wav(toneRecording(0.5, 44_100, 1, 220), { before: [chunk("id3 ", cover)] });
}

/** A folder with a scan that is paused, so that nothing changes by itself. */
async function importedFolder({ sql }: Backend, ownerId: string, root: string): Promise<string> {
  const id = randomUUID();
  await sql`insert into import_folders (id, owner_id, root, path, name, shown_path)
    values (${id}, ${ownerId}, ${root}, '', 'unmistakable', 'unmistakable folder')`;
  await sql`insert into import_scans (id, folder_id, owner_id, status)
    values (${randomUUID()}, ${id}, ${ownerId}, 'paused')`;
  return id;
}

const OTHER_SITE = "203.0.113.0/24";

/** An owner with a row of each kind, and everybody who might try to reach it. */
export async function gatherCast(backend: Backend): Promise<Cast> {
  const admin = await backend.person("Root", { role: "admin" });
  const owner = await backend.person("Olga Unmistakable", { role: "enterprise" });
  const bystander = await backend.person("Bystander");
  const fileName = "unmistakable-riff.wav";
  const sampleId = await backend.upload(owner, coveredTone(), fileName);
  await backend.settled(owner, sampleId);
  const { uploadId } = await backend.begin(owner, tone(330), "unmistakable-draft.wav");
  const { uploadId: draftOfKey } = await backend.begin(owner, tone(440), "unmistakable-draft.wav");
  const { id: apiKeyId, secret } = await backend.apiKey(owner, { name: "unmistakable key", scopes: [...ALL_SCOPES] });
  const [objectKey = ""] = await backend.objectKeys("");
  const { hearRegion } = await import("@/lib/similarity/query-sounds/mutations");
  const heard = await hearRegion(owner.ctx, { sampleId, startSeconds: 0, endSeconds: 0.5 });
  if (!heard.ok) throw new Error(heard.reason);
  const many = await manyAtOnce(owner, sampleId);
  const lists = await ownLists(owner, sampleId);
  const listsOfKey = await ownLists(owner, sampleId);
  const viewId = await savedView(owner, "unmistakable view");
  const viewOfKey = await savedView(owner, "unmistakable view of the key");
  const importId = await importedFolder(backend, owner.userId, "/unmistakable");
  const importOfKey = await importedFolder(backend, owner.userId, "/unmistakable-too");
  const { publicationId, slug, handle } = await published(owner, sampleId);
  const { id: publicationOfKey } = await publishedRow(backend, owner, { allowsDownload: false });
  const said = await commented(backend, owner, publicationId);
  const publicIds = { publicationId, slug, handle, ...said };
  const ids = { sampleId, uploadId, querySoundId: heard.value.id, viewId, importId, ...publicIds };
  const target = { ...ids, ...many, ...lists, apiKeyId, objectKey };
  return {
    owner: { ...target, ...own(owner) },
    bystander: { ...target, ...own(bystander) },
    fileName,
    secrets: [
      fileName,
      "unmistakable-draft.wav",
      "unmistakable key",
      "unmistakable view",
      "unmistakable folder",
      "unmistakable set",
      "unmistakable night",
      owner.email,
      "Olga Unmistakable",
      secret,
    ],
    actors: [
      { name: "nobody", role: null, refusedWith: 401, isOwner: false },
      {
        name: "a forged cookie",
        cookie: "next-auth.session-token=forged",
        role: null,
        refusedWith: 401,
        isOwner: false,
      },
      ...(await endedSessions(backend, owner)),
      ...(await deadKeys(backend, owner)),
      ...(await people(backend)),
      { name: "admin", cookie: admin.cookie, role: "admin", isOwner: false },
      {
        name: "the owner's key",
        key: secret,
        role: "enterprise",
        isOwner: true,
        scopes: ALL_SCOPES,
        own: {
          uploadId: draftOfKey,
          viewId: viewOfKey,
          importId: importOfKey,
          publicationId: publicationOfKey,
          ...listsOfKey,
        },
      },
      { name: "the owner", cookie: owner.cookie, role: "enterprise", isOwner: true },
    ],
  };
}

async function manyAtOnce(owner: Person, sampleId: string): Promise<{ batchId: string; bulkEditId: string }> {
  const { addToBatch, createBatch } = await import("@/lib/batches/writes");
  const { bulkEdit } = await import("@/lib/bulk-edits/mutations");
  const { inTransaction } = await import("@/lib/work/unit-of-work");
  const batch = { ownerId: owner.userId, kind: "upload", name: "unmistakable batch" } as const;
  const batchId = await inTransaction(owner.ctx, async (work) => {
    const id = await createBatch(work, batch);
    await addToBatch(work, id, [sampleId]);
    return id;
  });
  const edited = await bulkEdit(owner.ctx, { selection: { ids: [sampleId] }, changes: { isFavourite: true } });
  if (!edited.ok) throw new Error(edited.reason);
  return { batchId, bulkEditId: edited.value.id };
}

/** Under names that everybody may see. */
async function published(owner: Person, sampleId: string) {
  const { saveArtist } = await import("@/lib/artists/mutations");
  const { publishSample } = await import("@/lib/gallery/mutations");
  const handle = "seen-by-all";
  await saveArtist(owner.ctx, { handle, name: "Seen by all" });
  const said = { title: "Seen by all", licence: "cc0", aiTraining: "allowed", allowsDownload: false } as const;
  const made = await publishSample(owner.ctx, { sampleId, ...said });
  if (!made.ok) throw new Error(made.reason);
  return { publicationId: made.value.id, slug: made.value.slug, handle };
}

/** A comment of the owner, and something that they were told. */
async function commented({ sql }: Backend, owner: Person, publicationId: string) {
  const { writeComment } = await import("@/lib/comments/mutations");
  const made = await writeComment(owner.ctx, { publicationId, text: "seen by all" });
  if (!made.ok) throw new Error(made.reason);
  const noticeId = randomUUID();
  await sql`insert into notices (id, user_id, kind, details, same_as)
    values (${noticeId}, ${owner.userId}, 'taken_down', ${sql.json({ publicationId })}, 'once')`;
  return { commentId: made.value.id, noticeId };
}

async function savedView(owner: Person, name: string): Promise<string> {
  const { saveView } = await import("@/lib/library/views/mutations");
  const saved = await saveView(owner.ctx, { name, address: "q=unmistakable" });
  if (!saved.ok) throw new Error(saved.reason);
  return saved.value.id;
}

/** A collection and a playlist with the owner's sample. */
async function ownLists(owner: Person, sampleId: string): Promise<Pick<Targets, "collectionId" | "playlistId">> {
  const { createCollection } = await import("@/lib/collections/list/mutations");
  const { generatePlaylist } = await import("@/lib/playlists/mutations");
  const selection = { ids: [sampleId] };
  const collection = await createCollection(owner.ctx, { name: "unmistakable set", selection });
  const wishes = { curve: [{ at: 0, energy: 0.5 }] };
  const playlist = await generatePlaylist(owner.ctx, { name: "unmistakable night", set: { selection }, wishes });
  if (!collection.ok || !playlist.ok) throw new Error("the lists were not made");
  return { collectionId: collection.value.id, playlistId: playlist.value.id };
}

const ALL_SCOPES = [
  "samples:read",
  "samples:update",
  "samples:upload",
  "samples:download",
  "batches:create",
  "imports:manage",
  "search:text",
  "search:similarity",
  "collections:manage",
  "gallery:publish",
] as const satisfies readonly string[];
const own = ({ userId, sessionId, email }: Person) => ({ userId, sessionId, email });

/** The owner's ended sessions. None may still open anything. */
async function endedSessions(backend: Backend, owner: Person): Promise<AskingActor[]> {
  const session = () => backend.signedIn(owner.userId, owner.email, owner.password);
  const [revoked, expired, idle] = [await session(), await session(), await session()];
  const suspended = await backend.person("Suspended", { role: "enterprise" });
  await backend.sql`update sessions set revoked_at = now() where id = ${revoked.sessionId}`;
  await backend.sql`update sessions set expires_at = now() where id = ${expired.sessionId}`;
  await backend.sql`update sessions set last_seen_at = now() - interval '31 minutes' where id = ${idle.sessionId}`;
  await backend.sql`update users set suspended_at = now() where id = ${suspended.userId}`;
  const ended = { role: null, refusedWith: 401, isOwner: false } as const;
  return [
    { name: "a revoked session", cookie: revoked.cookie, ...ended },
    { name: "an expired session", cookie: expired.cookie, ...ended },
    { name: "an idle session", cookie: idle.cookie, ...ended },
    { name: "a suspended person", cookie: suspended.cookie, ...ended },
  ];
}

/** The owner's keys that no longer work, or not for this. */
async function deadKeys(backend: Backend, owner: Person): Promise<AskingActor[]> {
  const key = (wanted = {}) => backend.apiKey(owner, { scopes: [...ALL_SCOPES], ...wanted });
  const [expired, revoked, elsewhere] = [await key(), await key(), await key({ allowedCidrs: [OTHER_SITE] })];
  const narrow = await key({ scopes: ["samples:read"] });
  // As keys have it that were made when there were more scopes.
  await backend.sql`update api_keys set scopes = ${["releases:manage"]} where id = ${narrow.id}`;
  const demoted = await backend.person("Demoted", { role: "enterprise" });
  const formerKey = await backend.apiKey(demoted, { scopes: [...ALL_SCOPES] });
  await backend.sql`update api_keys set expires_at = now() where id = ${expired.id}`;
  await backend.sql`update api_keys set revoked_at = now() where id = ${revoked.id}`;
  await backend.sql`update users set role = 'free' where id = ${demoted.userId}`;
  const dead = { role: null, isOwner: false } as const;
  return [
    { name: "an expired key", key: expired.secret, refusedWith: 401, ...dead },
    { name: "a revoked key", key: revoked.secret, refusedWith: 401, ...dead },
    { name: "a key from a wrong address", key: elsewhere.secret, refusedWith: 403, ...dead },
    { name: "a key of a demoted person", key: formerKey.secret, refusedWith: 403, ...dead },
    { name: "a key without the scope", key: narrow.secret, refusedWith: 403, ...dead },
  ];
}

/** Other people, one for each role. To all of them the owner is another person. */
async function people(backend: Backend): Promise<AskingActor[]> {
  const roles = ["free", "pro", "studio", "enterprise"] as const;
  const signedIn = await Promise.all(
    roles.map(async (role) => {
      const person = await backend.person(`A ${role} person`, { role });
      return { name: `${role}, another owner`, cookie: person.cookie, role, isOwner: false };
    }),
  );
  const other = await backend.person("Other", { role: "enterprise" });
  const { secret } = await backend.apiKey(other, { scopes: [...ALL_SCOPES] });
  return [
    ...signedIn,
    { name: "another owner's key", key: secret, role: "enterprise", isOwner: false, scopes: ALL_SCOPES },
  ];
}
