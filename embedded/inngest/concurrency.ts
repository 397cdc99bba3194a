import { type ExpressionScope, keyOf } from "./expressions";
import type { FunctionConfig } from "./function-config";

/** How many calls may hold each of a function's slots at once, in the order of its `concurrency` entries. */
export type SlotLimits = (functionId: string) => number[];

/**
 * The names of the slots every call of a run takes, one for each `concurrency` entry. Without a
 * scope a slot is the function's own; with one, functions that use the same key share it.
 */
export function slotsOf(config: FunctionConfig, scope: ExpressionScope): string[] {
  return (config.concurrency ?? []).map((entry, index) => {
    const key = keyOf(entry.key, scope);
    return entry.scope === "env" || entry.scope === "account"
      ? `${entry.scope}:${key}`
      : `${config.id}:${index}:${key}`;
  });
}

/** Limits as configured now, so that a changed limit also holds for runs that are under way. Zero means none. */
export function limitsOf(config: FunctionConfig | undefined): number[] {
  return (config?.concurrency ?? []).map(({ limit }) => (limit === 0 ? Number.POSITIVE_INFINITY : limit));
}

/** How many calls of a function hold a slot, which is the `place`th (from 1) of that function's. */
export interface TakenSlot {
  slot: string;
  function_id: string;
  place: number;
  count: number;
}

/** Counts taken slots while calls are claimed. A call that only sleeps or waits has none. */
export class SlotCount {
  /** Slots found full, by the function whose limit they reached. */
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

  /** Takes every slot of a call, or none when one of them is full. */
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
