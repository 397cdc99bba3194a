import { createHash } from "node:crypto";
import { arrivingBytes } from "./arriving-bytes";
import { readForm } from "./form-data";
import { describedByFields } from "./object-headers";
import { runWrite } from "./object-operations";
import type { ObjectStore } from "./object-store";
import { checkPostPolicy } from "./post-policy";
import { AddressPermit, type AllowAccess } from "./presigned-access";
import type { RunningWrites } from "./running-writes";
import { S3Error } from "./s3-error";
import { assertKey, type S3Request } from "./s3-request";
import type { Credentials } from "./signature-v4";
import { xmlDocument } from "./xml";

interface FormUploadOptions {
  store: ObjectStore;
  request: S3Request;
  credentials: Credentials;
  allowAccess: AllowAccess;
  writes: RunningWrites;
  maxObjectBytes: number;
  now: Date;
}

/** A browser's presigned POST. Checks the policy before it reads the file's first byte. */
export async function formUpload(options: FormUploadOptions): Promise<Response> {
  const source = arrivingBytes(options.request);
  try {
    return await storeForm(source, options);
  } finally {
    await source.return(undefined);
  }
}

async function storeForm(source: AsyncIterable<Uint8Array>, options: FormUploadOptions): Promise<Response> {
  const { store, request, credentials, writes, now } = options;
  const { bucket } = request;
  const form = await readForm(source, request.headers.get("content-type") ?? "");
  const fileName = form.fileName.split(/[\\/]/).at(-1) ?? "";
  const key = (form.fields.get("key") ?? "").replace(/\$\{filename\}/g, () => fileName);
  form.fields.set("key", key);
  const limits = checkPostPolicy(form.fields, request.bucket, credentials, now);
  assertKey(key);
  await store.requireBucket(request.bucket);
  const described = describedByFields(form.fields);
  const maxBytes = Math.min(limits.maxBytes, options.maxObjectBytes);
  const permit = await AddressPermit.of({ ...request, key }, options.allowAccess);
  const record = await runWrite({ request, permit, writes }, `${bucket}/${key}`, (terms, whileArriving) =>
    store.write({ bucket, key, terms }, async (file) => {
      const md5 = createHash("md5");
      let byteCount = 0;
      for await (const chunk of form.file) {
        byteCount += chunk.byteLength;
        if (byteCount > maxBytes) throw new S3Error("EntityTooLarge", `The policy allows at most ${maxBytes} bytes.`);
        await whileArriving();
        md5.update(chunk);
        await file.append(chunk);
      }
      if (byteCount < limits.minBytes) {
        throw new S3Error("EntityTooSmall", `The policy requires at least ${limits.minBytes} bytes.`);
      }
      return { ...described, etag: md5.digest("hex"), lastModifiedMs: Date.now() };
    }),
  );
  return formResponse(request, key, record.etag, form.fields.get("success_action_status"));
}

function formResponse(request: S3Request, key: string, etag: string, wantedStatus = ""): Response {
  const Location = [request.path.replace(/\/$/, ""), ...key.split("/").map(encodeURIComponent)].join("/");
  const headers = { etag: `"${etag}"`, location: Location };
  if (wantedStatus === "201") {
    const document = { Location, Bucket: request.bucket, Key: key, ETag: `"${etag}"` };
    const body = xmlDocument("PostResponse", document, false);
    return new Response(body, { status: 201, headers: { ...headers, "content-type": "application/xml" } });
  }
  return new Response(null, { status: wantedStatus === "200" ? 200 : 204, headers });
}
