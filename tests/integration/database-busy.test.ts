import { expect, it } from "vitest";
import { startBackend } from "@/tests/factories/backend";

await startBackend({ jobs: false });
const { databasePool } = await import("@/db/client");
const { inTransaction } = await import("@/lib/work/unit-of-work");
const { asSystem } = await import("@/lib/audit/sources");
const { errorCodeOf } = await import("@/lib/platform/error-code");

it("a transaction that gets no connection in time is told that the database is away", async () => {
  const pool = databasePool();
  const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  const failure = await inTransaction(asSystem(), () => null).catch((error: unknown) => error);
  for (const client of taken) client.release();
  expect(errorCodeOf(failure)).toBe("database_unavailable");
  expect(await inTransaction(asSystem(), () => "again")).toBe("again");
});
