import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { z } from "zod";
import type { Ctx } from "@/lib/identity/actor";
import type { Permission } from "@/lib/identity/permissions";
import type { RateClass } from "@/lib/rate-limits/constants";
import type { OperationResponse } from "./responses";

/** One way in which an operation refuses. `members` are what its problem document says besides. */
export interface DeclaredError {
  status: ContentfulStatusCode;
  /** What happened. */
  title: string;
  /** What to do about it, where a refusal has no sentence of its own. */
  detail?: string;
  members?: z.ZodObject;
  /** When it is worth to ask again. */
  retryAfterSeconds?: number;
}
export type DeclaredErrors = Readonly<Record<string, DeclaredError>>;

type MembersOf<Declared extends DeclaredError> = Declared extends { members: infer Schema extends z.ZodObject }
  ? { members: z.input<Schema> }
  : { members?: undefined };

/** A verb's `refused(reason)` will do if the reason is declared without members. */
type Refusal<Errors extends DeclaredErrors> = {
  [Code in keyof Errors & string]: { ok: false; reason: Code; detail?: string } & MembersOf<Errors[Code]>;
}[keyof Errors & string];

type Outcome<Answer, Errors extends DeclaredErrors> =
  | { ok: true; value: Answer extends OperationResponse<infer Value, infer _Body> ? Value : never }
  | Refusal<Errors>;

/** What an operation is called with: who asks, and the request's parts as their schemas have them. */
export interface OperationCall<Params, Query, Fields, Body> {
  ctx: Ctx;
  params: Params;
  query: Query;
  headers: Fields;
  body: Body;
  /** The body as it is, of an operation that takes bytes; else null. */
  bytes: Uint8Array | null;
  /** The origin that people use, `http://host:port`: see `requestOrigin`. */
  origin: string;
  /** Aborted when the caller has gone. */
  signal: AbortSignal;
}

/** The schema of a part that an operation does not take. */
type Nothing = z.ZodUndefined;

interface Operation<
  Method extends string,
  Path extends string,
  Answer,
  Errors extends DeclaredErrors,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Fields extends z.ZodType,
  Body extends z.ZodType,
> {
  method: Method;
  /** Below `/api/v1`, with `:name` where `params` has a value. */
  path: Path;
  /** One sentence. */
  summary: string;
  /** What a person must be permitted, and a key must have been given. */
  scope: Permission;
  rateClass: RateClass | ((query: Record<string, string>) => RateClass);
  /** A value that does not parse is answered 404. */
  params?: Params;
  query?: Query;
  /** By their names in lower case. */
  headers?: Fields;
  body?: Body;
  /** The body is no JSON but a file of so many bytes at most. It may declare `too_large`. */
  takesBytes?: number;
  /** The body may also come from a form, as JSON in its field `json`: only so does a browser save a long answer as it comes. */
  takesForm?: true;
  response: Answer;
  /** By their code. What every operation may answer (401, 403, 429, 500 and the like) is not listed. */
  errors?: Errors;
  /**
   * Does a request with an `Idempotency-Key` once, and answers a repeat of it with the first answer. Where doing it twice
   * would do harm, a request without one is refused.
   */
  idempotent?: true | "required";
  handle(
    call: OperationCall<z.output<Params>, z.output<Query>, z.output<Fields>, z.output<Body>>,
  ): Promise<Outcome<Answer, Errors>>;
  /** For an answer that expires: makes a fresh one from the `data` of the first. */
  renew?(
    call: OperationCall<z.output<Params>, z.output<Query>, z.output<Fields>, z.output<Body>>,
    data: unknown,
  ): Promise<Outcome<Answer, Errors>>;
}

/** Declares one operation: what it takes, what it answers, who may call it, and the work. */
export function defineOperation<
  const Method extends "GET" | "POST" | "PATCH" | "DELETE",
  const Path extends `/${string}`,
  Answer extends AnyResponse,
  const Errors extends DeclaredErrors = Record<never, never>,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Fields extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
>(
  operation: Operation<Method, Path, Answer, Errors, Params, Query, Fields, Body>,
): Operation<Method, Path, Answer, Errors, Params, Query, Fields, Body> {
  return operation;
}

type AnyResponse = OperationResponse<unknown, z.ZodType | null>;
export type AnyCall = OperationCall<unknown, unknown, unknown, unknown>;
export type AnyOutcome =
  | { ok: true; value: unknown }
  | { ok: false; reason: string; detail?: string; members?: Record<string, unknown> };

/** Any declaration, as the framework sees it. */
export interface AnyOperation {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  summary: string;
  scope: Permission;
  rateClass: RateClass | ((query: Record<string, string>) => RateClass);
  params?: z.ZodType;
  query?: z.ZodType;
  headers?: z.ZodType;
  body?: z.ZodType;
  takesBytes?: number;
  takesForm?: true;
  response: AnyResponse;
  errors?: DeclaredErrors;
  idempotent?: true | "required";
  handle(call: AnyCall): Promise<AnyOutcome>;
  renew?(call: AnyCall, data: unknown): Promise<AnyOutcome>;
}
