import { readXmlBody } from "./bucket-operations";
import { type ClaimedPart, MAX_PARTS, type MultipartManifest, MultipartUploads, type UploadAddress } from "./multipart";
import { checksumElements, checksumHeaders, describedBy } from "./object-headers";
import { type Context, runWrite } from "./object-operations";
import { writePrecondition } from "./preconditions";
import { openBody } from "./request-body";
import { S3Error } from "./s3-error";
import { header, parameter, type S3Request } from "./s3-request";
import { checksumAlgorithms, isChecksumAlgorithm } from "./streaming-checksum";
import { childText, parseXml, xmlResponse } from "./xml";

const MAX_PART_BYTES = 5 * 1024 ** 3;
const LISTED_PARTS = 1000;
const LISTED_UPLOADS = 1000;

export async function createMultipartUpload({ store, request }: Context): Promise<Response> {
  await store.requireBucket(request.bucket);
  const checksum = requestedChecksum(request);
  const manifest = { ...describedBy(request), key: request.key, initiatedMs: Date.now(), checksum };
  const UploadId = await new MultipartUploads(store).create(request.bucket, manifest);
  const response = xmlResponse("InitiateMultipartUploadResult", { Bucket: request.bucket, Key: request.key, UploadId });
  if (checksum) {
    response.headers.set("x-amz-checksum-algorithm", checksum.algorithm.toUpperCase());
    response.headers.set("x-amz-checksum-type", checksum.type);
  }
  return response;
}

export async function uploadPart(context: Context): Promise<Response> {
  const { store, request, signature, maxObjectBytes } = context;
  if (header(request, "x-amz-copy-source") !== undefined) throw new S3Error("NotImplemented", "UploadPartCopy.");
  await store.requireBucket(request.bucket);
  const partNumber = Number(parameter(request, "partNumber"));
  if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > MAX_PARTS) {
    throw new S3Error("InvalidArgument", `Part number must be an integer between 1 and ${MAX_PARTS}.`);
  }
  const upload = address(request);
  const place = `${upload.bucket}/${upload.uploadId}/${partNumber}`;
  const record = await runWrite(context, place, async (terms, whileArriving) => {
    const body = await openBody(request, signature, Math.min(MAX_PART_BYTES, maxObjectBytes));
    return new MultipartUploads(store).writePart(upload, partNumber, terms, async (file) => {
      for await (const chunk of body.chunks) {
        await whileArriving();
        await file.append(chunk);
      }
      return { etag: body.md5Hex(), checksum: body.checksum() };
    });
  });
  const headers = checksumHeaders(record.checksum);
  delete headers["x-amz-checksum-type"];
  return new Response(null, { headers: { etag: `"${record.etag}"`, ...headers } });
}

export async function listParts({ store, request }: Context): Promise<Response> {
  await store.requireBucket(request.bucket);
  const marker = Number(parameter(request, "part-number-marker") ?? 0);
  const maxParts = Math.min(LISTED_PARTS, Number(parameter(request, "max-parts") ?? LISTED_PARTS));
  if (!Number.isInteger(marker) || !Number.isInteger(maxParts) || maxParts < 0) {
    throw new S3Error("InvalidArgument", "part-number-marker and max-parts must be numbers.");
  }
  const all = await new MultipartUploads(store).parts(address(request));
  const following = all.filter(({ partNumber }) => partNumber > marker);
  const page = following.slice(0, maxParts);
  return xmlResponse("ListPartsResult", {
    Bucket: request.bucket,
    Key: request.key,
    UploadId: address(request).uploadId,
    PartNumberMarker: marker,
    NextPartNumberMarker: page.at(-1)?.partNumber ?? 0,
    MaxParts: maxParts,
    IsTruncated: following.length > page.length,
    StorageClass: "STANDARD",
    Part: page.map(({ partNumber, record }) => {
      const { ChecksumType: _, ...checksum } = checksumElements(record.checksum);
      const LastModified = new Date(record.lastModifiedMs).toISOString();
      return { PartNumber: partNumber, LastModified, ETag: `"${record.etag}"`, Size: record.sizeBytes, ...checksum };
    }),
  });
}

export async function listMultipartUploads({ store, request }: Context): Promise<Response> {
  await store.requireBucket(request.bucket);
  const [prefix = "", keyMarker = "", idMarker = ""] = ["prefix", "key-marker", "upload-id-marker"].map((name) =>
    parameter(request, name),
  );
  const isAfter = (key: string, id: string) =>
    key > keyMarker || (key === keyMarker && idMarker !== "" && id > idMarker);
  const all = await new MultipartUploads(store).open(request.bucket);
  const following = all.filter(({ uploadId, manifest: { key } }) => key.startsWith(prefix) && isAfter(key, uploadId));
  const page = following.slice(0, LISTED_UPLOADS);
  const isTruncated = following.length > page.length;
  return xmlResponse("ListMultipartUploadsResult", {
    Bucket: request.bucket,
    Prefix: prefix,
    KeyMarker: keyMarker,
    UploadIdMarker: idMarker,
    NextKeyMarker: isTruncated ? page.at(-1)?.manifest.key : undefined,
    NextUploadIdMarker: isTruncated ? page.at(-1)?.uploadId : undefined,
    MaxUploads: LISTED_UPLOADS,
    IsTruncated: isTruncated,
    Upload: page.map(({ uploadId, manifest: { key, initiatedMs } }) => {
      return { Key: key, UploadId: uploadId, Initiated: new Date(initiatedMs).toISOString(), StorageClass: "STANDARD" };
    }),
  });
}

export async function completeMultipartUpload(context: Context): Promise<Response> {
  const { store, request, maxObjectBytes } = context;
  await store.requireBucket(request.bucket);
  const claimed = readClaimedParts(await readXmlBody(context, false));
  const checksums = checksumAlgorithms.map((name) => header(request, `x-amz-checksum-${name}`));
  const record = await new MultipartUploads(store).complete(address(request), claimed, {
    precondition: writePrecondition(request.headers),
    maxObjectBytes,
    expectedChecksum: checksums.find((value) => value !== undefined),
  });
  return xmlResponse("CompleteMultipartUploadResult", {
    Location: `${request.path.split("/").map(encodeURIComponent).join("/")}`,
    Bucket: request.bucket,
    Key: request.key,
    ETag: `"${record.etag}"`,
    ...checksumElements(record.checksum),
  });
}

export async function abortMultipartUpload({ store, request }: Context): Promise<Response> {
  await store.requireBucket(request.bucket);
  await new MultipartUploads(store).abort(address(request));
  return new Response(null, { status: 204 });
}

function readClaimedParts(xml: string): ClaimedPart[] {
  const root = parseXml(xml);
  const claimed = root.children
    .filter(({ name }) => name === "Part")
    .map((part): ClaimedPart => {
      const checksums = checksumAlgorithms.map((name) => childText(part, `Checksum${name.toUpperCase()}`));
      const etag = (childText(part, "ETag") ?? "").trim().replace(/^"(.*)"$/, "$1");
      const checksum = checksums.find((value) => value !== undefined);
      return { partNumber: Number(childText(part, "PartNumber")), etag, checksum };
    });
  const isValid = claimed.every(({ partNumber }) => Number.isInteger(partNumber) && partNumber >= 1);
  if (root.name !== "CompleteMultipartUpload" || claimed.length === 0 || claimed.length > MAX_PARTS || !isValid) {
    throw new S3Error("MalformedXML", "The XML you provided lists no parts.");
  }
  for (const [index, { partNumber }] of claimed.entries()) {
    if (index > 0 && partNumber <= (claimed[index - 1]?.partNumber ?? 0)) {
      throw new S3Error("InvalidPartOrder", "The list of parts was not in ascending order.");
    }
  }
  return claimed;
}

function requestedChecksum(request: S3Request): MultipartManifest["checksum"] {
  const name = header(request, "x-amz-checksum-algorithm")?.toLowerCase();
  if (name === undefined) return undefined;
  if (!isChecksumAlgorithm(name)) throw new S3Error("InvalidRequest", "Unknown checksum algorithm.");
  const byDefault = name === "crc64nvme" ? "FULL_OBJECT" : "COMPOSITE";
  const type = header(request, "x-amz-checksum-type")?.toUpperCase() ?? byDefault;
  const isAllowed = type === "FULL_OBJECT" ? name.startsWith("crc") : type === "COMPOSITE" && name !== "crc64nvme";
  if (!isAllowed) throw new S3Error("InvalidRequest", `${type} is not a checksum type of ${name}.`);
  return { algorithm: name, type: type === "FULL_OBJECT" ? "FULL_OBJECT" : "COMPOSITE" };
}

function address(request: S3Request): UploadAddress {
  return { bucket: request.bucket, key: request.key, uploadId: parameter(request, "uploadId") ?? "" };
}
