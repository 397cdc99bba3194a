import type { DeclaredError } from "@/lib/api/http/operation";
import { msg } from "@/lib/language/text";

export const NO_SUCH_IMPORT = {
  status: 404,
  title: msg("There is no such folder among your imports"),
} satisfies DeclaredError;

/** Not 404, which would say that the operation itself is not there. */
export const CANNOT_IMPORT = {
  status: 409,
  title: msg("This folder cannot be imported"),
  detail: msg(
    "It may have been moved, it may not be readable, or the operator of this server may not allow it any more.",
  ),
} satisfies DeclaredError;

/** Also for what is there and may not be seen. */
export const NO_SUCH_FOLDER = {
  status: 404,
  title: msg("There is no such folder"),
  detail: msg(
    "It may have been moved, it may not be readable, or the operator of this server may not allow it any more.",
  ),
} satisfies DeclaredError;

export const NO_SCAN = { status: 409, title: msg("No import of this folder is under way") } satisfies DeclaredError;
