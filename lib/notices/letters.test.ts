import { describe, expect, it } from "vitest";
import { ENGLISH } from "@/lib/language/text";
import { textOf } from "@/lib/language/text-of";
import { digestMail } from "./letters";

describe("a digest", () => {
  const letter = digestMail("ada@example.com", { commented: 2, followed: 1 });

  it("has a line for each kind of news, and where to turn it off", () => {
    const { body } = letter.write(ENGLISH);
    expect(letter.recipient).toBe("ada@example.com");
    expect(body.startsWith("- 1 person follows you.\n- 2 comments on what you published.\n\n")).toBe(true);
    expect(body).toContain("/notices");
    expect(body).toContain("choose to get none");
  });

  it("says the same in German", () => {
    const { subject, body } = letter.write(textOf("de"));
    expect(subject).toBe("Neues für dich auf SampleMind");
    expect(body.startsWith("- 1 Person folgt dir.\n- 2 Kommentare zu deinen Veröffentlichungen.\n\n")).toBe(true);
    expect(body).toMatch(/Hier kannst du es lesen:\n\S+\/notices\n/);
  });
});
