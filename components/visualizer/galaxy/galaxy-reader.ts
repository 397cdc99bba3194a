import { Scope } from "@/components/ui/scope";
import type { GalaxyPoints } from "@/lib/galaxy/schema";
import { fetchGalaxy, fetchLabels } from "./fetch-galaxy";
import type { GalaxyModel } from "./galaxy-model";

/** After a change, as many others may come as a batch has files. */
const CHANGES_MS = 2500;

/** Reads the points for a model: once at first, and again some time after something has changed, however much does. */
export class GalaxyReader {
  #scope: Scope | null = null;
  #isReading = false;
  #isTimed = false;
  /** Something has changed since the reading began. */
  #isStale = false;

  constructor(private readonly model: GalaxyModel) {}

  get isReading(): boolean {
    return this.#isReading;
  }

  /** Begins to read. Returns what ends it. */
  open(): () => void {
    const scope = new Scope();
    this.#scope = scope;
    this.#isReading = false;
    this.#isTimed = false;
    void this.#run(scope);
    return scope.dispose;
  }

  /** Something has changed. */
  readonly again = (): void => {
    const scope = this.#scope;
    if (this.#isReading) this.#isStale = true;
    else if (scope && !this.#isTimed) {
      this.#isTimed = true;
      scope.timeout(() => {
        this.#isTimed = false;
        void this.#run(scope);
      }, CHANGES_MS);
    }
  };

  /** Reads at once what could not be read. */
  readonly retry = (): void => {
    if (!this.#scope || this.#isReading) return;
    this.model.begin();
    void this.#run(this.#scope);
  };

  async #run(scope: Scope): Promise<void> {
    this.#isReading = true;
    this.#isStale = false;
    await this.#read(scope.signal).catch(() => {
      if (!scope.signal.aborted) this.model.failed();
    });
    if (scope.signal.aborted) return;
    this.#isReading = false;
    if (this.#isStale) this.again();
  }

  async #read(signal: AbortSignal): Promise<void> {
    const arrived: { points: GalaxyPoints | null } = { points: null };
    await fetchGalaxy(signal, (part) => {
      arrived.points = part.points;
      if (this.model.state().status !== "ready") this.model.arriving(part);
    });
    const { points } = arrived;
    if (!points) return;
    // Asked for when the points are there: to count regions is work for the server that the first picture need not share.
    if (points.count > 0) this.model.arrived(points);
    const labels = await fetchLabels(signal);
    // Whether an empty galaxy waits for something is known with the labels only.
    if (points.count === 0) {
      this.model.labelled(labels);
      this.model.arrived(points);
    } else this.model.labelled(labels);
  }
}
