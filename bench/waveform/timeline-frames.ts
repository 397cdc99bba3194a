import type { Page } from "@playwright/test";

/** What a hand does on the timeline, once a frame. Numbers are pixels of a wheel. */
export interface Movement {
  /** Sideways. */
  along: number;
  /** With Ctrl: zooms in below 0. Its sign changes every so many frames. */
  zoom: number;
  turnEveryFrames: number;
}

/** Times between frames in milliseconds while somebody moves the timeline for some seconds. Measured in the page itself. */
export function framesDuring(page: Page, movement: Movement, seconds: number): Promise<number[]> {
  return page.evaluate(
    ({ along, zoom, turnEveryFrames, length }) =>
      new Promise<number[]>((resolve) => {
        const target = document.querySelector('[role=slider][aria-label="Position"]');
        if (!target) throw new Error("there is no timeline");
        const box = target.getBoundingClientRect();
        const frames: number[] = [];
        const began = performance.now();
        let last = began;
        const turn = (delta: { deltaX?: number; deltaY?: number; ctrlKey?: boolean }) => {
          const place = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
          target.dispatchEvent(new WheelEvent("wheel", { bubbles: true, cancelable: true, ...place, ...delta }));
        };
        const step = (now: number) => {
          frames.push(now - last);
          last = now;
          if (now - began >= length * 1000) return resolve(frames.slice(1));
          const sign = Math.floor(frames.length / turnEveryFrames) % 2 === 0 ? 1 : -1;
          if (along !== 0) turn({ deltaX: along * sign });
          if (zoom !== 0) turn({ deltaY: zoom * sign, ctrlKey: true });
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    { ...movement, length: seconds },
  );
}

/** Milliseconds that each of these windows of samples takes, as the page asks for them. */
export function windowTimes(page: Page, sampleId: string, starts: readonly number[]): Promise<number[]> {
  return page.evaluate(
    async ({ id, frames }) => {
      const times: number[] = [];
      for (const start of frames) {
        const began = performance.now();
        const answer = await fetch(`/api/v1/samples/${id}/window?start=${start}&frames=4096`, { cache: "no-store" });
        if (!answer.ok) throw new Error(`a window answered ${answer.status}`);
        await answer.arrayBuffer();
        times.push(performance.now() - began);
      }
      return times;
    },
    { id: sampleId, frames: [...starts] },
  );
}
