import { describe, expect, it } from "vitest";
import { isInside } from "./destinations";

describe("the navigation", () => {
  it("marks the destination that a page belongs to", () => {
    expect(isInside("/library", "/library")).toBe(true);
    expect(isInside("/settings/devices", "/settings")).toBe(true);
    expect(isInside("/samples/0190", "/library")).toBe(true);
    expect(isInside("/trash", "/library")).toBe(true);
    expect(isInside("/batches/0190", "/upload")).toBe(true);
    expect(isInside("/admin/users/0190", "/admin/users")).toBe(true);
    expect(isInside("/admin", "/admin")).toBe(true);
  });

  it("marks no other destination", () => {
    expect(isInside("/library-of-things", "/library")).toBe(false);
    expect(isInside("/samples/0190", "/dashboard")).toBe(false);
    expect(isInside("/admin/users", "/admin")).toBe(false);
    expect(isInside(null, "/dashboard")).toBe(false);
  });
});
