import type { DeclaredError } from "@/lib/api/http/operation";

export const NO_SUCH_IMPORT = {
  status: 404,
  title: "There is no such folder among your imports",
} satisfies DeclaredError;

/** Not 404, which would say that the operation itself is not there. */
export const CANNOT_IMPORT = {
  status: 409,
  title: "This folder cannot be imported",
  detail: "It may have been moved, it may not be readable, or the operator of this server may not allow it any more.",
} satisfies DeclaredError;

/** Also for what is there and may not be seen. */
export const NO_SUCH_FOLDER = {
  status: 404,
  title: "There is no such folder",
  detail: "It may have been moved, it may not be readable, or the operator of this server may not allow it any more.",
} satisfies DeclaredError;

export const NO_SCAN = { status: 409, title: "No import of this folder is under way" } satisfies DeclaredError;
