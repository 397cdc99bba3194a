import { z } from "zod";
import { env } from "@/lib/env";
import { logger } from "@/lib/platform/logger";
import type { ApiContext } from "./api-env";

/**
 * How an operation answers on success. `Value` is what its `handle` returns; `body` is the schema of the
 * whole JSON body that is sent, or null where the body is no JSON.
 */
export interface OperationResponse<Value, Body extends z.ZodType | null> {
  status: 200 | 201 | 204 | 302;
  contentType: string | null;
  body: Body;
  write(c: ApiContext, value: Value): Response;
}

/** `{ data }`, without members that the schema does not name. */
export function json<Schema extends z.ZodType>(
  schema: Schema,
  status: 200 | 201 = 200,
): OperationResponse<z.input<Schema>, z.ZodObject<{ data: Schema }>> {
  const body = z.object({ data: schema });
  return {
    status,
    contentType: "application/json",
    body,
    write: (c, value) => c.json(checked(c, body, { data: value }), status),
  };
}

interface PageValue<Item> {
  data: Item[];
  nextCursor: string | null;
}

/** One page of a list: `{ data, nextCursor }`, where null is the end. */
export function page<Item extends z.ZodType>(
  item: Item,
): OperationResponse<
  PageValue<z.input<Item>>,
  z.ZodObject<{ data: z.ZodArray<Item>; nextCursor: z.ZodNullable<z.ZodString> }>
> {
  const body = z.object({ data: z.array(item), nextCursor: z.string().nullable() });
  return { status: 200, contentType: "application/json", body, write: (c, value) => c.json(checked(c, body, value)) };
}

/** The same with other members beside the list. */
export function pageWith<Item extends z.ZodType, More extends z.ZodRawShape>(
  item: Item,
  more: More,
): OperationResponse<
  PageValue<z.input<Item>> & z.input<z.ZodObject<More>>,
  z.ZodObject<{ data: z.ZodArray<Item>; nextCursor: z.ZodNullable<z.ZodString> } & More>
> {
  const body = z.object({ data: z.array(item), nextCursor: z.string().nullable(), ...more });
  return { status: 200, contentType: "application/json", body, write: (c, value) => c.json(checked(c, body, value)) };
}

/** 204. */
export function empty(): OperationResponse<null, null> {
  return { status: 204, contentType: null, body: null, write: (c) => c.body(null, 204) };
}

/** 302 to an address that only the caller may know and that soon expires. */
export function redirect(): OperationResponse<string, null> {
  return {
    status: 302,
    contentType: null,
    body: null,
    write(c, url) {
      c.header("Cache-Control", "no-store");
      return c.redirect(url, 302);
    },
  };
}

/** Bytes or a stream. `status` only where it is not 200. */
export interface RawAnswer {
  body: string | ReadableStream | null;
  headers: Record<string, string>;
  status?: 304;
}

/** Sent as it is. `schema` says what is in it, where that is JSON; it is not checked. */
export function raw<Schema extends z.ZodType | null = null>(
  contentType: string,
  schema?: Schema,
): OperationResponse<RawAnswer, Schema> {
  return {
    status: 200,
    contentType,
    body: (schema ?? null) as Schema,
    write(c, { body, headers, status }) {
      const type: Record<string, string> = body === null ? {} : { "Content-Type": contentType };
      return c.newResponse(body, status ?? 200, { ...type, ...headers });
    },
  };
}

/**
 * The value without members that the schema does not name. A value that does not match is our bug: it throws in
 * development and tests. In production it is logged and sent all the same: an old record is better than none.
 */
export function checked(c: ApiContext, schema: z.ZodType, value: object): object {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data as object;
  const error = new Error(`${c.req.method} ${c.req.path} does not match its declaration`, { cause: parsed.error });
  if (env.NODE_ENV !== "production") throw error;
  logger().error({ requestId: c.get("requestId"), err: error }, "an answer does not match its declaration");
  return value;
}
