import { type Costs, totalCost } from "./cost";

/** Tracks, by their index, that stay at an end. */
export interface Pins {
  first: number | null;
  last: number | null;
}

/** Tracks that a greedy order is begun with, beside the one that it would choose. */
const STARTS = 24;
/** Random changes for each pair of places, and at most. */
const TRIES_PER_PAIR = 12;
const TRIES_MAX = 350_000;
const TRIES_AT_ONCE = 20_000;
/** Where the temperature begins and ends, in units of cost. */
const HOT = 0.25;
const COLD = 0.004;
/** How far apart two tracks are that are swapped at the end. */
const SWAP_MAX = 150;
/** How often all swaps and turns are tried at the end. */
const SWEEPS_MAX = 3;
/** The longest part that is turned round or moved. */
const PART_MAX = 24;

/** Always takes what costs least next. It is what the search begins with, and what it is compared with. */
export function greedyOrder(costs: Costs, pins: Pins, start: number | null = null): number[] {
  const { count, steps, places } = costs;
  const left = new Set(Array.from({ length: count }, (_, index) => index));
  if (pins.last !== null && count > 1) left.delete(pins.last);
  const order: number[] = [];
  const forced = pins.first ?? start;
  for (let place = 0; left.size > 0; place++) {
    const before = order.at(-1);
    const costAt = (track: number) =>
      (places[track * count + place] ?? 0) + (before === undefined ? 0 : (steps[before * count + track] ?? 0));
    let best: number | null = place === 0 && forced !== null && left.has(forced) ? forced : null;
    if (best === null) for (const track of left) if (best === null || costAt(track) < costAt(best)) best = track;
    if (best === null) break;
    order.push(best);
    left.delete(best);
  }
  if (pins.last !== null && count > 1) order.push(pins.last);
  return order;
}

/**
 * An order of low cost: the best of many greedy ones, changed at random (two tracks swapped, a part turned round, a part
 * moved) while what makes it worse is taken less and less often. The random numbers are always the same, so the same set
 * and wishes give the same order. Never worse than the greedy order. Yields now and then, so that a server can do other
 * things meanwhile.
 */
export function* arranging(costs: Costs, pins: Pins): Generator<void, number[]> {
  let best = greedyOrder(costs, pins);
  let bestCost = totalCost(costs, best);
  const between = Math.max(1, Math.floor(costs.count / STARTS));
  for (let start = 0; start < costs.count && pins.first === null; start += between) {
    if (start === pins.last) continue;
    const order = greedyOrder(costs, pins, start);
    const cost = totalCost(costs, order);
    if (cost < bestCost) [best, bestCost] = [order, cost];
    yield;
  }
  const from = pins.first === null ? 0 : 1;
  const to = costs.count - (pins.last === null ? 0 : 1);
  if (to - from < 2) return best;
  const search = new Search(costs, best, from, to);
  const tries = Math.min(TRIES_MAX, TRIES_PER_PAIR * (to - from) ** 2 + 2000);
  for (let done = 0; done < tries; done++) {
    search.temperature = HOT * (COLD / HOT) ** (done / tries);
    search.tryOne();
    if (done % TRIES_AT_ONCE === TRIES_AT_ONCE - 1) yield;
  }
  search.settle();
  return totalCost(costs, search.best) < bestCost ? [...search.best] : best;
}

/** The order at once, for tests and benchmarks. */
export function arrange(costs: Costs, pins: Pins = { first: null, last: null }): number[] {
  const steps = arranging(costs, pins);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

class Search {
  temperature = HOT;
  best: Int32Array;
  readonly #costs: Costs;
  readonly #order: Int32Array;
  readonly #from: number;
  readonly #to: number;
  #cost: number;
  #bestCost: number;
  #state = 0x9e3779b9;

  constructor(costs: Costs, order: readonly number[], from: number, to: number) {
    this.#costs = costs;
    this.#order = Int32Array.from(order);
    this.best = Int32Array.from(order);
    this.#cost = totalCost(costs, order);
    this.#bestCost = this.#cost;
    [this.#from, this.#to] = [from, to];
  }

  tryOne(): void {
    const size = this.#to - this.#from;
    const a = this.#from + Math.floor(this.#random() * size);
    const kind = this.#random();
    if (kind < 0.4) {
      const b = this.#from + Math.floor(this.#random() * size);
      if (a !== b) this.#swap(Math.min(a, b), Math.max(a, b));
      return;
    }
    const length = 2 + Math.floor(this.#random() * Math.min(PART_MAX, size - 1));
    const end = Math.min(this.#to, a + length) - 1;
    if (end <= a) return;
    if (kind < 0.7) this.#turn(a, end);
    else this.#rotate(a, end, 1 + Math.floor(this.#random() * Math.min(3, end - a)));
  }

  /** Goes back to the best, and swaps and turns while that helps. */
  settle(): void {
    this.#order.set(this.best);
    this.#cost = this.#bestCost;
    this.temperature = 0;
    for (let sweep = 0, before = Number.POSITIVE_INFINITY; sweep < SWEEPS_MAX && this.#cost < before - 1e-9; sweep++) {
      before = this.#cost;
      for (let a = this.#from; a < this.#to; a++) {
        for (let b = a + 1; b < Math.min(this.#to, a + SWAP_MAX); b++) {
          this.#swap(a, b);
          if (b - a < PART_MAX) this.#turn(a, b);
        }
      }
    }
  }

  #swap(a: number, b: number): void {
    if (b - a === 1) {
      this.#turn(a, b);
      return;
    }
    const [one, other] = [this.#at(a), this.#at(b)];
    const change = this.#around(other, a) + this.#around(one, b) - this.#around(one, a) - this.#around(other, b);
    if (!this.#takes(change)) return;
    this.#order[a] = other;
    this.#order[b] = one;
    this.#note();
  }

  /** Steps cost the same both ways, so that only the ends of a part that is turned round have other ones. */
  #turn(a: number, b: number): void {
    const { count, places } = this.#costs;
    let change = this.#step(a - 1, this.#at(b)) - this.#step(a - 1, this.#at(a));
    change += this.#step(b + 1, this.#at(a)) - this.#step(b + 1, this.#at(b));
    for (let place = a; place <= b; place++)
      change += (places[this.#at(a + b - place) * count + place] ?? 0) - (places[this.#at(place) * count + place] ?? 0);
    if (!this.#takes(change)) return;
    this.#order.subarray(a, b + 1).reverse();
    this.#note();
  }

  /** Moves the first `by` tracks of a part behind the others. */
  #rotate(a: number, b: number, by: number): void {
    const before = this.#costOf(a, b);
    this.#rotated(a, b, by);
    if (this.#takes(this.#costOf(a, b) - before)) this.#note();
    else this.#rotated(a, b, b - a + 1 - by);
  }

  #rotated(a: number, b: number, by: number): void {
    const part = this.#order.subarray(a, b + 1);
    const head = part.slice(0, by);
    part.copyWithin(0, by);
    part.set(head, part.length - by);
  }

  /** Whether a change helps, or the temperature allows it. Its cost is then counted. */
  #takes(change: number): boolean {
    if (change > -1e-12 && (this.temperature === 0 || this.#random() >= Math.exp(-change / this.temperature)))
      return false;
    this.#cost += change;
    return true;
  }

  /** Keeps the order if it is the best so far. Called when a change is made. */
  #note(): void {
    if (this.#cost >= this.#bestCost - 1e-9) return;
    this.#bestCost = this.#cost;
    this.best.set(this.#order);
  }

  #at(place: number): number {
    return this.#order[place] as number;
  }

  /** Of a step between a place and a track next to it; 0 where no place is. */
  #step(place: number, track: number): number {
    if (place < 0 || place >= this.#order.length) return 0;
    return this.#costs.steps[this.#at(place) * this.#costs.count + track] as number;
  }

  /** Of a track at a place, with the steps into and out of it. */
  #around(track: number, place: number): number {
    const own = this.#costs.places[track * this.#costs.count + place] as number;
    return own + this.#step(place - 1, track) + this.#step(place + 1, track);
  }

  /** Of the places from `a` to `b`, with the steps into and out of them. */
  #costOf(a: number, b: number): number {
    const { count, steps, places } = this.#costs;
    const order = this.#order;
    let sum = 0;
    for (let place = a; place <= b; place++) {
      const track = order[place] ?? 0;
      sum += places[track * count + place] ?? 0;
      if (place > 0) sum += steps[(order[place - 1] ?? 0) * count + track] ?? 0;
    }
    return b + 1 < order.length ? sum + (steps[(order[b] ?? 0) * count + (order[b + 1] ?? 0)] ?? 0) : sum;
  }

  /** 0–1, always the same row of numbers. */
  #random(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state / 2 ** 32;
  }
}
