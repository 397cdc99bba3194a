import { inspect } from "node:util";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { users } from "@/db/schema/users";
import { startBackend } from "@/tests/factories/backend";

await startBackend({ jobs: false });
const { db, inLongTransaction } = await import("@/db/client");
const { createLogger } = await import("@/lib/platform/logger");
const { errorCodeOf } = await import("@/lib/platform/error-code");

const SECRET = "hunter2-correct-horse@example.com";
const account = { name: "Ada", email: SECRET, passwordHash: SECRET };

/** What the log and whatever else prints errors would have of this failure. */
async function printed(statement: () => Promise<unknown>): Promise<string> {
  const failure = await statement().then(
    () => {
      throw new Error("the statement did not fail");
    },
    (error: unknown) => error,
  );
  const lines: string[] = [];
  const log = createLogger({ level: "info" }, { write: (line: string) => void lines.push(line) });
  log.error({ err: failure }, "action failed");
  return `${lines.join("")}\n${inspect(failure, { depth: 10 })}\n${(failure as Error).stack}`;
}

await db().insert(users).values(account);

describe("a failing statement", () => {
  it.each([
    ["is refused by a constraint", () => db().insert(users).values(account), "users_email_unique"],
    ["has a value of the wrong form", () => db().select().from(users).where(eq(users.id, SECRET)), "22P02"],
    ["asks for a number", () => db().execute(sql`select ${SECRET}::int`), "22P02"],
    ["does not fit the tables", () => db().execute(sql`select * from no_such_table where a = ${SECRET}`), "42P01"],
    ["is part of a transaction", () => db().transaction((tx) => tx.insert(users).values(account)), "23505"],
    [
      "is ended",
      () =>
        db().transaction(async (tx) => {
          await tx.execute(sql`set local statement_timeout = '20ms'`);
          await tx.execute(sql`select pg_sleep(5), ${SECRET}::text`);
        }),
      "57014",
    ],
  ] as [string, () => Promise<unknown>, string][])(
    "that %s is logged without its parameters",
    async (_, statement, reason) => {
      const text = await printed(statement);
      expect(text).toContain("Failed query:");
      expect(text).toContain(reason);
      expect(text).not.toContain("hunter2");
    },
  );

  it("that takes too long counts as a database that is away", async () => {
    const slow = db().transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = '20ms'`);
      await tx.execute(sql`select pg_sleep(5)`);
    });
    expect(errorCodeOf(await slow.catch((error: unknown) => error))).toBe("database_unavailable");
  });
});

describe("the time that a statement may take", () => {
  const limit = sql<string>`select current_setting('statement_timeout') as value`;

  it("is half a minute, and more only in a transaction that asks for it", async () => {
    const here = async () => (await db().execute(limit)).rows[0]?.value;
    expect(await here()).toBe("30s");
    expect((await inLongTransaction((tx) => tx.execute(limit))).rows[0]?.value).toBe("15min");
    expect(await here()).toBe("30s");
  });
});
