import type { Context } from "./object-operations";
import { openBody, readText } from "./request-body";
import { S3Error, toS3Error } from "./s3-error";
import { assertKey } from "./s3-request";
import { childText, parseXml, type XmlElements, xmlResponse } from "./xml";

const MAX_XML_BYTES = 4 * 1024 * 1024;
const MAX_DELETED_KEYS = 1000;

export async function listBuckets({ store }: Context): Promise<Response> {
  const buckets = await store.listBuckets();
  return xmlResponse("ListAllMyBucketsResult", {
    Owner: { ID: "owner", DisplayName: "owner" },
    Buckets: { Bucket: buckets.map(({ name, createdAt }) => ({ Name: name, CreationDate: createdAt.toISOString() })) },
  });
}

export async function createBucket(context: Context): Promise<Response> {
  await readXmlBody(context);
  const { store, request } = context;
  if (!(await store.createBucket(request.bucket))) {
    throw new S3Error("BucketAlreadyOwnedByYou", "Your previous request to create the bucket succeeded.");
  }
  return new Response(null, { headers: { location: `/${request.bucket}` } });
}

export async function headBucket({ store, request }: Context): Promise<Response> {
  await store.requireBucket(request.bucket);
  return new Response(null);
}

export async function bucketLocation({ store, request }: Context, region: string): Promise<Response> {
  await store.requireBucket(request.bucket);
  // The protocol's first region is the one without a name.
  const text = region === "us-east-1" ? "" : region;
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${text}</LocationConstraint>`,
    { headers: { "content-type": "application/xml" } },
  );
}

export async function deleteBucket({ store, request }: Context): Promise<Response> {
  await store.requireBucket(request.bucket);
  await store.deleteBucket(request.bucket);
  return new Response(null, { status: 204 });
}

/** DeleteObjects: every key has its own outcome. One failure does not stop the rest. */
export async function deleteObjects(context: Context): Promise<Response> {
  const { store, request } = context;
  await store.requireBucket(request.bucket);
  const root = parseXml(await readXmlBody(context));
  const objects = root.children.filter(({ name }) => name === "Object");
  if (root.name !== "Delete" || objects.length === 0 || objects.length > MAX_DELETED_KEYS) {
    throw new S3Error("MalformedXML", `Name between 1 and ${MAX_DELETED_KEYS} objects.`);
  }
  const isQuiet = childText(root, "Quiet") === "true";
  const deleted: XmlElements[] = [];
  const errors: XmlElements[] = [];
  for (const object of objects) {
    const Key = childText(object, "Key") ?? "";
    try {
      assertKey(Key);
      await store.remove(request.bucket, Key);
      if (!isQuiet) deleted.push({ Key });
    } catch (error) {
      const { code, message } = toS3Error(error);
      errors.push({ Key, Code: code, Message: message });
    }
  }
  return xmlResponse("DeleteResult", { Deleted: deleted, Error: errors });
}

/** `checksumIsOfBody` is false if `x-amz-checksum-*` is about the object instead. */
export async function readXmlBody({ request, signature }: Context, checksumIsOfBody = true): Promise<string> {
  return readText(await openBody(request, signature, MAX_XML_BYTES, { checksumIsOfBody }));
}
