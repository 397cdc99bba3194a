/** A repeatable source of chance (mulberry32): the same seed gives the same draws on every machine. */
export declare class SeededRandom {
    private state;
    constructor(seed: number);
    /** Uniform in [0, 1). */
    next(): number;
    /** Uniform in [low, high). */
    between(low: number, high: number): number;
    /** A whole number from `low` to `high`, both included. */
    whole(low: number, high: number): number;
    chance(probability: number): boolean;
    pick<T>(items: readonly T[]): T;
    /** Puts the items in another order, in place. Fisher & Yates, 1938. */
    shuffle(items: unknown[]): void;
    /** Bell-shaped around 0 with standard deviation 1 (sum of twelve uniforms). */
    bell(): number;
}
