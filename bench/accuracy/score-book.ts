import { markdownTable } from "@/bench/report/markdown-table";
import { meanWithInterval } from "@/bench/statistics/intervals";

/** Scores, 0 … 1, by metric, method and group of files. */
export class ScoreBook {
  private readonly scores = new Map<string, Map<string, Map<string, number[]>>>();

  add(metric: string, method: string, groups: readonly string[], score: number): void {
    const methods = entry(this.scores, metric, () => new Map<string, Map<string, number[]>>());
    const byGroup = entry(methods, method, () => new Map<string, number[]>());
    for (const group of groups) entry(byGroup, group, () => []).push(score);
  }

  metrics(): string[] {
    return [...this.scores.keys()];
  }

  methods(metric: string): string[] {
    return [...(this.scores.get(metric)?.keys() ?? [])];
  }

  of(metric: string, method: string, group: string): readonly number[] {
    return this.scores.get(metric)?.get(method)?.get(group) ?? [];
  }

  /** A Markdown table with a row per method and a column per group that has files; the best of each column is bold. */
  table(metric: string, groups: readonly string[], methodName = "method"): string {
    const methods = this.methods(metric);
    const columns = groups.filter((group) => methods.some((method) => this.of(metric, method, group).length > 0));
    const best = columns.map((group) => Math.max(...methods.map((method) => meanOf(this.of(metric, method, group)))));
    const rows = methods.map((method) => [method, ...columns.map((g, c) => cell(this.of(metric, method, g), best[c]))]);
    const heads = columns.map((group) => `${group} (${this.largest(metric, group)})`);
    return markdownTable([methodName, ...heads], rows);
  }

  private largest(metric: string, group: string): number {
    return Math.max(...[...(this.scores.get(metric)?.values() ?? [])].map((by) => by.get(group)?.length ?? 0));
  }
}

const percent = (share: number) => (100 * share).toFixed(0);

/** A percentage and its interval, such as `96 (86–99)`. */
export function shareCell(scores: readonly number[]): string {
  if (scores.length === 0) return "–";
  const { mean, low, high } = meanWithInterval(scores);
  return `${percent(mean)} (${percent(low)}–${percent(high)})`;
}

function cell(scores: readonly number[], best: number | undefined): string {
  const text = shareCell(scores);
  return scores.length > 0 && meanOf(scores) === best ? `**${text}**` : text;
}

function meanOf(scores: readonly number[]): number {
  return scores.length === 0 ? Number.NEGATIVE_INFINITY : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const fresh = make();
  map.set(key, fresh);
  return fresh;
}
