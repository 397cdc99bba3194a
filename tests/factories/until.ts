const POLL_MS = 20;

/** Polls until the answer is not null, undefined or false, and returns it. The limit only bounds a failing test. */
export async function until<T>(
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  what: string,
  patienceSeconds = 45,
): Promise<T> {
  const deadline = Date.now() + patienceSeconds * 1000;
  for (;;) {
    const answer = await probe();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`${what} did not come about within ${patienceSeconds} s`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
