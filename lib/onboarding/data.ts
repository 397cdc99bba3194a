import "server-only";
import { and, eq, exists, isNull, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { collections } from "@/db/schema/collections";
import { personSettings } from "@/db/schema/person-settings";
import { publications } from "@/db/schema/publications";
import { sampleCorrections } from "@/db/schema/sample-corrections";
import { samples } from "@/db/schema/samples";
import type { ActorId } from "@/lib/identity/actor";
import type { NotedStep } from "./constants";
import type { Checklist } from "./schema";

const noted = (step: NotedStep) => sql<boolean>`coalesce(${personSettings.choices} -> 'reached' ? ${step}, false)`;

/** What is done of the first hour, read from what there is. Null if the list was put away. */
export async function readChecklist(owner: ActorId): Promise<Checklist | null> {
  const mine = and(eq(samples.ownerId, owner), isNull(samples.deletedAt));
  const sent = db()
    .select({ one: sql`1` })
    .from(samples)
    .where(and(mine, ne(samples.status, "uploading")));
  const corrected = db()
    .select({ one: sql`1` })
    .from(sampleCorrections)
    .innerJoin(samples, eq(samples.id, sampleCorrections.sampleId))
    .where(mine);
  const collected = db().select({ one: sql`1` }).from(collections).where(eq(collections.ownerId, owner));
  const published = db().select({ one: sql`1` }).from(publications).where(eq(publications.ownerId, owner));
  const newest = db()
    .select({ id: samples.id })
    .from(samples)
    .where(and(mine, eq(samples.status, "completed")))
    .orderBy(sql`${samples.id} desc`)
    .limit(1);
  const [row] = await db()
    .select({
      ...{ upload: exists(sent), correct: exists(corrected), collect: exists(collected), publish: exists(published) },
      ...{ read: noted("read"), search: noted("search"), look: noted("look") },
      sampleId: sql<string | null>`(${newest})`,
      endedAt: personSettings.checklistEndedAt,
    })
    // One row, whether or not there is a row of settings.
    .from(sql`(values (1)) as person`)
    .leftJoin(personSettings, eq(personSettings.userId, owner));
  if (!row || row.endedAt) return null;
  const { sampleId, endedAt, ...done } = row;
  return { done: done as Checklist["done"], sampleId };
}

/** Whether it is worth writing down that somebody took this step: not if it is, nor once the list was put away. */
export async function isStepWanted(owner: ActorId, step: NotedStep): Promise<boolean> {
  const [row] = await db()
    .select({ isNoted: noted(step), endedAt: personSettings.checklistEndedAt })
    .from(personSettings)
    .where(eq(personSettings.userId, owner));
  return !row || (!row.isNoted && row.endedAt === null);
}
