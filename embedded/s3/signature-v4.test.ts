import { describe, expect, it } from "vitest";
import { decodeAwsChunked } from "./aws-chunked";
import { readS3Request } from "./s3-request";
import { type Signature, verifySignature } from "./signature-v4";

// The worked examples in the protocol's documentation.
const credentials = {
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  region: "us-east-1",
};
const now = new Date("2013-05-24T00:05:00Z");
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const CREDENTIAL = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";

function verify(path: string, init: { method?: string; headers: Record<string, string> }, at = now): Signature {
  return verifySignature(readS3Request(new Request(`http://localhost${path}`, init), "", 60_000), credentials, at);
}

describe("signature version 4", () => {
  const headers = {
    host: "examplebucket.s3.amazonaws.com",
    range: "bytes=0-9",
    "x-amz-content-sha256": EMPTY,
    "x-amz-date": "20130524T000000Z",
    authorization: `AWS4-HMAC-SHA256 Credential=${CREDENTIAL},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
  };

  it("in a header is accepted as documented, even if a proxy moved the host", () => {
    expect(verify("/test.txt", { headers }).amzDate).toBe("20130524T000000Z");
    const proxied = { ...headers, host: "127.0.0.1:3000", "x-forwarded-host": headers.host };
    expect(verify("/test.txt", { headers: proxied }).payloadHash).toBe(EMPTY);
  });

  it("in a header is refused if anything it covers differs", () => {
    const refused = [
      () => verify("/test.txz", { headers }),
      () => verify("/test.txt?a=b", { headers }),
      () => verify("/test.txt", { headers: { ...headers, range: "bytes=0-99" } }),
      () => verify("/test.txt", { headers: { ...headers, host: "other.example" } }),
      () => verify("/test.txt", { method: "DELETE", headers }),
    ];
    for (const attempt of refused) expect(attempt).toThrow(expect.objectContaining({ code: "SignatureDoesNotMatch" }));
  });

  it("in a query is accepted as documented until it expires", () => {
    const query = new URLSearchParams({
      "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
      "X-Amz-Credential": CREDENTIAL,
      "X-Amz-Date": "20130524T000000Z",
      "X-Amz-Expires": "86400",
      "X-Amz-SignedHeaders": "host",
      "X-Amz-Signature": "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
    });
    const presigned = { headers: { host: "examplebucket.s3.amazonaws.com" } };
    expect(verify(`/test.txt?${query}`, presigned).payloadHash).toBe("UNSIGNED-PAYLOAD");
    const late = new Date("2013-05-25T00:00:01Z");
    expect(() => verify(`/test.txt?${query}`, presigned, late)).toThrow("expired");
    query.set("X-Amz-Expires", "604801");
    expect(() => verify(`/test.txt?${query}`, presigned)).toThrow("one week");
  });
});

describe("signed chunks", () => {
  const seed = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
  const headers = {
    host: "s3.amazonaws.com",
    "content-encoding": "aws-chunked",
    "content-length": "66824",
    "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
    "x-amz-date": "20130524T000000Z",
    "x-amz-decoded-content-length": "66560",
    "x-amz-storage-class": "REDUCED_REDUNDANCY",
    authorization: `AWS4-HMAC-SHA256 Credential=${CREDENTIAL},SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,Signature=${seed}`,
  };
  const chunks = [
    { size: 65_536, signature: "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648" },
    { size: 1024, signature: "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497" },
    { size: 0, signature: "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9" },
  ];
  const wire = chunks
    .map(({ size, signature }) => `${size.toString(16)};chunk-signature=${signature}\r\n${"a".repeat(size)}\r\n`)
    .join("");

  async function decode(text: string, pieceBytes: number): Promise<string> {
    const signature = verify("/examplebucket/chunkObject.txt", { method: "PUT", headers });
    async function* pieces() {
      for (let i = 0; i < text.length; i += pieceBytes) yield Buffer.from(text.slice(i, i + pieceBytes));
    }
    let decoded = "";
    const options = { signature, hasTrailers: false, onTrailer: () => undefined };
    for await (const piece of decodeAwsChunked(pieces(), options)) decoded += Buffer.from(piece).toString();
    return decoded;
  }

  it.each([7, 1000, 100_000])("are accepted as documented if they arrive %i bytes at a time", async (pieceBytes) => {
    expect(await decode(wire, pieceBytes)).toBe("a".repeat(66_560));
  });

  it("are refused if a byte is changed, a chunk is missing or the end is cut off", async () => {
    await expect(decode(wire.replace("aaa", "aab"), 4096)).rejects.toMatchObject({ code: "SignatureDoesNotMatch" });
    const withoutSecond = wire.slice(0, wire.indexOf("400;")) + wire.slice(wire.indexOf("0;chunk-signature=b6"));
    await expect(decode(withoutSecond, 4096)).rejects.toMatchObject({ code: "SignatureDoesNotMatch" });
    await expect(decode(wire.slice(0, 66_000), 4096)).rejects.toMatchObject({ code: "IncompleteBody" });
  });
});
