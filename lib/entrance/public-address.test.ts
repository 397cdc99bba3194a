import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, it } from "vitest";
import { setPublicAddress } from "./public-address";

const CONFIGURED = "https://music.example.org";
function seen(headers: IncomingHttpHeaders, configured: string | null = CONFIGURED, path = "/library") {
  const set = { ...headers };
  setPublicAddress(path, set, configured);
  return { host: set["x-forwarded-host"], proto: set["x-forwarded-proto"] };
}

describe("the address that the framework is told", () => {
  it("is the configured one, where the proxy says nothing or something else", () => {
    const ours = { host: "music.example.org", proto: "https" };
    expect(seen({ host: "127.0.0.1:3000" })).toEqual(ours);
    expect(seen({ host: "upstream", origin: CONFIGURED })).toEqual(ours);
    expect(seen({ host: "upstream", "x-forwarded-host": "upstream", origin: CONFIGURED })).toEqual(ours);
  });

  it("is left alone for a visitor who came by another address", () => {
    const lan = { host: "192.168.1.7:3000", origin: "http://192.168.1.7:3000" };
    expect(seen(lan).host).toBeUndefined();
    expect(seen({ ...lan, "x-forwarded-proto": "http" }).proto).toBe("http");
  });

  it("is left alone for the executor, which has an address of its own for us", () => {
    expect(seen({ host: "app:3000" }, CONFIGURED, "/api/inngest")).toEqual({ host: undefined, proto: undefined });
  });

  it("is left alone if none is configured", () => {
    expect(seen({ host: "192.168.1.7:3000" }, null)).toEqual({ host: undefined, proto: undefined });
  });
});
