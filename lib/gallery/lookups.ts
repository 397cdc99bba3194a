import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { analyses } from "@/db/schema/analyses";
import { artists } from "@/db/schema/artists";
import { publications } from "@/db/schema/publications";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import { users } from "@/db/schema/users";
import type { AnalysisRecord } from "@/lib/analysis/record/schema";
import { avatarVersion } from "@/lib/artists/effective-values";
import { isFlagOn } from "@/lib/flags/data";
import { actorOnBehalfOf } from "@/lib/identity/actor";
import type { Role } from "@/lib/identity/permissions";
import { effectiveValues } from "@/lib/samples/effective-values";
import { PREVIEW_VERSION } from "./constants";
import { isShown } from "./effective-values";
import type { PublicDetail } from "./schema";
import { isSlug } from "./slug";

/** Publishing is switched for owners: what strangers see is what its owner may show. */
export const mayShow = ({ ownerId, role }: { ownerId: string; role: Role }): Promise<boolean> =>
  isFlagOn(actorOnBehalfOf({ id: ownerId, role, isDemo: false }), "gallery");

/** The same for its picture. */
export const mayBeSeen = ({ ownerId, role }: { ownerId: string; role: Role }): Promise<boolean> =>
  isFlagOn(actorOnBehalfOf({ id: ownerId, role, isDemo: false }), "visualizer");

/** What an item is made of, for routes: keys of objects, which no page shows. */
export interface ShownPublication extends PublicDetail {
  ownerId: string;
  role: Role;
  sampleId: string;
  sha256: string;
  previewKey: string | null;
  /** Null if the original is lost. */
  originalKey: string | null;
  peaksKey: string;
  container: AnalysisRecord["container"];
}

/** The item at an address. `gone` if there was one; null if there never was. */
export async function findShown(slug: string): Promise<ShownPublication | "gone" | null> {
  if (!isSlug(slug)) return null;
  const { id, title, description, tags, licence, aiTraining, allowsDownload, ownerId, sha256 } = publications;
  const { kind, bpm, bpmConfidence, keyTonic, keyMode, keyConfidence, seconds, lufs, overview } = publications;
  const { playCount, downloadCount, publishedAt, previewKey, previewVersion } = publications;
  const [row] = await db()
    .select({
      ...{
        id,
        slug: publications.slug,
        title,
        description,
        tags,
        licence,
        aiTraining,
        allowsDownload,
        ownerId,
        sha256,
      },
      ...{ kind, bpm, bpmConfidence, keyTonic, keyMode, keyConfidence, seconds, lufs, overview },
      ...{ playCount, downloadCount, publishedAt, previewKey, previewVersion },
      isShown: sql<boolean | null>`${isShown}`,
      sampleId: samples.id,
      originalKey: sql<string | null>`case when ${samples.originalMissingAt} is null then ${samples.objectKey} end`,
      peaksKey: analyses.peaksKey,
      container: sql<AnalysisRecord["container"]>`${analyses.record} ->> 'container'`,
      note: effectiveValues.note,
      noteConfidence: effectiveValues.noteConfidence,
      role: users.role,
      artistName: artists.name,
      handle: artists.handle,
      avatar: avatarVersion,
    })
    .from(publications)
    .innerJoin(users, eq(users.id, publications.ownerId))
    .leftJoin(artists, eq(artists.ownerId, publications.ownerId))
    .leftJoin(samples, eq(samples.id, publications.sampleId))
    .leftJoin(analyses, eq(analyses.sampleId, publications.sampleId))
    .leftJoin(sampleCorrections, eq(sampleCorrections.sampleId, publications.sampleId))
    .where(eq(publications.slug, slug));
  if (!row) return null;
  const { isShown: isThere, sampleId, artistName, handle, peaksKey, previewVersion: made, ...item } = row;
  if (!isThere || !sampleId || artistName === null || handle === null || peaksKey === null) return "gone";
  if (!(await mayShow(item))) return "gone";
  const preview = item.previewKey ? "ready" : made === PREVIEW_VERSION ? "none" : "making";
  return {
    ...item,
    sampleId,
    artistName,
    handle,
    peaksKey,
    preview,
    hasPreview: preview === "ready",
    publishedAt: item.publishedAt.toISOString(),
  };
}

/** Whether an item is shown to everybody. "gone" if it was once, null if there never was one. */
export async function stateOfItem(by: { slug: string } | { id: string }): Promise<"shown" | "gone" | null> {
  if ("slug" in by && !isSlug(by.slug)) return null;
  const [row] = await db()
    .select({
      ownerId: publications.ownerId,
      role: users.role,
      isShown: sql<boolean>`coalesce(${isShown}, false)`,
    })
    .from(publications)
    .innerJoin(users, eq(users.id, publications.ownerId))
    .leftJoin(samples, eq(samples.id, publications.sampleId))
    .where("id" in by ? eq(publications.id, by.id) : eq(publications.slug, by.slug));
  if (!row) return null;
  return row.isShown && (await mayShow(row)) ? "shown" : "gone";
}
