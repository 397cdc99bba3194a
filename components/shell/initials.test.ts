import { describe, expect, it } from "vitest";
import { initials } from "./initials";

describe("a person's avatar", () => {
  it("has the first letters of the first and the last name", () => {
    expect(initials("Ada Lovelace")).toBe("AL");
    expect(initials("  ada  maria   lovelace ")).toBe("AL");
    expect(initials("björk")).toBe("B");
  });

  it("keeps whole characters and is never empty", () => {
    expect(initials("🎹 Müller")).toBe("🎹M");
    expect(initials("   ")).toBe("?");
  });
});
