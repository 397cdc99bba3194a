import { createHash } from "node:crypto";
import { Environment } from "@marcbachmann/cel-js";

/** What an expression may use: the run's event, and `async`, the event that is matched against it, if there is one. */
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
  // waitForEvent expressions may contain literals, so the code does not limit how many different texts there are.
  if (programs.size >= maxPrograms) programs.clear();
  programs.set(expression, program);
  return program;
}

/** Returns null if the expression is well formed, otherwise the reason why not. */
export function expressionError(expression: string): string | null {
  try {
    compile(expression);
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n")[0] ?? "malformed") : String(error);
  }
}

/** The expression's value. Undefined if it cannot be evaluated, for example because the event lacks a key. */
export function evaluate(expression: string, scope: ExpressionScope): unknown {
  try {
    return compile(expression)({ ...scope });
  } catch {
    return undefined;
  }
}

/** Whether an event passes. True without an expression, false if the expression cannot be evaluated. */
export function matches(expression: string | null | undefined, scope: ExpressionScope): boolean {
  return !expression || evaluate(expression, scope) === true;
}

/** A short key of the expression's value: equal values always give the same key. */
export function keyOf(expression: string | undefined, scope: ExpressionScope): string {
  const value = expression ? evaluate(expression, scope) : null;
  const text = JSON.stringify(value ?? null, (_, part) => (typeof part === "bigint" ? Number(part) : part));
  return createHash("sha256")
    .update(text ?? "null")
    .digest("hex")
    .slice(0, 32);
}
