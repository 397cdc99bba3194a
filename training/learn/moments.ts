/** Mean and deviation of each column of the rows, which may count differently. */
export function columnMoments(
  rows: readonly ArrayLike<number>[],
  weightOf: (row: number) => number = () => 1,
): { mean: number[]; deviation: number[] } {
  const total = rows.reduce((sum, _, row) => sum + weightOf(row), 0);
  const average = (of: (values: ArrayLike<number>) => number) =>
    rows.reduce((sum, values, row) => sum + weightOf(row) * of(values), 0) / total;
  const mean = Array.from(rows[0] ?? [], (_, column) => average((values) => values[column] ?? 0));
  return {
    mean,
    deviation: mean.map((centre, column) => Math.sqrt(average((values) => ((values[column] ?? 0) - centre) ** 2))),
  };
}
