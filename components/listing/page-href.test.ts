import { describe, expect, it } from "vitest";
import { pageHref } from "./page-href";

describe("the address of a page", () => {
  it("keeps the search and leaves out empty parameters", () => {
    expect(pageHref("/admin/users", { q: "ada & eve", role: null, state: "", page: 3 })).toBe(
      "/admin/users?q=ada+%26+eve&page=3",
    );
  });

  it("of the first page is the plain path", () => {
    expect(pageHref("/admin/users", { q: "", page: 1 })).toBe("/admin/users");
  });
});
