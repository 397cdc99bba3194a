import { S3Error } from "./s3-error";
import { parameter, type S3Request } from "./s3-request";

const ASKED_AGAIN_AFTER_MS = 5_000;

/** What somebody wants to do with a presigned address. */
export interface PresignedAccess {
  action: "read" | "write";
  bucket: string;
  key: string;
  /** Set for a part of a multipart upload. */
  uploadId: string | null;
  /** A parameter of the signed query, as whoever signed the address wrote it. */
  parameter: (name: string) => string | null;
}

/** An access that is allowed. The holder is whoever the address was given to. */
export interface Permit {
  holder: string | null;
}

/** Whether the address still allows this now; null if it does not. */
export type AllowAccess = (access: PresignedAccess) => Promise<Permit | null>;

/** A presigned request that was allowed at its start, and may be asked again. */
export class AddressPermit {
  #askedAtMs = Date.now();

  private constructor(
    readonly holder: string | null,
    private readonly access: PresignedAccess,
    private readonly allow: AllowAccess,
  ) {}

  /** @throws S3Error `AccessDenied` */
  static async of(request: S3Request, allow: AllowAccess): Promise<AddressPermit> {
    const access = accessOf(request);
    return new AddressPermit((await ask(access, allow)).holder, access, allow);
  }

  /** Asks again now. Call it right before a write is put in place. */
  async confirm(): Promise<void> {
    this.#askedAtMs = Date.now();
    await ask(this.access, this.allow);
  }

  /** Asks again if the last answer is some seconds old. Call it while a body arrives. */
  async renew(): Promise<void> {
    if (Date.now() - this.#askedAtMs >= ASKED_AGAIN_AFTER_MS) await this.confirm();
  }
}

async function ask(access: PresignedAccess, allow: AllowAccess): Promise<Permit> {
  const permit = await allow(access);
  if (!permit) throw new S3Error("AccessDenied", "This address is not valid any more.");
  return permit;
}

function accessOf(request: S3Request): PresignedAccess {
  const isRead = request.method === "GET" || request.method === "HEAD";
  return {
    action: isRead ? "read" : "write",
    bucket: request.bucket,
    key: request.key,
    uploadId: parameter(request, "uploadId") ?? null,
    parameter: (name) => parameter(request, name) ?? null,
  };
}
