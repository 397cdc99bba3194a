/** Processor time of this process and its threads, in microseconds. */
function processorMicroseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

export type Contender = { name: string; work(): void };
/** Medians over the rounds; the ratio is of each round's time to that of the first contender in the same round. */
export type Timing = { name: string; microseconds: number; ratio: number; spread: [least: number, most: number] };

/** Times contenders one after another, round after round, so that a busy moment falls on all of them. */
export function interleaved(contenders: readonly Contender[], rounds: number): Timing[] {
  // Two rounds compile what the others run.
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
