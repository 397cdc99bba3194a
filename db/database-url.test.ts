import { describe, expect, it } from "vitest";
import { connectionProblem, databaseUrlProblem, withoutPassword } from "./database-url";

const problem = (url: string) => databaseUrlProblem("DATABASE_URL", url);

describe("the address of a database", () => {
  it.each([
    "postgres://user:word@localhost:5432/samplemind",
    "postgresql://user:p%40ss%23w%2Frd@db.example.com/samplemind?sslmode=require",
    "postgres://user:p@ss@localhost:5432/samplemind",
    "postgres://localhost/samplemind",
  ])("can be used: %s", (url) => {
    expect(problem(url)).toBeNull();
  });

  it.each([
    ["postgres://user:pa#hunter2@localhost:5432/samplemind", "%23 for #"],
    ["postgres://user:pa/hunter2@localhost:5432/samplemind", "%2F for /"],
    ["postgres://user:12/hunter2@localhost:5432/samplemind", "%2F for /"],
    ["postgres://user:pa@hunter2/x@localhost:5432/samplemind", "%40 for @, %2F for /"],
    ["postgres://user:pa?hunter2@localhost/samplemind", "%3F for ?"],
    ["postgres://user:100%hunter2@localhost/samplemind", "%25 for %"],
  ])("with a raw character in its password is refused with what to write, without the password", (url, advice) => {
    const text = problem(url) ?? "";
    expect(text).toContain("DATABASE_URL cannot be read");
    expect(text).toContain(advice);
    expect(text).toMatch(/Read so far: postgres:\/\/user:•••@localhost(:5432)?\/samplemind$/);
    expect(text).not.toContain("hunter2");
  });

  it.each(["localhost:5432", "mysql://user:hunter2@localhost/x", "hunter2"])("is not %s", (url) => {
    expect(problem(url)).toContain("DATABASE_URL is not the address of a Postgres database");
    expect(problem(url)).not.toContain("hunter2");
  });

  it("is named with the reason if there is no connection", () => {
    const url = "postgres://user:hunter2@localhost:5432/samplemind";
    expect(connectionProblem("DATABASE_URL", url, { code: "ECONNREFUSED" })).toBe(
      "DATABASE_URL is postgres://user:•••@localhost:5432/samplemind, and nothing listens there.",
    );
    expect(connectionProblem("DATABASE_URL", url, { code: "28P01" })).toContain("refuses the user or the password");
    expect(withoutPassword("postgres://u:hunter2@localhost@")).not.toContain("hunter2");
  });
});
