import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { ApiContext } from "./api-env";

/** The JSON body as the schema has it. Throws `invalid_input`, or the schema's own error. */
export async function readBody<Schema extends z.ZodType>(c: ApiContext, schema: Schema): Promise<z.output<Schema>> {
  const body: unknown = await c.req.json().catch((cause: unknown) => {
    throw new AppError("invalid_input", { cause });
  });
  return schema.parse(body);
}

/** The `:id` of the path. Throws `not_found` where it can be nobody's. */
export function pathId(c: ApiContext): string {
  const id = z.uuid().safeParse(c.req.param("id"));
  if (!id.success) throw new AppError("not_found");
  return id.data;
}
