import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SignInOutcome } from "@/lib/accounts/sign-in/mutations";
import { bundle } from "@/scripts/bundle.mjs";
import { startBackend } from "@/tests/factories/backend";
import { type CommandResult, finished, startSamplemind } from "@/tests/fixtures/samplemind-command";

const backend = await startBackend({ jobs: false });
const { sql } = backend;
const { signInWithPassword } = await import("@/lib/accounts/sign-in/mutations");

const signIn = (email: string, password: string): Promise<SignInOutcome> =>
  signInWithPassword({ requestId: "r", address: null, userAgent: null, previousSessionId: null }, { email, password });

/** Runs the command as an operator would. `input` is piped into it. */
function admin(args: string[], { input, env = {} }: { input?: string; env?: Record<string, string> } = {}) {
  const environment = { ...process.env, DATA_DIR: process.env.TMPDIR, ...env };
  return finished(startSamplemind(["admin", ...args], undefined, environment, input));
}

const passwordIn = ({ stdout }: CommandResult) => /Password \(shown only once\): (\S+)/.exec(stdout)?.[1] ?? "";
const entries = (action: string) =>
  sql`select actor_kind, actor_id, target_id, before, after from audit_entries where action = ${action} order by seq desc`;

describe("samplemind admin", () => {
  it("makes the first account an admin and prints its working password once", async () => {
    const made = await admin(["create-user", " Op@Example.com "]);
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(await signIn("op@example.com", passwordIn(made))).toMatchObject({ outcome: "signed-in" });
    const [entry] = await entries("user.created_by_operator");
    expect(entry).toMatchObject({ actor_kind: "operator", actor_id: null, after: { role: "admin" } });
    const [kept] = await sql`select count(*)::int as n from users where password_hash like ${`%${passwordIn(made)}%`}`;
    expect(kept?.n).toBe(0);
  });

  it("reads a password from standard input and does not print it", async () => {
    const made = await admin(["create-user", "two@example.com", "--role", "pro", "--password-stdin"], {
      input: "tides of march beyond\nanother line\n",
    });
    expect(made).toMatchObject({ code: 0, stdout: "two@example.com was created as pro.\n" });
    expect(await signIn("two@example.com", "tides of march beyond")).toMatchObject({ outcome: "signed-in" });
  });

  it("refuses a taken address, a common password and an argument that looks like one", async () => {
    expect(await admin(["create-user", "two@example.com"])).toMatchObject({
      code: 1,
      stderr: "An account with this address already exists.\n",
    });
    const common = await admin(["create-user", "x@example.com", "--password-stdin"], { input: "password123\n" });
    expect(common).toMatchObject({ code: 1, stderr: expect.stringContaining("most common") });
    const short = await admin(["create-user", "x@example.com", "--password-stdin"], { input: "" });
    expect(short).toMatchObject({ code: 1, stderr: "Use at least 10 characters\n" });
    const asArgument = await admin(["reset-password", "two@example.com", "tides-of-march-2"]);
    expect(asArgument).toMatchObject({ code: 2, stderr: expect.stringContaining("passwords are not arguments") });
    expect(await signIn("two@example.com", "tides of march beyond")).toMatchObject({ outcome: "signed-in" });
  });

  it("changes a role, but not that of the last admin", async () => {
    const last = await admin(["set-role", "op@example.com", "free"]);
    expect(last).toMatchObject({ code: 1, stderr: expect.stringContaining("only admin") });
    expect(await admin(["set-role", "two@example.com", "admin"])).toMatchObject({ code: 0 });
    expect(await admin(["set-role", "op@example.com", "free"])).toMatchObject({ code: 0 });
    const [entry] = await entries("user.role_changed");
    expect(entry).toMatchObject({ actor_kind: "operator", before: { role: "admin" }, after: { role: "free" } });
    expect(await admin(["set-role", "nobody@example.com", "admin"])).toMatchObject({
      code: 1,
      stderr: "There is no account with this address.\n",
    });
    expect((await admin(["set-role", "two@example.com", "king"])).code).toBe(2);
  });

  it("lets a locked-out operator in again: ends sessions and the wait, and removes the second factor if asked to", async () => {
    const { id } = (await sql<{ id: string }[]>`select id from users where email = 'two@example.com'`)[0] ?? { id: "" };
    const person = await backend.signedIn(id, "two@example.com", "tides of march beyond");
    await sql`insert into second_factors (user_id, secret_encrypted, confirmed_at) values (${id}, 'lost', now())`;
    for (let guess = 0; guess < 6; guess++) await signIn("two@example.com", "a wrong password");
    expect(await signIn("two@example.com", "tides of march beyond")).toEqual({ outcome: "refused" });
    const reset = await admin(["reset-password", "two@example.com"]);
    expect(reset.code).toBe(0);
    expect((await backend.call(person, "/api/v1/samples?ids=")).status).toBe(401);
    expect(await signIn("two@example.com", "tides of march beyond")).toEqual({ outcome: "refused" });
    expect(await signIn("two@example.com", passwordIn(reset))).toMatchObject({ outcome: "second-step" });
    const again = await admin(["reset-password", "two@example.com", "--remove-second-factor"]);
    expect(await signIn("two@example.com", passwordIn(again))).toMatchObject({ outcome: "signed-in" });
    const [entry] = await entries("user.password_reset_by_operator");
    expect(entry).toMatchObject({ actor_kind: "operator", target_id: id, after: { secondFactorRemoved: true } });
  });
});

describe("the operator's command in the container image", () => {
  const folder = mkdtempSync(join(tmpdir(), "samplemind-image-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("needs only the database and the installed packages, and writes no file", async () => {
    const command = await bundle("cli/operator.ts", join(folder, "dist/samplemind.mjs"), "bundle");
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(join(process.cwd(), "node_modules/@node-rs"), join(folder, "node_modules/@node-rs"));
    const { DATABASE_URL = "", PATH = "" } = process.env;
    const run = (...args: string[]) =>
      finished(
        spawn(process.execPath, [command, ...args], {
          cwd: folder,
          env: { NODE_ENV: "production", DATABASE_URL, PATH },
        }),
      );
    const made = await run("admin", "create-user", "image@example.com");
    expect(made).toMatchObject({ code: 0, stderr: "" });
    expect(await signIn("image@example.com", passwordIn(made))).toMatchObject({ outcome: "signed-in" });
    expect(await run("audit", "verify")).toMatchObject({ code: 0, stdout: expect.stringContaining("intact") });
    expect((await run("analyze")).code).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(["dist", "node_modules"]);
  });
});

describe("samplemind admin without DATABASE_URL", () => {
  const folder = mkdtempSync(join(tmpdir(), "samplemind-admin-"));
  chmodSync(folder, 0o711);
  const dataDirectory = join(folder, "data");
  const embedded = { env: { DATABASE_URL: "", S3_ENDPOINT: "", DATA_DIR: dataDirectory } };
  beforeAll(() => mkdirSync(dataDirectory, { mode: 0o711 }));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("says where it looked if nothing has ever been started there", async () => {
    const nothing = await admin(["reset-password", "op@example.com"], embedded);
    expect(nothing).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`There is no SampleMind in ${dataDirectory}`),
    });
  });

  it("starts the stopped database only while it needs it, and leaves it stopped and unlocked", async () => {
    writeFileSync(join(dataDirectory, "secrets.json"), "{}");
    expect(await admin(["create-user", "op@example.com"], embedded)).toMatchObject({ code: 0, stderr: "" });
    expect(await admin(["create-user", "op@example.com"], embedded)).toMatchObject({ code: 1 });
  });

  it("uses the database of a running stack and leaves it running", async () => {
    const { startPostgres } = await import("@/embedded/postgres/server");
    const { loadSecrets } = await import("@/embedded/secrets");
    const { takeLock } = await import("@/runtime/run-lock.mjs");
    const { freePort } = await import("@/embedded/ports");
    const { lock } = takeLock(join(dataDirectory, "run.lock"));
    const password = loadSecrets(dataDirectory).postgresPassword;
    const server = await startPostgres({
      directory: join(dataDirectory, "postgres"),
      port: await freePort(),
      password,
    });
    try {
      expect(await admin(["reset-password", "op@example.com"], embedded)).toMatchObject({ code: 0, stderr: "" });
      expect(await admin(["set-role", "op@example.com", "admin"], embedded)).toMatchObject({ code: 0 });
    } finally {
      await server.stop();
      lock?.release();
    }
  });
});
