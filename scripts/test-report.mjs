// What the runners report as JSON, read into one form.

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {{ name: string, seconds: number, failed: boolean }[]} tests
 */

/** @returns {Outcome} */
export function readVitest(report) {
  const tests = report.testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ title, duration, status }) => ({
      name: `${file.split("/").at(-1)} › ${title}`,
      seconds: (duration ?? 0) / 1000,
      failed: status === "failed",
    })),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    tests,
  };
}

/** @returns {Outcome} */
export function readPlaywright({ suites, stats }) {
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  const tests = suites.flatMap(specsOf).map(({ file, title, ok, tests: runs }) => ({
    name: `${file} › ${title}`,
    seconds: runs.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration / 1000, 0),
    failed: !ok,
  }));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped, tests };
}

/**
 * The slowest tests of all runners as lines of a table, slowest first.
 * @param {Record<string, Outcome>} outcomes by the runner's name
 */
export function slowestTests(outcomes, count = 15) {
  const tests = Object.entries(outcomes).flatMap(([runner, outcome]) =>
    outcome.tests.map((test) => ({ ...test, runner })),
  );
  return tests
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ runner, name, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${runner.padEnd(11)} ${name}`);
}

/** Names of the tests that failed, with the runner they belong to. */
export function failedTests(outcomes) {
  return Object.entries(outcomes).flatMap(([runner, { tests }]) =>
    tests.filter(({ failed }) => failed).map(({ name }) => `${runner.padEnd(11)} ${name}`),
  );
}

/** The closing line. */
export function countLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
