import { describe, expect, it } from "vitest";
import { type RequestHead, refusalOfHead } from "./request-shape";

const statusOf = (head: Partial<RequestHead>) =>
  refusalOfHead({ method: "GET", target: "/", headers: {}, headerCount: 10, ...head })?.status ?? "admitted";
const withState = (state: string) => statusOf({ headers: { "next-router-state-tree": state } });

describe("a request", () => {
  it("with a method that nothing here has is not allowed", () => {
    for (const method of ["TRACE", "PROPFIND", "QUERY", ""]) expect(statusOf({ method }), method).toBe(405);
    for (const method of ["GET", "HEAD", "OPTIONS", "DELETE"]) expect(statusOf({ method }), method).toBe("admitted");
    expect(refusalOfHead({ method: "TRACE", target: "/", headers: {}, headerCount: 1 })?.headers?.Allow).toMatch(
      /^GET,/,
    );
  });

  it("to write a file is not allowed, but an object of the store has any name", () => {
    expect(statusOf({ method: "POST", target: "/favicon.svg?x=1" })).toBe(405);
    expect(statusOf({ method: "PUT", target: "/s3/samplemind/tone.wav" })).toBe("admitted");
    expect(statusOf({ method: "POST", target: "/sign-in?next=/a.b" })).toBe("admitted");
  });

  it("for a path that cannot be read, or that passes for another, is a bad one", () => {
    const bad = [
      "/%ff",
      "/%",
      "/%E0%A4%A",
      "*",
      "http://evil.example/",
      "/s3/../api/inngest",
      "/%2e%2E/x",
      "/a%2f..",
      "/.",
    ];
    for (const target of bad) expect(statusOf({ target }), target).toBe(400);
    for (const target of ["/caf%C3%A9", "/a..b/...c", "/library?q=%ff", "//"]) {
      expect(statusOf({ target }), target).toBe("admitted");
    }
  });

  it("with more parameters or headers than anybody needs is too long", () => {
    expect(statusOf({ target: `/?${"a&".repeat(1000)}` })).toBe(414);
    expect(statusOf({ target: `/library?q=${"a".repeat(9000)}` })).toBe("admitted");
    expect(statusOf({ headerCount: 1000 })).toBe(431);
  });

  it("of the framework's client is read as the framework reads it", () => {
    const page = '["",{"children":["library",{"children":["__PAGE__?{\\"q\\":\\"{\\"}",{},null,null]}]}]';
    for (const state of [page, encodeURIComponent(page)]) expect(withState(state)).toBe("admitted");
    for (const state of ["garbage", "%ff", "{}", "[".repeat(7000), '["",{}], ["",{}]'])
      expect(withState(state)).toBe(400);
    const wide = JSON.stringify([
      "",
      Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [index, ["", {}]])),
    ]);
    expect(withState(wide)).toBe(400);
  });

  it("with a form needs its boundary", () => {
    expect(statusOf({ headers: { "content-type": "multipart/form-data" } })).toBe(400);
    expect(statusOf({ headers: { "content-type": 'multipart/form-data; boundary="x"' } })).toBe("admitted");
  });
});
