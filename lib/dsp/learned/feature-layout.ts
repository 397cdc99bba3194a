/** One part of a feature vector: a single value, one value for each label, or the values of another layout. */
export type FeaturePart = "value" | readonly string[] | FeatureLayout<FeatureParts>;
/** The parts of a vector by name, in order. */
export type FeatureParts = { readonly [part: string]: FeaturePart };

/** What {@link FeatureLayout.vector} takes: a number for a single value, else as many numbers as the part is wide. */
export type FeatureValues<Parts extends FeatureParts> = {
  readonly [Part in keyof Parts]: Parts[Part] extends "value" ? number : ArrayLike<number>;
};

type Place = { part: string; offset: number; width: number };

/**
 * The order of the values in a feature vector, by name. What a model learned is stored by position; a layout says which
 * weight belongs to which feature. The parts follow one another as they are declared.
 *
 * @example
 * const layout = new FeatureLayout({ octaves: "value", pulse: ["low", "high"] });
 * layout.names; // ["octaves", "pulse.low", "pulse.high"]
 * layout.vector({ octaves: 0.5, pulse: [1, 2] }); // 0.5, 1, 2
 */
export class FeatureLayout<const Parts extends FeatureParts> {
  /** Values in a vector. */
  readonly size: number;
  /** The name of each value, in order, such as "octaves" or "pulse.low". */
  readonly names: readonly string[];
  /** Index of the first value of each part, for code that writes into a vector of its own. */
  readonly offsets: { readonly [Part in keyof Parts]: number };
  private readonly places: readonly Place[];

  constructor(parts: Parts) {
    const names: string[] = [];
    this.places = Object.entries(parts).map(([part, content]) => {
      const offset = names.length;
      names.push(...namesOf(part, content));
      return { part, offset, width: names.length - offset };
    });
    this.names = names;
    this.size = names.length;
    this.offsets = Object.fromEntries(this.places.map(({ part, offset }) => [part, offset])) as typeof this.offsets;
  }

  /**
   * A vector of the values of all parts.
   *
   * @returns `size` values in the order of `names`
   * @throws RangeError if a part has another number of values than it is wide
   */
  vector(values: FeatureValues<Parts>): Float64Array {
    const vector = new Float64Array(this.size);
    for (const { part, offset, width } of this.places) {
      const value: number | ArrayLike<number> = values[part];
      if (typeof value === "number") vector[offset] = value;
      else if (value.length === width) vector.set(value, offset);
      else throw new RangeError(`${part} must have ${width} values, got ${value.length}`);
    }
    return vector;
  }
}

function namesOf(part: string, content: FeaturePart): string[] {
  if (content === "value") return [part];
  const within = content instanceof FeatureLayout ? content.names : content;
  return within.map((name) => `${part}.${name}`);
}

/** Every label of the first list with every one of the second: `["low 1", "low 2", "high 1", "high 2"]`. */
export function crossed(outer: readonly (string | number)[], inner: readonly (string | number)[]): string[] {
  return outer.flatMap((first) => inner.map((second) => `${label(first)} ${label(second)}`));
}

/** Numbers as labels, to two decimals. */
export function labels(values: readonly (string | number)[]): string[] {
  return values.map(label);
}

/** Labels of `count` values that are known by number: `numbered(3)` is `["0", "1", "2"]`. */
export function numbered(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, i) => String(from + i));
}

function label(value: string | number): string {
  return typeof value === "number" ? String(Number(value.toFixed(2))) : value;
}
