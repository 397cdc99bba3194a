const BAR_WIDTH = 24;
const LINE_INTERVAL_MS = 5_000;

/** Progress on stderr: a bar that redraws itself on a terminal, elsewhere an occasional line. */
export class ProgressBar {
  private done = 0;
  private failed = 0;
  private total: number | null = null;
  private lineAt = performance.now();
  private readonly startedAt = performance.now();

  constructor(private readonly stream: NodeJS.WriteStream) {}

  expect(total: number): void {
    this.total = total;
    this.draw();
  }

  /** Hides the bar while `print` writes a row, so that the two do not mix on the screen. */
  step(ok: boolean, print: () => void): void {
    this.done++;
    if (!ok) this.failed++;
    this.clear();
    print();
    this.draw();
  }

  finish(audioSeconds: number): void {
    this.clear();
    const elapsed = (performance.now() - this.startedAt) / 1000;
    const pace = audioSeconds > 0 ? `, ${Math.round(audioSeconds / elapsed)}× real time` : "";
    const failed = this.failed > 0 ? `, ${this.failed} failed` : "";
    this.stream.write(`${this.done - this.failed} analysed${failed} in ${elapsed.toFixed(1)} s${pace}\n`);
  }

  private clear(): void {
    if (this.stream.isTTY) this.stream.write("\r\u001b[K");
  }

  private draw(): void {
    const text = this.text();
    if (this.stream.isTTY) this.stream.write(text);
    else if (performance.now() - this.lineAt > LINE_INTERVAL_MS) {
      this.lineAt = performance.now();
      this.stream.write(`${text}\n`);
    }
  }

  private text(): string {
    if (!this.total) return `${this.done} files`;
    const fraction = Math.min(1, this.done / this.total);
    const filled = Math.round(fraction * BAR_WIDTH);
    const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
    const elapsed = (performance.now() - this.startedAt) / 1000;
    const left =
      this.done > 0 && fraction < 1
        ? `, about ${Math.ceil((elapsed / this.done) * (this.total - this.done))} s left`
        : "";
    return `${bar} ${this.done} of ${this.total}${left}`;
  }
}
