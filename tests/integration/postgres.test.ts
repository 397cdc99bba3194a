import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "@/embedded/ports";
import { type PostgresOptions, type RunningPostgres, startPostgres } from "@/embedded/postgres/server";
import { processIdentity } from "@/runtime/process-identity.mjs";

const PASSWORD = "correct-horse-battery";
const options = { max: 1, onnotice: () => {} };

const folder = mkdtempSync(join(tmpdir(), "launcher-postgres-"));
const clients: postgres.Sql[] = [];
let server: RunningPostgres;

async function launch(changes: Partial<PostgresOptions> = {}): Promise<RunningPostgres> {
  return startPostgres({ directory: join(folder, "server"), port: await freePort(), password: PASSWORD, ...changes });
}

/** An unmodified client, ended after the test. */
function connect(settings: postgres.Options<Record<string, never>> = {}): postgres.Sql {
  const sql = postgres(server.url, { ...options, ...settings });
  clients.push(sql);
  return sql;
}

beforeAll(async () => {
  chmodSync(folder, 0o711);
  server = await launch();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((sql) => sql.end({ timeout: 1 })));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("the embedded Postgres, as an unmodified client sees it", () => {
  it("serves twenty clients at once, each with its own session", async () => {
    const all = Array.from({ length: 20 }, () => connect());
    const pids = await Promise.all(all.map(async (sql) => (await sql`select pg_backend_pid() as pid`)[0]?.pid));
    expect(new Set(pids).size).toBe(20);
  });

  it("delivers a notification to a listener on another connection", async () => {
    const received = deferred<string>();
    await connect().listen("news", received.resolve);
    await connect()`select pg_notify('news', 'hello')`;
    expect(await received.promise).toBe("hello");
  });

  it("keeps an advisory lock from a second session until the first releases it", async () => {
    const [first, second] = [connect(), connect()];
    await first`select pg_advisory_lock(7)`;
    expect((await second`select pg_try_advisory_lock(7) as taken`)[0]?.taken).toBe(false);
    await first`select pg_advisory_unlock(7)`;
    expect((await second`select pg_try_advisory_lock(7) as taken`)[0]?.taken).toBe(true);
  });

  it("gives a queue's rows to two workers without giving one twice", async () => {
    const [first, second] = [connect(), connect()];
    await first`create table jobs (id int)`;
    await first`insert into jobs select generate_series(1, 4)`;
    const take = (tx: postgres.TransactionSql) => tx<{ id: number }[]>`
      delete from jobs where id in (select id from jobs order by id limit 2 for update skip locked) returning id`;
    const taken = await first.begin(async (tx) => {
      const mine = await take(tx);
      const theirs = await second.begin((other) => take(other));
      return [mine, theirs].map((rows) => rows.map(({ id }) => id).sort());
    });
    expect(taken).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it("answers a reader while another session holds a transaction open", async () => {
    const [writer, reader] = [connect(), connect()];
    await writer`create table notes (text text)`;
    await writer.begin(async (tx) => {
      await tx`insert into notes values ('not yet')`;
      expect(await reader`select * from notes`).toHaveLength(0);
    });
    expect(await reader`select * from notes`).toHaveLength(1);
  });

  it("refuses a wrong password", async () => {
    const address = new URL(server.url);
    address.password = "wrong";
    const sql = postgres(address.href, options);
    await expect(sql`select 1`).rejects.toMatchObject({ code: "28P01" });
    await sql.end();
    expect((await connect()`show password_encryption`)[0]).toEqual({ password_encryption: "scram-sha-256" });
  });

  it.each(["pg_trgm", "btree_gin", "pg_stat_statements", "cube", "unaccent", "citext"])("offers %s", async (name) => {
    await connect()`create extension if not exists ${connect()(name)}`;
    const [row] = await connect()`select extversion from pg_extension where extname = ${name}`;
    expect(row?.extversion).toMatch(/^\d/);
  });

  it("keeps times in UTC, writes to disk, folds case beyond ASCII and sorts the same everywhere", async () => {
    const sql = connect();
    expect((await sql`show timezone`)[0]?.TimeZone).toBe("UTC");
    expect((await sql`show fsync`)[0]?.fsync).toBe("on");
    expect((await sql`select lower('ÄÉ') as low`)[0]?.low).toBe("äé");
    expect((await sql`select 'Z' < 'a' as bytewise`)[0]?.bytewise).toBe(true);
  });

  it("listens only on 127.0.0.1, without a socket in the file system", async () => {
    const sql = connect();
    expect((await sql`show listen_addresses`)[0]?.listen_addresses).toBe("127.0.0.1");
    expect(existsSync(`/tmp/.s.PGSQL.${server.port}`)).toBe(false);
    const elsewhere = createConnection({ host: "127.0.0.2", port: server.port });
    const [outcome] = await Promise.race([once(elsewhere, "error"), once(elsewhere, "connect")]);
    expect(outcome).toMatchObject({ code: "ECONNREFUSED" });
  });

  it.runIf(process.getuid?.() === 0)("runs as nobody when root starts it", () => {
    const owner = execFileSync("ps", ["-o", "user=", "-p", String(server.pid)], { encoding: "utf8" }).trim();
    expect(owner).toBe("nobody");
    expect(statSync(join(folder, "server/data")).mode & 0o777).toBe(0o700);
  });
});

describe("the launcher", () => {
  it("loses nothing committed when the server is killed", async () => {
    await connect()`create table kept as select generate_series(1, 1000) as n`;
    process.kill(server.pid, "SIGKILL");
    expect(await server.exited).toBe("SIGKILL");
    server = await launch();
    expect((await connect()`select count(*)::int as n from kept`)[0]?.n).toBe(1000);
  });

  it("starts despite a pid file that names another living process", async () => {
    const pidFile = join(folder, "server/data/postmaster.pid");
    const written = readFileSync(pidFile, "utf8");
    await server.stop();
    // A reused pid: alive, but not Postgres.
    writeFileSync(pidFile, written.replace(/^\d+/, String(process.pid)));
    server = await launch();
    expect(server.adopted).toBe(false);
    expect((await connect()`select 1 as one`)[0]?.one).toBe(1);
  });

  it("takes over a running server of the same data, on that server's port", async () => {
    await connect()`create table if not exists seen (n int)`;
    const second = await launch();
    expect(second).toMatchObject({ adopted: true, pid: server.pid, port: server.port });
    await second.stop();
    await server.exited;
    server = await launch();
    expect(server.adopted).toBe(false);
    expect(await connect()`select * from seen`).toEqual([]);
  });

  it("does not take over a server whose password it does not know", async () => {
    await expect(launch({ password: "not-the-one-it-has" })).rejects.toMatchObject({ reason: "wrong_password" });
    expect((await connect()`select 1 as one`)[0]?.one).toBe(1);
  });

  it("reports a port in use instead of waiting for it", async () => {
    const directory = join(folder, "other");
    await expect(launch({ directory, port: server.port })).rejects.toMatchObject({ reason: "port_in_use" });
  });

  it.runIf(process.getuid?.() === 0)("keeps root's data out of reach when the folder is private", async () => {
    const directory = join(folder, "private/server");
    mkdirSync(directory, { recursive: true });
    chmodSync(join(folder, "private"), 0o700);
    const notices: string[] = [];
    const hidden = await launch({ directory, notice: (line) => notices.push(line) });
    const location = readFileSync(join(directory, "location"), "utf8").trim();
    try {
      const sql = postgres(hidden.url, options);
      expect((await sql`show data_directory`)[0]?.data_directory).toBe(location);
      await sql.end();
      expect(notices.join()).toContain(location);
    } finally {
      await hidden.stop();
      rmSync(location, { recursive: true });
    }
  });

  it("stops with clients connected, and leaves no process", async () => {
    await connect({ max_lifetime: null })`select 1`;
    const started = performance.now();
    await server.stop();
    expect(performance.now() - started).toBeLessThan(3000);
    expect(processIdentity(server.pid)).toBeNull();
    server = await launch();
  });
});

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
