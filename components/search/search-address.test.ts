import { describe, expect, it } from "vitest";
import { parseSearchAddress } from "./search-address";
import { PLAIN_SEARCH, searchHref } from "./search-href";

const id = "0199c0de-0000-7000-8000-000000000001";
const other = "0199c0de-0000-7000-8000-000000000002";
const parse = (href: string) => parseSearchAddress(new URL(href, "http://x").searchParams);

describe("the address of a search", () => {
  it("is read back as it was written", () => {
    const address = {
      query: '~key:8A "deep house"',
      sort: "-bpm" as const,
      like: [id],
      unlike: [other],
      sound: id,
      weights: { timbre: 1, rhythm: 0.5, harmony: 0 },
      perFolder: 3,
    };
    expect(parse(searchHref(address))).toEqual(address);
  });

  it("does not ask for what sounds like a sample and not like it", () => {
    expect(parse(`/search?like=${id}&unlike=${id},${other}`)).toMatchObject({ like: [id], unlike: [other] });
  });

  it("forgets what results are not to sound like with the last sound", () => {
    expect(searchHref({ query: "kick", unlike: [other] })).toBe("/search?q=kick");
  });

  it("is short where everything is as usual", () => {
    expect(searchHref({})).toBe("/search");
    expect(searchHref({ query: " kick ", weights: { timbre: 1, rhythm: 1, harmony: 1 } })).toBe("/search?q=kick");
  });

  it.each([
    "/search?sort=price&like=1,2&sound=x&weights=1,2&per-folder=-1",
    `/search?unlike=${other}`,
    "/search?weights=0,0,0&per-folder=1.5",
    "/search?weights=NaN,1,1",
    "/search?weights=5,1,1",
  ])("ignores what cannot be: %s", (href) => {
    expect(parse(href)).toEqual(PLAIN_SEARCH);
  });
});
