import { describe, expect, it } from "vitest";
import { isLoopbackAddress, isLoopbackOrigin } from "./loopback";

describe("this machine's own", () => {
  it.each(["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])("address is %s", (address) => {
    expect(isLoopbackAddress(address)).toBe(true);
  });

  it.each(["", "unknown", "128.0.0.1", "10.0.0.1", "::2", "::ffff:10.0.0.1", "localhost"])(
    "address is not %j",
    (address) => {
      expect(isLoopbackAddress(address)).toBe(false);
    },
  );

  it.each(["http://localhost:3000", "https://samples.localhost", "http://127.0.0.1", "http://[::1]:3000"])(
    "site is %s",
    (origin) => {
      expect(isLoopbackOrigin(origin)).toBe(true);
    },
  );

  it.each(["null", "http://", "http://localhost.example.com", "http://127.0.0.1.example.com", "http://192.168.0.2"])(
    "site is not %s",
    (origin) => {
      expect(isLoopbackOrigin(origin)).toBe(false);
    },
  );
});
