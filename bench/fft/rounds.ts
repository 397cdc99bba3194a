/** Processor time of this process and its threads, in microseconds. */
function processorMicroseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

export type Contender = { name: string; work(): void };
/** Medians over the rounds. Ratios are to the first contender's time in the same round. */
export type Timing = { name: string; microseconds: number; ratio: number; spread: [least: number, most: number] };

/** Times the contenders in turn, round after round, so that a busy moment affects all of them. */
export function interleaved(contenders: readonly Contender[], rounds: number): Timing[] {
  // The first two rounds let everything be compiled.
  for (let i = 0; i < 2; i++) for (const { work } of contenders) work();
  const times = Array.from({ length: rounds }, () => contenders.map(({ work }) => timed(work)));
  return contenders.map(({ name }, index) => {
    const own = times.map((round) => round[index] ?? 0);
    const ratios = times.map((round) => (round[index] ?? 0) / (round[0] ?? 1));
    const spread: [number, number] = [Math.min(...ratios), Math.max(...ratios)];
    return { name, microseconds: median(own), ratio: median(ratios), spread };
  });
}

function timed(work: () => void): number {
  const before = processorMicroseconds();
  work();
  return processorMicroseconds() - before;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
