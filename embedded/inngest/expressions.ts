import { createHash } from "node:crypto";
import { Environment } from "@marcbachmann/cel-js";

/** What an expression may name: the run's event, and where one is matched against it, `async`. */
export interface ExpressionScope {
  event: unknown;
  async?: unknown;
}

type Program = (scope: Record<string, unknown>) => unknown;

const environment = new Environment({ unlistedVariablesAreDyn: true });
const programs = new Map<string, Program>();
const maxPrograms = 1000;

function compile(expression: string): Program {
  const known = programs.get(expression);
  if (known) return known;
  const program = environment.parse(expression) as Program;
  // waitForEvent expressions may carry literals, so the set of texts is not bounded by the code.
  if (programs.size >= maxPrograms) programs.clear();
  programs.set(expression, program);
  return program;
}

/** Null when the expression is well formed, else why it is not. */
export function expressionError(expression: string): string | null {
  try {
    compile(expression);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "malformed") : String(error);
  }
}

/** The expression's value; undefined when it cannot be evaluated, as with a key the event lacks. */
export function evaluate(expression: string, scope: ExpressionScope): unknown {
  try {
    return compile(expression)({ ...scope });
  } catch {
    return undefined;
  }
}

/** Whether an event passes: no expression always does, one that cannot be evaluated never does. */
export function matches(expression: string | null | undefined, scope: ExpressionScope): boolean {
  return !expression || evaluate(expression, scope) === true;
}

/** A short stable key of the expression's value, the same for every event that gives the same value. */
export function keyOf(expression: string | undefined, scope: ExpressionScope): string {
  const value = expression ? evaluate(expression, scope) : null;
  const text = JSON.stringify(value ?? null, (_, part) => (typeof part === "bigint" ? Number(part) : part));
  return createHash("sha256")
    .update(text ?? "null")
    .digest("hex")
    .slice(0, 32);
}
