import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareUtf8 } from "./key-index";
import { listPage } from "./list-objects";

const key = fc.string({ unit: fc.constantFrom("a", "b", "/", "é", "\uffee", "🎹"), minLength: 1, maxLength: 6 });

describe("the order of keys", () => {
  it("is the order of their UTF-8 bytes", () => {
    const text = fc.string({ unit: "binary", maxLength: 8 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });
});

describe("a listing read page by page", () => {
  it("shows every key once, alone or in its common prefix, whatever the page size", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { maxLength: 40 }),
        fc.constantFrom("", "a", "a/", "é"),
        fc.constantFrom("", "/", "b/"),
        fc.integer({ min: 1, max: 5 }),
        (names, prefix, delimiter, maxKeys) => {
          const keys = names
            .sort(compareUtf8)
            .map((name) => ({ key: name, sizeBytes: 0, etag: "", lastModifiedMs: 0 }));
          const seen: string[] = [];
          for (let page = listPage(keys, { prefix, delimiter, after: null, maxKeys }); ; ) {
            seen.push(...page.contents.map((entry) => entry.key), ...page.commonPrefixes);
            if (!page.next) break;
            page = listPage(keys, { prefix, delimiter, after: page.next, maxKeys });
          }
          const expected = new Set(
            names
              .filter((name) => name.startsWith(prefix))
              .map((name) => {
                const end = delimiter ? name.indexOf(delimiter, prefix.length) : -1;
                return end < 0 ? name : name.slice(0, end + delimiter.length);
              }),
          );
          expect(seen.sort()).toEqual([...expected].sort());
        },
      ),
    );
  });
});
