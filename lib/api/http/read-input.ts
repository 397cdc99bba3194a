import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { requestOrigin } from "@/lib/request/request-origin";
import type { ApiContext } from "./api-env";
import type { AnyCall, AnyOperation } from "./operation";
import { type InvalidPart, InvalidRequestError, pointerOf } from "./problem";

/**
 * The parts of the request that the operation takes, as their schemas have them.
 * @throws AppError `not_found` if a part of the path does not parse, `invalid_input` for anything else.
 */
export async function readInput(c: ApiContext, operation: AnyOperation): Promise<AnyCall> {
  const params = operation.params?.safeParse(c.req.param());
  if (params && !params.success) throw new AppError("not_found");
  return {
    ctx: c.get("ctx"),
    params: params?.data,
    query: parsed(operation.query, c.req.query(), ([parameter], detail) => ({ parameter: String(parameter), detail })),
    headers: parsed(operation.headers, c.req.header(), ([header], detail) => ({ header: String(header), detail })),
    body: operation.body && parsed(operation.body, await readBody(c, operation), bodyPart),
    bytes: operation.takesBytes === undefined ? null : new Uint8Array(await c.req.arrayBuffer()),
    origin: requestOrigin(c.req.raw.headers),
    signal: c.req.raw.signal,
  };
}

const bodyPart = (path: PropertyKey[], detail: string): InvalidPart => ({ pointer: pointerOf(path), detail });

function parsed(
  schema: z.ZodType | undefined,
  value: unknown,
  partOf: (path: PropertyKey[], detail: string) => InvalidPart,
): unknown {
  const result = schema?.safeParse(value);
  if (result?.success === false) {
    throw new InvalidRequestError(result.error.issues.map(({ path, message }) => partOf(path, message)));
  }
  return result?.data;
}

const FORM = "application/x-www-form-urlencoded";

async function readBody(c: ApiContext, { takesForm }: AnyOperation): Promise<unknown> {
  const isForm = takesForm && c.req.header("content-type")?.startsWith(FORM);
  const read = isForm ? readForm(c) : c.req.json();
  return read.catch((cause: unknown) => {
    throw new AppError("invalid_input", { cause });
  });
}

async function readForm(c: ApiContext): Promise<unknown> {
  return JSON.parse(new URLSearchParams(await c.req.text()).get("json") ?? "");
}
