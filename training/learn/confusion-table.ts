/** A Markdown table of labels: how many sounds have each, how many were right, and what others were taken for. */
export function confusionTable(
  labels: readonly string[],
  wanted: readonly number[],
  answered: readonly number[],
): string {
  const counts = labels.map(() => labels.map(() => 0));
  wanted.forEach((right, i) => {
    const row = counts[right];
    const answer = answered[i] ?? 0;
    if (row) row[answer] = (row[answer] ?? 0) + 1;
  });
  const rows = counts.flatMap((row, right) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    if (total === 0) return [];
    const others = row
      .map((count, answer) => ({ count, answer }))
      .filter(({ count, answer }) => count > 0 && answer !== right)
      .sort((a, b) => b.count - a.count || a.answer - b.answer)
      .slice(0, 4)
      .map(({ count, answer }) => `${labels[answer]} ${count}`);
    const share = ((100 * (row[right] ?? 0)) / total).toFixed(0);
    return [`| ${labels[right]} | ${total} | ${share} % | ${others.join(", ")} |`];
  });
  const hits = wanted.filter((right, i) => right === answered[i]).length;
  const all = `| all | ${wanted.length} | ${((100 * hits) / wanted.length).toFixed(1)} % | |`;
  return ["| label | sounds | right | taken for |", "|---|---|---|---|", ...rows, all].join("\n");
}
