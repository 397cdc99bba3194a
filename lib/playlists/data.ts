import "server-only";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { playlists } from "@/db/schema/playlists";
import { findAudibleRows } from "@/lib/collections/items/data";
import type { Actor, ActorId } from "@/lib/identity/actor";
import { formatCamelot } from "@/lib/music/notation";
import type { SampleRow } from "@/lib/samples/schema";
import type { FileTrack } from "./files/file-track";
import { energiesOf, fileFactsOf } from "./lookups";
import type { Track } from "./order/cost";
import type { PlaylistStep } from "./order/explain";
import type { Playlist, PlaylistHead, Wishes } from "./schema";

const head = {
  id: playlists.id,
  name: playlists.name,
  count: sql<number>`jsonb_array_length(${playlists.steps})`,
  createdAt: playlists.createdAt,
  updatedAt: playlists.updatedAt,
};

const toHead = <Row extends { createdAt: Date; updatedAt: Date }>(row: Row) => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** One page of a person's playlists, the newest first. */
export async function listPlaylists(
  owner: ActorId,
  { limit, after }: { limit: number; after: string | null },
): Promise<{ playlists: PlaylistHead[]; next: string | null }> {
  const found = await db()
    .select(head)
    .from(playlists)
    .where(and(eq(playlists.ownerId, owner), after === null ? undefined : lt(playlists.id, after)))
    .orderBy(desc(playlists.id))
    .limit(limit + 1);
  const shown = found.slice(0, limit);
  return { playlists: shown.map(toHead), next: found.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

export async function findPlaylist(owner: Actor, id: string): Promise<Playlist | null> {
  const { wishes, steps, cost, greedyCost } = playlists;
  const [row] = await db()
    .select({ ...head, wishes, steps, cost, greedyCost })
    .from(playlists)
    .where(and(eq(playlists.id, id), eq(playlists.ownerId, owner.id)));
  if (!row) return null;
  const stored = row.steps as PlaylistStep[];
  const rows = await findAudibleRows(
    owner,
    stored.map(({ sampleId }) => sampleId),
  );
  const present = stored.flatMap((step) => {
    const sample = rows.get(step.sampleId);
    return sample ? [{ ...step, sample }] : [];
  });
  return { ...toHead(row), wishes: row.wishes as Wishes, steps: present };
}

/** What an order depends on, of rows that the person may see. */
export async function tracksOf(_viewer: Actor, rows: readonly SampleRow[]): Promise<Track[]> {
  const energies = await energiesOf(rows.map(({ id }) => id));
  return rows.map(({ id, bpm, keyTonic, keyMode }) => ({
    id,
    bpm,
    key: keyTonic === null || keyMode === null ? null : hourOf({ tonic: keyTonic, mode: keyMode }),
    energy: energies.get(id) ?? null,
  }));
}

function hourOf(key: { tonic: number; mode: "major" | "minor" }): Track["key"] {
  return { hour: Number.parseInt(formatCamelot(key), 10), isMinor: key.mode === "minor" };
}

/** What files for other programs say of rows that the person may see. */
export async function fileTracksOf(viewer: Actor, rows: readonly SampleRow[]): Promise<FileTrack[]> {
  const ids = rows.map(({ id }) => id);
  const facts = new Map((await fileFactsOf(viewer.id, ids)).map((row) => [row.id, row]));
  return rows.map((row): FileTrack => {
    const { id, fileName, sizeBytes, createdAt, durationSeconds, bpm, keyTonic, keyMode } = row;
    const known = facts.get(id);
    return {
      ...{ id, fileName, sizeBytes, createdAt, durationSeconds, bpm },
      isInArchive: known?.isStored ?? false,
      key: keyTonic === null || keyMode === null ? null : { tonic: keyTonic, mode: keyMode },
      bitsPerSecond: durationSeconds ? (8 * sizeBytes) / durationSeconds : null,
      container: known?.container ?? null,
      sampleRateHz: known?.sampleRateHz ?? null,
      firstBeatSeconds: known?.firstBeatSeconds ?? null,
      beatsPerBar: known?.beatsPerBar ?? 4,
      artist: known?.artist ?? null,
      title: known?.title ?? null,
      album: known?.album ?? null,
      genre: known?.genre ?? null,
    };
  });
}
