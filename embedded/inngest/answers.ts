import { z } from "zod";
import type { Reply } from "./call-app";
import { parseRetryAfterMs } from "./durations";
import type { StepFailure } from "./runs";
import { verifyResponse } from "./signature";

const operationSchema = z.looseObject({
  id: z
    .string()
    .min(1)
    .max(256)
    .refine((id) => !id.includes("\0")),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.record(z.string(), z.unknown()).nullish(),
});
const operationsSchema = z.array(operationSchema).max(1000);

export type Operation = z.infer<typeof operationSchema>;

/** What an app's reply means for the run. */
export type Answer =
  | { kind: "returned"; result: string }
  | { kind: "operations"; operations: Operation[]; race: boolean; noRetry: boolean; retryAfterMs?: number | undefined }
  | { kind: "failed"; error: StepFailure; noRetry: boolean; retryAfterMs?: number | undefined }
  | { kind: "unreached" | "cut"; message: string };

type Answered = Extract<Reply, { kind: "answered" }>;

// What a proxy answers if the app behind it is down.
const gatewayStatuses = new Set([502, 503, 504]);

/** Reads a reply. Anything unexpected is a failed attempt, because the app is not trusted to behave. */
export function readAnswer(reply: Reply, signingKey: string | null): Answer {
  if (reply.kind === "unusable") return attemptFailed("UnusableAnswerError", reply.message);
  if (reply.kind !== "answered") return reply;
  const answer = reply.status === 201 ? unwrapStreamed(reply) : reply;
  if (!answer) return attemptFailed("UnusableAnswerError", "the streamed answer is malformed");
  if (gatewayStatuses.has(answer.status)) return { kind: "unreached", message: `HTTP ${answer.status}` };
  if (signingKey && !verifyResponse(signingKey, answer.headers["x-inngest-signature"], answer.text, Date.now())) {
    return attemptFailed("UnsignedAnswerError", `HTTP ${answer.status} without a valid signature of the app`);
  }
  const value = parseJson(answer.text);
  if (answer.status === 200) {
    return value.ok
      ? { kind: "returned", result: JSON.stringify(value.json) }
      : attemptFailed("UnusableAnswerError", "the returned value is not JSON");
  }
  return answer.status === 206 ? readOperations(answer, value) : readFailure(answer, value);
}

function attemptFailed(name: string, message: string): Answer {
  return { kind: "failed", error: { name, message }, noRetry: false };
}

/** With `streaming`, the SDK sends 201, blanks while it works, then status, headers and body as one JSON text. */
function unwrapStreamed(reply: Answered): Answered | null {
  const schema = z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.string() });
  const value = parseJson(reply.text.trim());
  const parsed = schema.safeParse(value.ok ? value.json : undefined);
  if (!parsed.success) return null;
  const headers: Record<string, string> = {};
  for (const [name, text] of Object.entries(parsed.data.headers)) headers[name.toLowerCase()] = text;
  return { kind: "answered", status: parsed.data.status, headers, text: parsed.data.body };
}

type Json = { ok: true; json: unknown } | { ok: false };

function parseJson(text: string): Json {
  try {
    return { ok: true, json: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

function readOperations({ headers }: Answered, value: Json): Answer {
  const parsed = operationsSchema.safeParse(value.ok ? value.json : undefined);
  if (!parsed.success) return attemptFailed("UnusableAnswerError", "the reported steps are malformed");
  return {
    kind: "operations",
    operations: parsed.data,
    race: headers["x-inngest-req-version"] === "1",
    noRetry: headers["x-inngest-no-retry"] === "true",
    retryAfterMs: parseRetryAfterMs(headers["retry-after"], Date.now()),
  };
}

function readFailure({ status, headers, text }: Answered, value: Json): Answer {
  const error = value.ok ? readError(value.json) : { name: "Error", message: `HTTP ${status}: ${text.slice(0, 500)}` };
  return {
    kind: "failed",
    error,
    noRetry: headers["x-inngest-no-retry"] === "true",
    retryAfterMs: parseRetryAfterMs(headers["retry-after"], Date.now()),
  };
}

/** An error that the app reported, in the shape that later calls get. Keeps its cause and other fields. */
export function readError(value: unknown): StepFailure {
  const { name, message, error, stack, ...rest } =
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : { message: typeof value === "string" ? value : JSON.stringify(value) };
  const { __serialized: _, ...kept } = rest;
  return {
    ...kept,
    name: typeof name === "string" && name !== "" ? name : "Error",
    message: firstText(message, error) ?? "unknown error",
    ...(typeof stack === "string" ? { stack } : {}),
  };
}

function firstText(...values: unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === "string" && value !== "");
}
