import type { z } from "zod";
import type { ErrorCode } from "@/lib/errors";
// Types only: nothing of the server comes into the browser.
import type { OPERATIONS } from "./operation-table";

const BASE = "/api/v1";

type Declared = (typeof OPERATIONS)[number];
type NameOf<Operation> = Operation extends { method: infer Method extends string; path: infer Path extends string }
  ? `${Method} ${Path}`
  : never;

/** `GET /samples/:id`. */
export type OperationName = NameOf<Declared>;
type Named<Name extends OperationName, Operation = Declared> = Operation extends Declared
  ? NameOf<Operation> extends Name
    ? Operation
    : never
  : never;

type Input<Operation, Part extends "params" | "query" | "body"> =
  Operation extends Partial<Record<Part, infer Schema>> ? z.input<Extract<Schema, z.ZodType>> : never;
/** Undefined for a part that is not taken; may be left out where all of it may. */
type Taken<Operation, Part extends "params" | "query" | "body"> = [Input<Operation, Part>] extends [undefined]
  ? { [Key in Part]?: undefined }
  : Record<never, never> extends Input<Operation, Part>
    ? { [Key in Part]?: Input<Operation, Part> }
    : { [Key in Part]: Input<Operation, Part> };

type Address<Operation> = Taken<Operation, "params"> & Taken<Operation, "query">;

/** What a call takes besides the parts of the operation. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Sent again with the same key, the request is not done twice. */
  idempotencyKey?: string;
  /** Sends the request even if the page is being closed. */
  keepalive?: boolean;
}

type MembersOf<Refusal> = Refusal extends { members: infer Schema extends z.ZodType } ? z.output<Schema> : unknown;
type ErrorsOf<Operation> = Operation extends { errors?: infer Errors } ? NonNullable<Errors> : never;
interface ProblemText {
  title?: string;
  detail?: string;
}
type ProblemOf<Operation, Errors = ErrorsOf<Operation>> =
  | { [Code in keyof Errors & string]: { code: Code } & ProblemText & MembersOf<Errors[Code]> }[keyof Errors & string]
  | ({ code: CommonCode } & ProblemText);
/** What any operation may refuse. */
type CommonCode = ErrorCode | "address_not_allowed" | "idempotency_key_reused" | "idempotency_in_progress";

type BodyOf<Operation> = Operation extends { response: { body: infer Schema } }
  ? Schema extends z.ZodType
    ? z.output<Schema>
    : null
  : never;

export interface Refused<Problem> {
  ok: false;
  status: number;
  /** Null if something else answered, such as a proxy. */
  problem: Problem | null;
  retryAfterSeconds: number | null;
}

export type ApiAnswer<Name extends OperationName> =
  | { ok: true; body: BodyOf<Named<Name>> }
  | Refused<ProblemOf<Named<Name>>>;

/**
 * Calls an operation of `/api/v1`, typed by its declaration. Returns a refusal; throws if there is no answer, and the
 * signal's reason if aborted.
 */
export async function callApi<const Name extends OperationName>(
  name: Name,
  input: Address<Named<Name>> & Taken<Named<Name>, "body"> & CallOptions,
): Promise<ApiAnswer<Name>> {
  const { params, query, body, signal, idempotencyKey, keepalive } = input as UntypedInput & CallOptions;
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (idempotencyKey !== undefined) headers["idempotency-key"] = idempotencyKey;
  const response = await fetch(addressOf(name, params, query), {
    method: name.slice(0, name.indexOf(" ")),
    headers,
    cache: "no-store",
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
    ...(keepalive && { keepalive }),
  });
  if (!response.ok) return refusedBy(response);
  return { ok: true, body: response.status === 204 ? null : await response.json() };
}

/** The address of an operation, for a link or a player. */
export function apiAddress<const Name extends OperationName & `GET ${string}`>(
  name: Name,
  input: Address<Named<Name>>,
): string {
  const { params, query } = input as UntypedInput;
  return addressOf(name, params, query);
}

interface UntypedInput {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
}

function addressOf(name: string, params: UntypedInput["params"] = {}, query: UntypedInput["query"] = {}): string {
  const path = name
    .slice(name.indexOf(" ") + 1)
    .replaceAll(/:(\w+)/g, (_, param: string) => encodeURIComponent(params[param] ?? ""));
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return given.length === 0 ? `${BASE}${path}` : `${BASE}${path}?${new URLSearchParams(given)}`;
}

async function refusedBy<Problem extends { code: string }>(response: Response): Promise<Refused<Problem>> {
  const body: unknown = await response.json().catch(() => null);
  const isProblem = typeof body === "object" && body !== null && "code" in body && typeof body.code === "string";
  const retryAfterSeconds = Number(response.headers.get("retry-after"));
  return {
    ok: false,
    status: response.status,
    problem: isProblem ? (body as Problem) : null,
    retryAfterSeconds: retryAfterSeconds > 0 ? retryAfterSeconds : null,
  };
}
