import { describe, expect, it } from "vitest";
import { formatBytes } from "./bytes";

const MIB = 1024 * 1024;

describe("formatBytes", () => {
  it("shows sizes as file managers do", () => {
    expect(formatBytes(0)).toBe("0 B");
    expect(formatBytes(812)).toBe("812 B");
    expect(formatBytes(1536)).toBe("1.5 KB");
    expect(formatBytes(100 * MIB)).toBe("100 MB");
    expect(formatBytes(4.25 * MIB)).toBe("4.3 MB");
    expect(formatBytes(3 * 1024 * MIB)).toBe("3.0 GB");
  });

  it("uses the next unit instead of showing 1024", () => {
    expect(formatBytes(MIB - 1)).toBe("1.0 MB");
    expect(formatBytes(1024 * MIB - 1)).toBe("1.0 GB");
    expect(formatBytes(99.97 * MIB)).toBe("100 MB");
  });
});
