import { describe, expect, it } from "vitest";
import { createApiKeySchema } from "@/lib/api-keys/schema";
import { newKeyOf } from "./new-key";

function formOf(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe("the form for a new API key", () => {
  it("keeps the defaults of empty fields", () => {
    const input = newKeyOf(formOf({ name: " Backup ", requestsPerMinute: "", allowedCidrs: " " }), [], "never");
    expect(input).toEqual({
      name: "Backup",
      scopes: [],
      expiresInDays: null,
      allowedCidrs: [],
      requestsPerMinute: null,
    });
  });

  it("accepts addresses separated by commas, spaces or line breaks", () => {
    const { allowedCidrs } = newKeyOf(formOf({ allowedCidrs: "127.0.0.0/8, ::1\n10.0.0.1" }), [], "90");
    expect(allowedCidrs).toEqual(["127.0.0.0/8", "::1", "10.0.0.1"]);
  });

  it("is refused at the field if the number of requests is not a number", () => {
    const input = newKeyOf(formOf({ name: "Backup", requestsPerMinute: "many" }), ["samples:read"], "30");
    const parsed = createApiKeySchema.safeParse(input);
    expect(parsed.error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [["requestsPerMinute"], "Enter a number"],
    ]);
  });
});
