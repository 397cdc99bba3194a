import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { KEY_SCOPES } from "@/lib/api-keys/constants";
import { ROLE_PERMISSIONS } from "@/lib/identity/permissions";
import type { AnyOperation } from "./http/operation";

// As in a build: no service is there, and none is asked.
vi.hoisted(() => vi.stubEnv("NEXT_PHASE", "phase-production-build"));
const { OPERATIONS } = await import("./operation-table");

const operations: [string, AnyOperation][] = OPERATIONS.map((one) => [`${one.method} ${one.path}`, one]);
type Direction = "input" | "output";

/** Every schema of a declaration with which way it goes. */
function schemasOf({ params, query, headers, body, response, errors = {} }: AnyOperation): [z.ZodType, Direction][] {
  const taken = [params, query, headers, body].flatMap((schema) => schema ?? []);
  const given = [response.body, ...Object.values(errors).map(({ members }) => members)].flatMap((one) => one ?? []);
  return [
    ...taken.map((schema): [z.ZodType, Direction] => [schema, "input"]),
    ...given.map((schema): [z.ZodType, Direction] => [schema, "output"]),
  ];
}

/** Names of all members anywhere in a JSON Schema. */
function membersOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(membersOf);
  if (typeof schema !== "object" || schema === null) return [];
  const own = "properties" in schema ? Object.keys(schema.properties as object) : [];
  return [...own, ...Object.values(schema).flatMap(membersOf)];
}

describe("the table of operations", () => {
  it("has each method and path once", () => {
    expect(new Set(operations.map(([name]) => name)).size).toBe(operations.length);
  });
});

describe.each(operations)("the declaration of %s", (_, operation) => {
  it("can be written as JSON Schema, both ways", () => {
    for (const [schema, io] of schemasOf(operation)) {
      const written = z.toJSONSchema(schema, { io });
      expect(written.type).toBe("object");
      expect(JSON.parse(JSON.stringify(written))).toEqual(written);
    }
  });

  it("spells members in camel case and codes in snake case", () => {
    const taken = [operation.query, operation.body].flatMap((schema) => schema ?? []);
    const given = schemasOf(operation).flatMap(([schema, io]) => (io === "output" ? schema : []));
    const members = [
      ...taken.flatMap((schema) => membersOf(z.toJSONSchema(schema, { io: "input" }))),
      ...given.flatMap((schema) => membersOf(z.toJSONSchema(schema))),
    ];
    expect(members.filter((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name))).toEqual([]);
    expect(Object.keys(operation.errors ?? {}).filter((code) => !/^[a-z]+(_[a-z]+)*$/.test(code))).toEqual([]);
  });

  it("says in one sentence what it does, and names a scope that there is", () => {
    expect(operation.summary).toMatch(/^[A-Z][^\n]*[^.]\.$/);
    expect(operation.summary).not.toMatch(/[.!?] [A-Z]/);
    expect(ROLE_PERMISSIONS.admin).toContain(operation.scope);
  });

  it("has a schema for each part of its path", () => {
    const named = [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    const { properties = {} } = operation.params ? z.toJSONSchema(operation.params) : {};
    expect(Object.keys(properties)).toEqual(named);
  });
});

describe("what a key can be granted", () => {
  it("is what operations ask for, so that no choice does nothing", () => {
    expect(new Set<string>(KEY_SCOPES)).toEqual(new Set(OPERATIONS.map(({ scope }) => scope)));
  });
});
