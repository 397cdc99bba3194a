import { describe, expect, it } from "vitest";
import { pagePolicy } from "@/lib/request/security-headers";
import { withHashes } from "./hashed-policy";

const ORIGIN = "https://sounds.example";
const policy = pagePolicy({
  nonce: "bm9uY2U=",
  storageEndpoint: "/s3",
  configuredOrigin: ORIGIN,
  isDevelopment: false,
});
const shared = (html: string) => withHashes({ html, policy }, ORIGIN);

describe("a document for many", () => {
  it("has no nonce, and lets run only the scripts that it had when it was made", () => {
    const page = shared(
      '<script nonce="bm9uY2U=">alert(1)</script><script src="/_next/static/a.js" nonce="bm9uY2U="></script>',
    );
    expect(page?.html).toBe('<script>alert(1)</script><script src="/_next/static/a.js"></script>');
    // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    const hash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
    expect(page?.policy).toContain(`script-src ${ORIGIN}/_next/static/ 'wasm-unsafe-eval' ${hash};`);
    expect(page?.policy).not.toMatch(/nonce|strict-dynamic|script-src[^;]*'self'/);
    const others = (text = "") => text.split("; ").filter((part) => !part.startsWith("script-src "));
    expect(others(page?.policy)).toEqual(others(policy));
  });

  it("is hashed without the nonce that stands in its scripts, which stay as long as they say they are", () => {
    const [first, second] = ["bm9uY2U=", "b3RoZXI="].map((nonce) =>
      withHashes(
        { html: `<script nonce="${nonce}">push("${nonce}")</script>`, policy: policy.replace("bm9uY2U=", nonce) },
        ORIGIN,
      ),
    );
    expect(first).toEqual(second);
    expect(first?.html).toBe(`<script>push("${"-".repeat(8)}")</script>`);
  });

  it("is none without a nonce, or with more scripts than a header can name", () => {
    expect(withHashes({ html: "", policy: "default-src 'none'" }, ORIGIN)).toBeNull();
    expect(shared(Array.from({ length: 200 }, (_, at) => `<script>${at}</script>`).join(""))).toBeNull();
  });
});
