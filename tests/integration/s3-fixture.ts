import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { S3Client, type S3ClientConfig, S3ServiceException } from "@aws-sdk/client-s3";
import { createS3Handler, type S3HandlerOptions } from "@/embedded/s3/handler";
import { createNodeServer } from "@/embedded/s3/node-server";

export const credentials = { accessKeyId: "test-access-key", secretAccessKey: "test-secret-key" };
export const Bucket = "samples";

export interface RunningStore {
  endpoint: string;
  directory: string;
  client: S3Client;
  /** Unexpected errors of the handler. A test that expects none checks that it is empty. */
  surprises: unknown[];
  clientWith(config: S3ClientConfig): S3Client;
  stop(): Promise<void>;
}

/** Starts the real handler on its own port and folder, with the bucket `samples`. */
export async function startStore(options: Partial<S3HandlerOptions> = {}): Promise<RunningStore> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), "s3-store-")));
  const surprises: unknown[] = [];
  const onError = (error: unknown) => void surprises.push(error);
  const handle = createS3Handler({
    directory,
    bucket: Bucket,
    region: "us-east-1",
    ...credentials,
    onError,
    ...options,
  });
  const server = createNodeServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}${options.basePath ?? ""}`;
  const clients: S3Client[] = [];
  const clientWith = (config: S3ClientConfig) => {
    const client = new S3Client({
      endpoint,
      region: "us-east-1",
      forcePathStyle: true,
      maxAttempts: 1,
      credentials,
      ...config,
    });
    clients.push(client);
    return client;
  };
  const stop = async () => {
    for (const client of clients) client.destroy();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    if (!options.directory) await rm(directory, { recursive: true, force: true });
  };
  return { endpoint, directory, client: clientWith({}), surprises, clientWith, stop };
}

/** Returns code and status of the refusal. Fails if the call succeeded. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; status: number | undefined }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof S3ServiceException) return { code: error.name, status: error.$metadata.httpStatusCode };
    throw error;
  }
  throw new Error("the call was not refused");
}

/** Code and status of a refusal received as plain HTTP. */
export async function httpRefusal(response: Response): Promise<{ code: string | undefined; status: number }> {
  return { code: /<Code>([^<]+)</.exec(await response.text())?.[1], status: response.status };
}

/** Varied bytes that are the same in every run. */
export function patternBytes(byteCount: number, seed = 1): Buffer {
  const bytes = Buffer.alloc(byteCount);
  let state = seed * 2_654_435_761;
  for (let i = 0; i < byteCount; i += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
    bytes[i] = state >>> 16;
  }
  return bytes;
}
