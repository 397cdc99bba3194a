import { type ExpressionScope, keyOf } from "./expressions";
import type { FunctionConfig } from "./function-config";

/** How many calls may hold each slot of a function at once, in the order of its `concurrency` entries. */
export type SlotLimits = (functionId: string) => number[];

/**
 * The names of the slots that every call of a run takes, one for each `concurrency` entry. Without a scope, a slot
 * belongs to the function alone; with one, functions that use the same key share it.
 */
export function slotsOf(config: FunctionConfig, scope: ExpressionScope): string[] {
  return (config.concurrency ?? []).map((entry, index) => {
    const key = keyOf(entry.key, scope);
    return entry.scope === "env" || entry.scope === "account"
      ? `${entry.scope}:${key}`
      : `${config.id}:${index}:${key}`;
  });
}

/** The limits as configured now, so that a change also applies to runs in progress. Zero means no limit. */
export function limitsOf(config: FunctionConfig | undefined): number[] {
  return (config?.concurrency ?? []).map(({ limit }) => (limit === 0 ? Number.POSITIVE_INFINITY : limit));
}

/** How many calls of a function hold a slot. `place` is the slot's position among the function's, from 1. */
export interface TakenSlot {
  slot: string;
  function_id: string;
  place: number;
  count: number;
}

/** Counts taken slots while calls are claimed. A call that only sleeps or waits holds none. */
export class SlotCount {
  /** The slots that were full, by the function whose limit they had reached. */
  readonly full: { functionId: string; slot: string }[] = [];
  readonly #limits: SlotLimits;
  readonly #taken = new Map<string, number>();

  constructor(limits: SlotLimits, taken: readonly TakenSlot[]) {
    this.#limits = limits;
    for (const { slot, count } of taken) this.#taken.set(slot, this.#count(slot) + count);
    for (const { slot, function_id: functionId, place } of taken) {
      if (this.#count(slot) >= (limits(functionId)[place - 1] ?? Number.POSITIVE_INFINITY)) {
        this.#noteFull(functionId, slot);
      }
    }
  }

  /** Takes every slot of a call, or none if one of them is full. */
  take({ function_id: functionId, slots }: { function_id: string; slots: string[] }): boolean {
    const limits = this.#limits(functionId);
    const blocking = slots.find((slot, index) => this.#count(slot) >= (limits[index] ?? Number.POSITIVE_INFINITY));
    if (blocking !== undefined) {
      this.#noteFull(functionId, blocking);
      return false;
    }
    for (const slot of slots) this.#taken.set(slot, this.#count(slot) + 1);
    return true;
  }

  #noteFull(functionId: string, slot: string): void {
    if (this.full.some((known) => known.functionId === functionId && known.slot === slot)) return;
    this.full.push({ functionId, slot });
  }

  #count(slot: string): number {
    return this.#taken.get(slot) ?? 0;
  }
}
