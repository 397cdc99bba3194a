import { describe, expect, it } from "vitest";
import { appEnvironment } from "./app-environment";
import { localOrigin, readConfiguration } from "./configuration";
import { ConfigurationError } from "./configuration-error";

const fixed = { root: "/checkout", dataDirectory: "/data", isDevelopment: false };
const read = (env: Record<string, string>) => readConfiguration({ NODE_ENV: "test", ...env }, fixed);
const secrets = {
  postgresPassword: "p".repeat(16),
  postgresAppPassword: "a".repeat(16),
  s3AccessKeyId: "generated-access",
  s3SecretAccessKey: "generated-secret",
  nextAuthSecret: "generated-auth",
  inngestSigningKey: "signkey-prod-00",
  inngestEventKey: "generated-event",
};

function environmentFor(env: Record<string, string>) {
  const executorUrl = read(env).usesEmbeddedExecutor ? "http://127.0.0.1:8288" : null;
  const addresses = { databaseUrl: "postgres://local", executorUrl, appOrigin: "http://127.0.0.1:3000" };
  return appEnvironment(read(env), secrets, addresses, { NODE_ENV: "test", ...env });
}

describe("the configuration", () => {
  it("embeds everything, on loopback and port 3000, if nothing is set", () => {
    expect(read({})).toMatchObject({
      host: "127.0.0.1",
      isLoopback: true,
      preferredPort: 3000,
      databaseUrl: null,
      usesEmbeddedStorage: true,
      usesEmbeddedExecutor: true,
    });
  });

  it.each(["abc", "0", "65536", "3000.5", "-1"])("refuses %s as a port and names the variable", (PORT) => {
    expect(() => read({ PORT })).toThrow(ConfigurationError);
    expect(() => read({ PORT })).toThrow(`PORT is "${PORT}"`);
  });

  it.each([
    ["localhost", true],
    ["127.0.0.1", true],
    ["::1", true],
    ["0.0.0.0", false],
    ["::", false],
    ["192.168.1.5", false],
    ["127.0.0.1.example.org", false],
  ])("takes %s for loopback: %s", (HOST, isLoopback) => {
    expect(read({ HOST }).isLoopback).toBe(isLoopback);
  });

  it("uses loopback for a server that listens everywhere, and any other server's own address", () => {
    expect(localOrigin("0.0.0.0", 3000)).toBe("http://127.0.0.1:3000");
    expect(localOrigin("192.168.1.5", 3000)).toBe("http://192.168.1.5:3000");
    expect(localOrigin("::1", 3000)).toBe("http://[::1]:3000");
  });

  it.each<Record<string, string>>([
    { INNGEST_BASE_URL: "http://i:8288", INNGEST_EVENT_KEY: "k", INNGEST_SIGNING_KEY: "own" },
    { INNGEST_BASE_URL: "http://i:8288", INNGEST_DEV: "1" },
    { INNGEST_DEV: "1" },
    { INNGEST_EVENT_KEY: "k", INNGEST_SIGNING_KEY: "own" },
  ])("starts no embedded executor for %o", (env) => {
    expect(read(env).usesEmbeddedExecutor).toBe(false);
    expect(environmentFor(env)).toMatchObject(env);
    expect(environmentFor(env).INNGEST_SIGNING_KEY).toBe(env.INNGEST_SIGNING_KEY);
  });

  it.each<[Record<string, string>, string]>([
    [{ INNGEST_BASE_URL: "http://i:8288" }, "INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY are not set"],
    [{ INNGEST_EVENT_KEY: "k" }, "INNGEST_SIGNING_KEY is not set"],
    [
      { S3_ENDPOINT: "https://s3.example.org", S3_BUCKET: "b" },
      "S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are not set",
    ],
    [{ S3_BUCKET: "b", S3_ACCESS_KEY_ID: "k" }, "S3_SECRET_ACCESS_KEY is not set"],
    [{ NEXTAUTH_SECRET: "my-own" }, "NEXTAUTH_SECRET has 6 characters, and needs at least 16"],
  ])("names at once what is missing from %o", (env, text) => {
    expect(() => read(env)).toThrow(ConfigurationError);
    expect(() => read(env)).toThrow(text);
  });
});

describe("the app's environment", () => {
  it("names the embedded services with the same variables as any others", () => {
    expect(environmentFor({})).toMatchObject({
      NODE_ENV: "production",
      S3_ENDPOINT: "http://127.0.0.1:3000/s3",
      S3_PUBLIC_ENDPOINT: "/s3",
      S3_BUCKET: "samplemind",
      S3_ACCESS_KEY_ID: "generated-access",
      EMBEDDED_S3_DIR: "/data/objects",
      INNGEST_BASE_URL: "http://127.0.0.1:8288",
      INNGEST_DEV: "0",
    });
  });

  it("keeps signatures on in development", () => {
    expect(environmentFor({ INNGEST_DEV: "false" }).INNGEST_DEV).toBe("0");
  });

  it("keeps the operator's own storage unchanged and names no embedded folder", () => {
    const keys = { S3_ACCESS_KEY_ID: "mine", S3_SECRET_ACCESS_KEY: "mine-too" };
    const own = { S3_ENDPOINT: "https://s3.example.org", S3_BUCKET: "mine", ...keys };
    expect(environmentFor(own)).toMatchObject({ ...own, EMBEDDED_S3_DIR: "" });
  });

  it("uses Amazon's address if only a bucket and keys are given", () => {
    const env = { S3_BUCKET: "mine", S3_ACCESS_KEY_ID: "key", S3_SECRET_ACCESS_KEY: "secret", S3_REGION: "eu-west-1" };
    expect(environmentFor(env).S3_ENDPOINT).toBe("https://s3.eu-west-1.amazonaws.com");
  });

  it("prefers the operator's session secret to the generated one", () => {
    expect(environmentFor({}).NEXTAUTH_SECRET).toBe("generated-auth");
    expect(environmentFor({ NEXTAUTH_SECRET: "my-own-session-secret" }).NEXTAUTH_SECRET).toBe("my-own-session-secret");
  });
});
