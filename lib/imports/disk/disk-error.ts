import type { FileFailure, UnreachableReason } from "@/lib/imports/constants";

/** The folder cannot be reached now. Nothing is known about its files, so nothing may be said about them. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";

  constructor(readonly reason: UnreachableReason) {
    super(`the folder cannot be reached: ${reason}`);
  }
}

/** What lies at a path is not what was expected there. */
export class Elsewhere extends Error {
  override readonly name = "Elsewhere";
}

export const codeOf = (error: unknown): string | null =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;

/** The disk itself fails, or the machine that serves it is away. */
const DISK = new Set([
  ...[
    "EIO",
    "ENXIO",
    "ENODEV",
    "ESTALE",
    "ENOTCONN",
    "EHOSTDOWN",
    "EHOSTUNREACH",
    "ETIMEDOUT",
    "EREMOTEIO",
    "ENOMEDIUM",
  ],
]);
const DENIED = new Set(["EACCES", "EPERM"]);
const LINK = new Set(["ELOOP", "EMLINK"]);

export const isGone = (error: unknown): boolean => codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR";
export const isDisk = (error: unknown): boolean => DISK.has(codeOf(error) ?? "");
export const isDenied = (error: unknown): boolean => DENIED.has(codeOf(error) ?? "");
/** A link at the end of a path that must not be one. */
export const isLink = (error: unknown): boolean => LINK.has(codeOf(error) ?? "");
/** Errors of the file system have a number; those of our own services do not. */
export const isFromDisk = (error: unknown): boolean =>
  codeOf(error) !== null && error instanceof Error && "errno" in error && "syscall" in error;
/** This process, or the whole machine, has run out of something. */
const OWN = new Set(["EMFILE", "ENFILE", "ENOMEM"]);
/** What is wrong is what lies there, and not this process: elsewhere it may be fine. */
export const isOfPlace = (error: unknown): boolean => isFromDisk(error) && !OWN.has(codeOf(error) ?? "");

/** Why the folder of an import cannot be opened. */
export function unreachableReason(error: unknown): UnreachableReason {
  if (error instanceof Elsewhere || isLink(error)) return "replaced";
  if (codeOf(error) === "ENOTDIR") return "not_a_folder";
  if (isGone(error)) return "missing";
  return isDenied(error) ? "unreadable" : "disk";
}

/** What a person is told about one file. */
export function fileFailureOf(error: unknown): FileFailure {
  if (error instanceof Elsewhere) return "outside";
  if (isLink(error)) return "not_a_file";
  return isDenied(error) ? "unreadable" : "read_error";
}
