import { Cron } from "croner";
import { z } from "zod";
import { parseDurationMs, parseMoment } from "./durations";
import { expressionError } from "./expressions";

const expression = z.string().superRefine((text, context) => {
  const problem = expressionError(text);
  if (problem) context.addIssue({ code: "custom", message: `expression ${JSON.stringify(text)}: ${problem}` });
});
const period = z.string().refine((text) => (parseDurationMs(text) ?? 0) > 0, "not a duration such as 10s or 1h30m");
const moment = z.string().refine((text) => parseMoment(text, 0) !== null, "neither a duration nor a date");
const count = z.number().int().min(1);

const cronText = z.string().refine((text) => {
  try {
    return parseCron(text).nextRun() !== null;
  } catch {
    return false;
  }
}, "not a cron schedule with a future time");

const trigger = z.union([
  z.strictObject({ event: z.string().min(1), expression: expression.optional() }),
  z.strictObject({ cron: cronText, jitter: period.optional() }),
]);

const concurrencyEntry = z.strictObject({
  limit: z.number().int().min(0),
  key: expression.optional(),
  scope: z.enum(["fn", "env", "account"]).optional(),
});
const concurrency = z.preprocess(
  (value) => (typeof value === "number" ? [{ limit: value }] : value && !Array.isArray(value) ? [value] : value),
  z.array(concurrencyEntry).max(2),
);

/**
 * One function as the SDK registers it. Objects are strict: registration refuses a setting that this executor does not
 * know, instead of silently ignoring it.
 */
const functionConfigSchema = z.strictObject({
  id: z.string().min(1).max(512),
  name: z.string().optional(),
  triggers: z.array(trigger),
  steps: z.strictObject({
    step: z.looseObject({
      runtime: z.looseObject({
        type: z.literal("http", "only functions served over http are supported"),
        url: z.url({ protocol: /^https?$/ }),
      }),
      retries: z.looseObject({ attempts: z.number().int().min(0).optional() }).optional(),
    }),
  }),
  idempotency: expression.optional(),
  batchEvents: z
    .strictObject({
      maxSize: count.max(1000),
      timeout: period,
      key: expression.optional(),
      if: expression.optional(),
    })
    .optional(),
  rateLimit: z.strictObject({ key: expression.optional(), limit: count, period }).optional(),
  throttle: z
    .strictObject({ key: expression.optional(), limit: count, period, burst: z.number().int().min(0).optional() })
    .optional(),
  debounce: z.strictObject({ key: expression.optional(), period, timeout: period.optional() }).optional(),
  singleton: z.strictObject({ key: expression.optional(), mode: z.enum(["skip", "cancel"]) }).optional(),
  priority: z.strictObject({ run: expression.optional() }).optional(),
  timeouts: z.strictObject({ start: period.optional(), finish: period.optional() }).optional(),
  cancel: z
    .array(z.strictObject({ event: z.string().min(1), if: expression.optional(), timeout: moment.optional() }))
    .optional(),
  concurrency: concurrency.optional(),
});

export type FunctionConfig = z.infer<typeof functionConfigSchema>;

/** What an app registers with `POST /fn/register` or in its answer to a sync request. */
export const registrationSchema = z.looseObject({
  appName: z.string().min(1).max(255),
  url: z.url({ protocol: /^https?$/ }),
  sdk: z.string().max(255).default(""),
  functions: z.array(functionConfigSchema).max(1000),
});

export type Registration = z.infer<typeof registrationSchema>;

/** How many attempts a call gets: the first one and the retries. The default is three retries. */
export function maxAttempts(config: FunctionConfig): number {
  return (config.steps.step.retries?.attempts ?? 3) + 1;
}

/** The schedule in `[TZ=<zone> ]<five or six fields>`. @throws if it is malformed */
export function parseCron(text: string): Cron {
  const [, timezone, pattern] = /^(?:TZ=(\S+)\s+)?(.*)$/s.exec(text.trim()) ?? [];
  return new Cron(pattern ?? text, { timezone: timezone ?? "UTC", paused: true });
}

/** One sentence that names the wrong or unsupported setting. */
export function describeIssues(error: z.ZodError, input: unknown): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => {
      const [head, index, ...rest] = issue.path;
      const name = head === "functions" ? functionName(input, index) : undefined;
      return `${name ? `function ${name}: ${rest.join(".")}` : issue.path.join(".")}: ${issue.message}`;
    })
    .join("; ");
}

function functionName(input: unknown, index: PropertyKey | undefined): string | undefined {
  const parsed = z.looseObject({ functions: z.array(z.looseObject({ id: z.string() })) }).safeParse(input);
  return parsed.success && typeof index === "number" ? parsed.data.functions[index]?.id : undefined;
}
