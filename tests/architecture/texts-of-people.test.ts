import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { nameSchema } from "@/lib/accounts/schema";
import { announceSchema, renameSiteSchema } from "@/lib/admin/site/schema";
import { saveArtistSchema } from "@/lib/artists/schema";
import { createCollectionSchema } from "@/lib/collections/schema";
import { writeCommentSchema } from "@/lib/comments/schema";
import { publishSchema } from "@/lib/gallery/schema";
import { answerReportsSchema, appealSchema, reportSchema } from "@/lib/moderation/schema";

const id = "0198c0de-0000-7000-8000-000000000001";
const rights = { licence: "cc-by", aiTraining: "not_allowed", allowsDownload: true };
const link = (label: string) => [{ label, url: "https://example.org/" }];

type Read = (text: string) => z.ZodSafeParseResult<unknown>;
/** Every text that people write and others read, and whether it may be empty. */
const TEXTS: Readonly<Record<string, { read: Read; isOptional?: true }>> = {
  "the name of a person": { read: (text) => nameSchema.safeParse(text) },
  "the name of an artist": { read: (name) => saveArtistSchema.safeParse({ handle: "ada", name }) },
  "what an artist says": {
    read: (bio) => saveArtistSchema.safeParse({ handle: "ada", name: "Ada", bio }),
    isOptional: true,
  },
  "the name of a link": {
    read: (label) => saveArtistSchema.safeParse({ handle: "ada", name: "Ada", links: link(label) }),
  },
  "the title of an item": { read: (title) => publishSchema.safeParse({ sampleId: id, title, ...rights }) },
  "the description of an item": {
    read: (description) => publishSchema.safeParse({ sampleId: id, title: "x", description, ...rights }),
    isOptional: true,
  },
  "a tag of an item": {
    read: (tag) => publishSchema.safeParse({ sampleId: id, title: "x", tags: ["kick", tag], ...rights }),
    isOptional: true,
  },
  "a comment": { read: (text) => writeCommentSchema.safeParse({ publicationId: id, text }) },
  "a report": {
    read: (text) => reportSchema.safeParse({ publicationId: id, reason: "other", text }),
    isOptional: true,
  },
  "why something was taken down": {
    read: (reason) => answerReportsSchema.safeParse({ publicationId: id, commentId: null, decision: "uphold", reason }),
  },
  "an appeal": { read: (text) => appealSchema.safeParse({ id, text }) },
  "the name of a collection": { read: (name) => createCollectionSchema.safeParse({ name }) },
  "the description of a collection": {
    read: (description) => createCollectionSchema.safeParse({ name: "x", description }),
    isOptional: true,
  },
  "the name of the server": { read: (name) => renameSiteSchema.safeParse({ name }), isOptional: true },
  "an announcement": {
    read: (text) => announceSchema.safeParse({ text, level: "info", hours: null }),
    isOptional: true,
  },
};

/** What nobody sees, what turns a text around, and what is no text. */
const AWKWARD = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Noncharacter_Code_Point}]|[^\n\P{Cc}]/u;
const textsIn = (value: unknown): string[] =>
  typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(textsIn);

describe.each(Object.entries(TEXTS))("%s", (_, { read, isOptional }) => {
  it("keeps nothing that nobody sees or that turns it around", () => {
    const { data } = read("pay\u202epal\u200b \u2066x\u2069 \ufeff\u00ad\u3164\u034f\u0007\uffff end");
    const texts = textsIn(data);
    expect(texts.filter((text) => /^pay.*end$/.test(text))).toHaveLength(1);
    expect(texts.filter((text) => AWKWARD.test(text))).toEqual([]);
  });

  it("keeps what looks like markup as the text that it is", () => {
    const { data } = read("<b>1 & 2</b>");
    expect(textsIn(data)).toContain("<b>1 & 2</b>");
  });

  it("is refused if it is far too long, and if nothing of it can be seen", () => {
    expect(read("x".repeat(10_000)).success).toBe(false);
    const { success, data } = read("\u200b\u202e \u3164");
    expect(isOptional ? success && textsIn(data).every((text) => !AWKWARD.test(text)) : success).toBe(
      Boolean(isOptional),
    );
  });
});
