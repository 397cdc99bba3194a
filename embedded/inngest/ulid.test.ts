import { expect, it } from "vitest";
import { ulid } from "./ulid";

it("ULIDs are 26 characters that sort in the order they were made", () => {
  const ids = Array.from({ length: 5000 }, ulid);
  expect(new Set(ids).size).toBe(5000);
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
});
