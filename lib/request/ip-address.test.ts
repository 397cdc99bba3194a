import { BlockList, isIP } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatIpAddress, networkOf, parseIpAddress } from "./ip-address";

const canonical = (text: string) => {
  const address = parseIpAddress(text);
  return address && formatIpAddress(address);
};

describe("an address", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::FFFF:C000:0201", "192.0.2.1"],
    ["2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
    ["::", "::"],
    ["::1", "::1"],
    ["1::", "1::"],
    ["64:ff9b::192.0.2.33", "64:ff9b::c000:221"],
  ])("%s reads as %s", (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it.each([
    "",
    "unknown",
    "1.2.3",
    "1.2.3.4.5",
    "256.1.1.1",
    "010.1.1.1",
    "1.2.3.4:80",
    "[::1]",
    "::1%eth0",
    ":::",
    "1::2::3",
    "12345::",
    "1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:8:9",
    "1:2:3:4:5:6:7:8::",
    "::1.2.3",
    ":1.2.3.4",
  ])("is not %j", (text) => {
    expect(canonical(text)).toBeNull();
  });

  it("is read as Node reads it, and formats to text that reads back the same", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const address = parseIpAddress(text);
        if (!address) throw new Error(`${text} was not read`);
        const again = formatIpAddress(address);
        expect(parseIpAddress(again)).toEqual(address);
        expect(isIP(again)).toBe(address.family);
        const same = new BlockList();
        same.addAddress(text, isIP(text) === 4 ? "ipv4" : "ipv6");
        expect(same.check(again, address.family === 4 ? "ipv4" : "ipv6")).toBe(true);
      }),
    );
  });

  it("belongs to its network", () => {
    const of = (text: string, prefixBits: number) => {
      const address = parseIpAddress(text);
      return address && formatIpAddress(networkOf(address, prefixBits));
    };
    expect(of("192.0.2.130", 25)).toBe("192.0.2.128");
    expect(of("2001:db8:1:2:3::4", 64)).toBe("2001:db8:1:2::");
    expect(of("192.0.2.130", 0)).toBe("0.0.0.0");
    expect(of("192.0.2.130", 32)).toBe("192.0.2.130");
  });
});
