import { describe, expect, it } from "vitest";
import { nameSchema } from "@/lib/accounts/schema";
import { createApiKeySchema } from "@/lib/api-keys/schema";
import { displayName } from "@/lib/uploads/file-name";
import { oneLine } from "./one-line";

const keyName = (name: string) =>
  createApiKeySchema.parse({ name, scopes: ["samples:read"], expiresInDays: null }).name;

const personName = (name: string) => nameSchema.parse(name);

it.each([displayName, keyName, personName])("a name keeps letters, signs and emoji of every script", (name) => {
  for (const text of ["Ünïcödé O'Neill", "عمر خيام", "山田 太郎", "Kick 🥁 “final” (2)", "👩‍🎤 👩🏽‍❤️‍👨"]) {
    expect(name(text)).toBe(text);
  }
});

describe.each(Object.entries({ "a file": displayName, "an API key": keyName }))("the name of %s", (_, name) => {
  it("loses control, line and text-direction characters", () => {
    expect(name("a\u0000b\n\r\t\u0085\u2028\u2029c")).toBe("abc");
    expect(name("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202eevil\u2066\u2067\u2068\u2069")).toBe("evil");
    expect(name("x\uD800")).toBe("x\uFFFD");
  });
});

describe("a person without a name", () => {
  it("has only characters that are left out", () => {
    expect(oneLine(" \u202e\u0007 ")).toBe("");
    expect(nameSchema.safeParse("\u202e\u0007").success).toBe(false);
  });
});
