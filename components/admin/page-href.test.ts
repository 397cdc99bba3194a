import { describe, expect, it } from "vitest";
import { pageHref } from "./page-href";

describe("the address of a page", () => {
  it("keeps what is searched for and leaves out what is not said", () => {
    expect(pageHref("/admin/users", { q: "ada & eve", role: null, state: "", page: 3 })).toBe(
      "/admin/users?q=ada+%26+eve&page=3",
    );
  });

  it("is the plain path on the first page", () => {
    expect(pageHref("/admin/users", { q: "", page: 1 })).toBe("/admin/users");
  });
});
