import { describe, expect, it } from "vitest";
import { digestMail } from "./letters";

describe("a digest", () => {
  it("has a line for each kind of news, and where to turn it off", () => {
    const { body, recipient } = digestMail("ada@example.com", { commented: 2, followed: 1 });
    expect(recipient).toBe("ada@example.com");
    expect(body.startsWith("- 1 person follows you.\n- 2 comments on what you published.\n\n")).toBe(true);
    expect(body).toContain("/notices");
    expect(body).toContain("choose to get none");
  });
});
