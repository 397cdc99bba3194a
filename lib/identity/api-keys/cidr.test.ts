import { BlockList } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FAMILY_BITS, parseIpAddress } from "@/lib/request/ip-address";
import { formatCidr, isInCidrs, parseCidr } from "./cidr";

const canonical = (text: string) => {
  const cidr = parseCidr(text);
  return cidr && formatCidr(cidr);
};

describe("a block of addresses", () => {
  it.each([
    ["192.0.2.77/24", "192.0.2.0/24"],
    ["192.0.2.77", "192.0.2.77/32"],
    ["0.0.0.0/0", "0.0.0.0/0"],
    ["2001:DB8:0:0::1/32", "2001:db8::/32"],
    ["2001:db8::1", "2001:db8::1/128"],
    ["::/0", "::/0"],
    ["::ffff:192.0.2.0/120", "192.0.2.0/24"],
  ])("%s reads as %s", (text, expected) => {
    expect(canonical(text)).toBe(expected);
  });

  it.each(["", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/024", "192.0.2.0/", "2001:db8::/129", "a/8", "1.2.3.4/8/8"])(
    "is not %j",
    (text) => {
      expect(canonical(text)).toBeNull();
    },
  );

  it.each(["::ffff:192.0.2.0/95", "::ffff:192.0.2.0/24"])("is not %j, wider than all of IPv4", (text) => {
    expect(canonical(text)).toBeNull();
  });
});

describe("a list of allowed addresses", () => {
  it("matches IPv4 in either notation", () => {
    expect(isInCidrs("192.0.2.9", ["192.0.2.0/24"])).toBe(true);
    expect(isInCidrs("::ffff:192.0.2.9", ["192.0.2.0/24"])).toBe(true);
    expect(isInCidrs("::ffff:192.0.2.9", ["::/0"])).toBe(false);
  });

  it("refuses everything else, including an unknown address", () => {
    expect(isInCidrs("192.0.3.9", ["192.0.2.0/24", "2001:db8::/32"])).toBe(false);
    expect(isInCidrs("2001:db9::1", ["192.0.2.0/24", "2001:db8::/32"])).toBe(false);
    expect(isInCidrs(null, ["0.0.0.0/0", "::/0"])).toBe(false);
    expect(isInCidrs("192.0.2.9", [])).toBe(false);
  });

  it("agrees with Node's BlockList for any block and address", () => {
    const block = fc.oneof(
      fc.record({ base: fc.ipV4(), prefix: fc.nat(32), near: fc.nat() }),
      fc.record({ base: fc.ipV6(), prefix: fc.nat(128), near: fc.nat() }),
    );
    fc.assert(
      fc.property(block, fc.oneof(fc.ipV4(), fc.ipV6()), ({ base, prefix }, other) => {
        const [own, asked] = [parseIpAddress(base), parseIpAddress(other)];
        if (!own || !asked) throw new Error("not read");
        const family = own.family === 4 ? "ipv4" : "ipv6";
        // Skips mapped addresses, whose prefix length counts differently.
        fc.pre(FAMILY_BITS[own.family] >= prefix && (own.family === 4) === !base.includes(":"));
        const list = new BlockList();
        list.addSubnet(base, prefix, family);
        for (const text of [base, other]) {
          const address = parseIpAddress(text);
          const expected = address?.family === own.family && list.check(text, text.includes(":") ? "ipv6" : "ipv4");
          expect(isInCidrs(text, [`${base}/${prefix}`])).toBe(expected);
        }
      }),
    );
  });
});
