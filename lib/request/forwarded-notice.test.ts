import { afterEach, describe, expect, it } from "vitest";
import { noticeProxy, untrustedProxy } from "./forwarded-notice";

const forwarded = { "x-forwarded-for": "203.0.113.7" };
afterEach(() => {
  Reflect.deleteProperty(globalThis, "samplemindUntrustedProxy");
});

describe("a proxy that is not counted", () => {
  it("is noticed once", () => {
    expect(untrustedProxy()).toBeNull();
    expect(noticeProxy(forwarded, "::ffff:172.18.0.5", 0)).toBe(true);
    expect(noticeProxy(forwarded, "172.18.0.5", 0)).toBe(false);
    expect(untrustedProxy()).toBe("172.18.0.5");
  });

  it("is not one that is counted, nor a stranger who writes the headers, nor a visitor without them", () => {
    expect(noticeProxy(forwarded, "172.18.0.5", 1)).toBe(false);
    expect(noticeProxy(forwarded, "198.51.100.9", 0)).toBe(false);
    expect(noticeProxy({ host: "here" }, "172.18.0.5", 0)).toBe(false);
    expect(untrustedProxy()).toBeNull();
  });
});
