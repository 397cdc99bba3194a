/** Works on up to `ahead` inputs at once and yields the results in input order, however long each takes. */
export async function* inOrder<Input, Output>(
  inputs: AsyncIterable<Input>,
  ahead: number,
  work: (input: Input) => Promise<Output>,
): AsyncGenerator<Output> {
  const pending: Promise<Output>[] = [];
  for await (const input of inputs) {
    pending.push(work(input));
    if (pending.length >= ahead) yield pending.shift() as Promise<Output>;
  }
  while (pending.length > 0) yield pending.shift() as Promise<Output>;
}
