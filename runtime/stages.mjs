// Prints the start as a list: one line for each stage with its time, and progress during a long one.
const SPINNER = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MS = 100;
const QUIET_SECONDS = 10;

export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** @param {{ isTTY?: boolean, columns?: number, write(text: string): unknown }} out */
export function createStages(out = process.stdout) {
  let erase = () => {};

  function line(text) {
    erase();
    out.write(`${text}\n`);
  }

  /** Shows that a stage is running. Returns a function that ends the display. */
  function showProgress(title, startedMs, detail) {
    if (!out.isTTY) {
      const timer = setInterval(() => {
        line(`… ${title}${suffix(detail())}   ${Math.round((Date.now() - startedMs) / 1000)} s`);
      }, QUIET_SECONDS * 1000);
      return () => clearInterval(timer);
    }
    let frame = 0;
    const draw = () => {
      const text = `${SPINNER[frame++ % SPINNER.length]} ${title}${suffix(detail())}`;
      out.write(`\r\x1b[2K${text.slice(0, (out.columns ?? 80) - 12)}   ${seconds(Date.now() - startedMs)}`);
    };
    const clear = () => out.write("\r\x1b[2K");
    const timer = setInterval(draw, FRAME_MS);
    erase = clear;
    draw();
    return () => {
      clearInterval(timer);
      clear();
      if (erase === clear) erase = () => {};
    };
  }

  /**
   * Runs one stage. `work` may call `progress(text)`. It returns the line's wording if that differs from `title`, or
   * null for no line. A failure is shown and thrown again.
   */
  async function stage(title, work) {
    const startedMs = Date.now();
    let detail = "";
    const end = showProgress(title, startedMs, () => detail);
    try {
      const wording = await work((text) => {
        detail = text;
      });
      end();
      if (wording !== null) line(`✓ ${(wording ?? title).padEnd(44)} ${seconds(Date.now() - startedMs)}`);
    } catch (error) {
      end();
      line(`✗ ${title.padEnd(44)} ${seconds(Date.now() - startedMs)}`);
      throw error;
    }
  }

  return { stage, line };
}

const suffix = (detail) => (detail ? `: ${detail}` : "");
