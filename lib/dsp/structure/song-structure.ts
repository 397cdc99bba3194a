/** One passage of a piece. Passages of the same `kind` (0, 1, 2 … in order of appearance) sound alike. */
export type Passage = { startSeconds: number; endSeconds: number; kind: number };

/** Time on either side of a boundary that is compared across it. */
const KERNEL_SECONDS = 8;
/** Columns of a long piece are coarse. Fewer of them than this would only compare noise. */
const KERNEL_COLUMNS_MIN = 12;
const SMOOTHING_COLUMNS_MIN = 4;
const SHORTEST_PASSAGE_SECONDS = 6;
/** A boundary lies where the similarity within both sides exceeds that across by at least this. */
const BOUNDARY_CONTRAST = 0.3;
/** Columns are averaged over this time first: about a bar, not a chord. */
const SMOOTHING_SECONDS = 2;
/**
 * Share of the expected square of a column that is added to the denominator of the cosine, so that small wobbles are
 * not alike.
 */
const RESTRAINT = 0.4;
/** Passages whose mean vectors are at least this similar (cosine) are the same section. */
const SAME_SECTION = 0.5;

/**
 * Divides a piece into passages: boundaries lie at the peaks of the checkerboard novelty of its self-similarity, and
 * passages with similar means are of one kind. Foote, "Automatic audio segmentation using a measure of audio novelty",
 * ICME 2000.
 *
 * @param columns equally long feature vectors, one every `secondsPerColumn`
 * @returns passages without gaps from 0 to `durationSeconds`, neighbours of different kinds
 */
export function songStructure(columns: Float64Array[], secondsPerColumn: number, durationSeconds: number): Passage[] {
  const features = smoothed(
    eachUnitVariance(columns),
    Math.max(SMOOTHING_COLUMNS_MIN, SMOOTHING_SECONDS / secondsPerColumn),
  );
  const wanted = Math.max(KERNEL_COLUMNS_MIN, KERNEL_SECONDS / secondsPerColumn);
  const reach = Math.max(2, Math.round(Math.min(wanted, columns.length / 4)));
  const apart = Math.max(1, Math.round(Math.min(SHORTEST_PASSAGE_SECONDS, durationSeconds / 4) / secondsPerColumn));
  const edges = [0, ...boundaries(novelty(features, reach), apart), columns.length];
  const kinds = passageKinds(features, edges);
  const passages: Passage[] = [];
  for (let i = 0; i < kinds.length; i++) {
    const previous = passages.at(-1);
    const endSeconds = i === kinds.length - 1 ? durationSeconds : edges[i + 1] * secondsPerColumn;
    if (previous?.kind === kinds[i]) previous.endSeconds = endSeconds;
    else passages.push({ startSeconds: edges[i] * secondsPerColumn, endSeconds, kind: kinds[i] });
  }
  return passages;
}

/**
 * Checkerboard novelty, −2 … 2, at each column: the mean similarity within the stretches before and after it, less that
 * between them. Both are at most `reach` columns long, and nearer columns count more.
 *
 * @param features columns with unit variance
 */
export function novelty(features: Float64Array[], reach: number): Float64Array {
  const lengths = features.map((vector) => Math.hypot(...vector));
  const restraint = RESTRAINT * (features[0]?.length ?? 0) || 1;
  const out = new Float64Array(features.length);
  const taper = Array.from({ length: reach }, (_, i) => Math.exp(-2 * ((i + 0.5) / reach) ** 2));
  const similarity = (i: number, j: number) => dot(features[i], features[j]) / (lengths[i] * lengths[j] + restraint);
  for (let at = 2; at <= features.length - 2; at++) {
    const side = Math.min(reach, at, features.length - at);
    let within = 0;
    let across = 0;
    let weights = 0;
    for (let i = 0; i < side; i++) {
      for (let j = 0; j < side; j++) {
        const weight = taper[i] * taper[j];
        weights += weight;
        across += weight * similarity(at - 1 - i, at + j);
        // A column is always like itself. Instead it counts as halfway between that and what lies across.
        if (i !== j) within += 0.5 * weight * (similarity(at - 1 - i, at - 1 - j) + similarity(at + i, at + j));
        else within += weight * 0.5 * (1 + Math.max(0, across / weights));
      }
    }
    out[at] = (within - across) / weights;
  }
  return out;
}

/** Columns where the contrast is large enough and the largest within `apart` columns. */
function boundaries(contrast: Float64Array, apart: number): number[] {
  const found: number[] = [];
  for (let i = apart; i <= contrast.length - apart; i++) {
    if (contrast[i] < BOUNDARY_CONTRAST) continue;
    let largest = true;
    for (let j = Math.max(0, i - apart); j <= Math.min(contrast.length - 1, i + apart) && largest; j++) {
      largest = contrast[j] < contrast[i] || (contrast[j] === contrast[i] && j >= i);
    }
    if (largest) found.push(i);
  }
  return found;
}

/** Each passage joins the most similar kind so far or begins a new one. */
function passageKinds(features: Float64Array[], edges: number[]): number[] {
  const sums: Float64Array[] = [];
  const kinds: number[] = [];
  for (let p = 0; p + 1 < edges.length; p++) {
    const mean = meanVector(features.slice(edges[p], edges[p + 1]));
    let best = -1;
    let closest = SAME_SECTION;
    sums.forEach((sum, kind) => {
      const similarity = dot(sum, mean) / ((Math.hypot(...sum) || 1) * (Math.hypot(...mean) || 1));
      if (similarity > closest) {
        closest = similarity;
        best = kind;
      }
    });
    if (best < 0) {
      best = sums.length;
      sums.push(new Float64Array(mean.length));
    }
    for (let d = 0; d < mean.length; d++) sums[best][d] += mean[d];
    kinds.push(best);
  }
  return kinds;
}

/** Moving mean over about `width` columns. */
function smoothed(columns: Float64Array[], width: number): Float64Array[] {
  const reach = Math.max(0, Math.round(width) >> 1);
  return columns.map((_, i) => meanVector(columns.slice(Math.max(0, i - reach), i + reach + 1)));
}

/** Every feature shifted and scaled to mean 0 and variance 1 over the columns. */
function eachUnitVariance(columns: Float64Array[]): Float64Array[] {
  const mean = meanVector(columns);
  const deviation = mean.map((m, d) => {
    let sum = 0;
    for (const column of columns) sum += (column[d] - m) ** 2;
    return Math.sqrt(sum / Math.max(1, columns.length)) || 1;
  });
  return columns.map((column) => column.map((value, d) => (value - mean[d]) / deviation[d]));
}

function meanVector(vectors: Float64Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (let d = 0; d < mean.length; d++) mean[d] += vector[d] / vectors.length;
  return mean;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d] * b[d];
  return sum;
}
