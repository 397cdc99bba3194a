import { describe, expect, it } from "vitest";
import { attributionText } from "./licences";
import { publishSchema } from "./schema";

const wanted = {
  sampleId: "0198c0de-0000-7000-8000-000000000001",
  title: "Kick",
  licence: "cc-by",
  aiTraining: "not_allowed",
  allowsDownload: true,
};
const said = (more: object) => publishSchema.safeParse({ ...wanted, ...more });
const why = (more: object) => said(more).error?.issues[0]?.message;

describe("what is published", () => {
  it("is cleaned", () => {
    const { data } = said({
      title: " a\u202eb\u200b\nc ",
      tags: ["Deep ", "deep", "dub\u200b"],
      description: "x\r\ny",
    });
    expect(data).toMatchObject({ title: "ab c", tags: ["deep", "dub"], description: "x\ny" });
  });

  it("is refused with a reason", () => {
    expect(why({ title: "\u200b " })).toBe("Enter a title");
    expect(why({ title: "x".repeat(10_000) })).toMatch(/at most 120/);
    expect(why({ description: "x".repeat(10_000) })).toMatch(/at most 4000/);
    expect(why({ tags: Array.from({ length: 21 }, (_, at) => `tag ${at}`) })).toMatch(/at most 20 tags/);
    expect(said({ licence: "cc-by-sa" }).success).toBe(false);
  });
});

describe("the attribution", () => {
  it("names title, author, source and licence", () => {
    const work = { title: "Kick", artistName: "Ada", address: "https://here/gallery/kick-abc" };
    expect(attributionText({ ...work, licence: "cc-by" })).toBe(
      "“Kick” by Ada (https://here/gallery/kick-abc), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)",
    );
    expect(attributionText({ ...work, licence: "all-rights-reserved" })).toBe(
      "“Kick” by Ada (https://here/gallery/kick-abc). All rights reserved.",
    );
  });
});
