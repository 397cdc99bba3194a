import "server-only";
import { z } from "zod";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { requirePermission } from "@/lib/identity/permissions";
import { PLAYLISTS_MAX } from "./constants";
import { findPlaylist, listPlaylists } from "./data";
import type { Playlist, PlaylistHead } from "./schema";

async function viewer(): Promise<Actor> {
  const actor = actorOf(await requireSession());
  requirePermission(actor, "collections:manage");
  return actor;
}

/** All of them: there are never more than `PLAYLISTS_MAX`. */
export async function loadPlaylists(): Promise<PlaylistHead[]> {
  return (await listPlaylists((await viewer()).id, { limit: PLAYLISTS_MAX, after: null })).playlists;
}

export async function loadPlaylist(id: string): Promise<Playlist | null> {
  const owner = await viewer();
  return z.uuid().safeParse(id).success ? findPlaylist(owner, id) : null;
}
