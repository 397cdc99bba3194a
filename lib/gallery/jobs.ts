import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { publications } from "@/db/schema/publications";
import { asSystem } from "@/lib/audit/sources";
import { inTransaction } from "@/lib/work/unit-of-work";
import { describePublications, noteDownload, type Received, withdrawPublication } from "./writes";

/**
 * Brings the values of publications up to date whose samples say something else now: corrected, analysed anew, or their
 * artist has another name. Returns how many.
 */
export async function refreshPublications(limit: number): Promise<number> {
  return inTransaction(asSystem(), async (work) => {
    const { rows } = await work.tx.execute<{ id: string }>(sql`
      select p.id from publications p join search_documents d on d.sample_id = p.sample_id
      where p.state = 'public' and not d.is_deleted and d.revision > p.values_revision
      order by p.id limit ${limit} for no key update of p skip locked`);
    return describePublications(
      work,
      rows.map(({ id }) => id),
    );
  });
}

/** Withdraws publications whose samples were removed for good. Until then they can be restored, and are only hidden. */
export async function withdrawOrphans(limit: number): Promise<number> {
  return inTransaction(asSystem(), async (work) => {
    const orphans = await work.tx
      .select({ id: publications.id })
      .from(publications)
      .where(and(eq(publications.state, "public"), isNull(publications.sampleId)))
      .orderBy(publications.id)
      .limit(limit)
      .for("update");
    for (const { id } of orphans) {
      await withdrawPublication(work, id);
      work.audit({ action: "publication.withdrawn", target: { type: "publication", id } });
    }
    return orphans.length;
  });
}

/** Publications whose time is over leave like withdrawn ones. They are not shown from that moment on anyway. */
export async function withdrawExpired(limit: number): Promise<number> {
  return inTransaction(asSystem(), async (work) => {
    const { rows } = await work.tx.execute<{ id: string }>(sql`
      select id from publications where state = 'public' and expires_at <= now() order by expires_at limit ${limit}
      for update`);
    for (const { id } of rows) {
      await withdrawPublication(work, id);
      work.audit({ action: "publication.withdrawn", target: { type: "publication", id } });
    }
    return rows.length;
  });
}

/** Notes who got a file under which licence. Strangers may download too, so nobody's permission is asked here. */
export async function noteReceived(received: Received): Promise<void> {
  await inTransaction(asSystem(), (work) => noteDownload(work, received));
}
