import "server-only";
import { and, eq, inArray, type SQL } from "drizzle-orm";
import { dataExports } from "@/db/schema/data-exports";
import { users } from "@/db/schema/users";
import type { Work } from "@/lib/work/unit-of-work";

const EXPIRED_AT_ONCE = 100;

/** Starts an export and deletes the previous one. Returns null if one is already running. */
export async function beginExport(work: Work, userId: string): Promise<string | null> {
  await work.tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update");
  const theirs = eq(dataExports.userId, userId);
  const [underWay] = await work.tx
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(and(theirs, eq(dataExports.status, "requested")));
  if (underWay) return null;
  await expireExports(work, and(theirs, eq(dataExports.status, "ready")));
  const [row] = await work.tx.insert(dataExports).values({ userId }).returning({ id: dataExports.id });
  if (!row) throw new Error("insert returned no row");
  work.publish("export.requested", { exportId: row.id });
  return row.id;
}

/** Expires these exports and deletes their objects. Returns how many there were. */
export async function expireExports(work: Work, which: SQL | undefined): Promise<number> {
  const { id, objectKey } = dataExports;
  const going = await work.tx
    .select({ id, objectKey })
    .from(dataExports)
    .where(which)
    .limit(EXPIRED_AT_ONCE)
    .for("update");
  if (going.length === 0) return 0;
  const ids = going.map((row) => row.id);
  await work.tx.update(dataExports).set({ status: "expired", objectKey: null }).where(inArray(id, ids));
  for (const { objectKey } of going) if (objectKey) work.forget({ objectKey });
  return going.length;
}
