import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { knownCookies } from "./known-cookies";

describe("the cookies that go on", () => {
  it("are those that the application reads, each once", () => {
    const given = "a=1; next-auth.session-token=abc; b=2; next-auth.session-token=other; hidden_layers=beats.keys";
    expect(knownCookies(given)).toBe("next-auth.session-token=abc; hidden_layers=beats.keys");
    const many = Array.from({ length: 1900 }, (_, index) => `a${index}=1`).join(";");
    expect(knownCookies(`${many};__Secure-next-auth.session-token.1=x`)).toBe("__Secure-next-auth.session-token.1=x");
    expect(knownCookies(many)).toBeUndefined();
    expect(knownCookies("next-auth.session-token")).toBeUndefined();
  });

  it("keep their value as it was sent", () => {
    expect(knownCookies("next-auth.csrf-token=a%7Cb=c==")).toBe("next-auth.csrf-token=a%7Cb=c==");
  });

  it("include every cookie that the source names", () => {
    const files = ["app", "components", "lib"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => /\.tsx?$/.test(path))
        .map((path) => readFileSync(`${folder}/${path}`, "utf8")),
    );
    const names = files.flatMap((source) => [...source.matchAll(/\b\w+_COOKIE = "([^"]+)"/g)].map(([, name]) => name));
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(knownCookies(`${name}=1`)).toBe(`${name}=1`);
    // Those with another name would not be found above.
    const unnamed = files.flatMap(
      (source) => source.match(/cookies\(\)\)\s*\.(?:set|get)\((?!\w+_COOKIE\b)[^)]*/g) ?? [],
    );
    expect(unnamed).toEqual([]);
  });
});
