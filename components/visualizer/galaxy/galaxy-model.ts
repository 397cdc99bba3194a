import type { GalaxyPoints } from "@/lib/galaxy/schema";
import { type Colouring, type LegendEntry, type Painting, paint, type Theme } from "./engine/colours";
import { FADES, MARKS, Sky } from "./engine/sky";
import type { Stage } from "./engine/stage";
import type { ArrivingGalaxy, GalaxyLabels } from "./fetch-galaxy";
import { PointIds } from "./point-ids";

/** What the page shows of the model. Points are told by their index. */
export interface GalaxyState {
  status: "loading" | "arriving" | "ready" | "failed";
  count: number;
  labels: GalaxyLabels;
  colouring: Colouring;
  entries: readonly LegendEntry[];
  /** The only line of the legend that is not faded. */
  only: number | null;
  /** −1 for none. */
  cursor: number;
  picked: readonly number[];
  /** From one picked point to the other. */
  path: readonly number[];
  /** Points that a search has found so far; null without a search. */
  found: readonly number[] | null;
}

const NO_LABELS: GalaxyLabels = { tags: [], regions: [], missing: 0, layout: 0, isLayingOut: false };
const START: GalaxyState = {
  status: "loading",
  count: 0,
  labels: NO_LABELS,
  colouring: "type",
  entries: [],
  only: null,
  cursor: -1,
  picked: [],
  path: [],
  found: null,
};

/** The points of a library with what is meant, marked and coloured of them. What changes is drawn by the stage at once. */
export class GalaxyModel {
  #state = START;
  #points: GalaxyPoints | null = null;
  #ids: PointIds | null = null;
  #sky: Sky | null = null;
  #painting: Painting | null = null;
  #stage: Stage | null = null;
  #theme: Theme = "dark";
  /** Samples that were deleted since the points were read. */
  readonly #gone = new Set<number>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): GalaxyState => this.#state;
  readonly startState = (): GalaxyState => START;

  get stage(): Stage | null {
    return this.#stage;
  }

  /** Another stage draws from now on; null for none. */
  set stage(stage: Stage | null) {
    this.#stage = stage;
    if (stage && this.#sky) stage.show(this.#sky);
  }

  idOf(index: number): string {
    return this.#ids?.at(index) ?? "";
  }

  indexOf(id: string): number {
    return this.#ids?.indexOf(id) ?? -1;
  }

  /** Where a point belongs. */
  placeOf(index: number): readonly [number, number, number] {
    const places = this.#sky?.to;
    return [places?.[index * 3] ?? 0, places?.[index * 3 + 1] ?? 0, places?.[index * 3 + 2] ?? 0];
  }

  /** Points that are neither gone nor faded. */
  isMeant(index: number): boolean {
    return (this.#sky?.fades[index] ?? 0) > FADES.faded;
  }

  /** Points while they arrive the first time. */
  arriving({ points, arrived, isWhole }: ArrivingGalaxy): void {
    if (isWhole) return;
    if (!this.#sky || this.#state.status !== "arriving") {
      this.#sky = new Sky(points);
      this.#set({ status: "arriving", count: points.count });
      this.#sky.arrived = arrived;
      this.#stage?.show(this.#sky);
      return;
    }
    this.#sky.arrived = arrived;
    this.#stage?.refresh("places");
  }

  /** All points are there. Those that were there before move to their new places. */
  arrived(points: GalaxyPoints): void {
    const old = this.#ids && this.#sky ? { ids: this.#ids, sky: this.#sky } : null;
    const { cursor, picked, path, found } = this.#state;
    const ids = new PointIds(points.ids);
    const again = (index: number) => (old && index >= 0 ? ids.indexOf(old.ids.at(index)) : -1);
    const all = (indexes: readonly number[]) => indexes.map(again).filter((index) => index >= 0);
    const next = { cursor: again(cursor), picked: all(picked), path: all(path), found: found && all(found) };
    const sky = new Sky(points);
    if (old && hasMoved(sky, old.sky)) Sky.moved(sky, old.sky, (index) => old.ids.indexOf(ids.at(index)));
    this.#points = points;
    this.#ids = ids;
    this.#sky = sky;
    this.#gone.clear();
    this.#state = { ...this.#state, ...next, status: "ready", count: points.count };
    this.#repaint();
    this.#fade();
    this.#mark();
    this.#stage?.show(sky);
    this.#tell();
  }

  /** The points are asked for again, after they could not be read. */
  begin(): void {
    if (!this.#points) this.#set({ status: "loading" });
  }

  failed(): void {
    if (!this.#points) this.#set({ status: "failed" });
  }

  labelled(labels: GalaxyLabels): void {
    this.#set({ labels });
    this.#repaint();
    this.#tell();
  }

  colour(colouring: Colouring, theme: Theme): void {
    const isOther = colouring !== this.#state.colouring;
    this.#theme = theme;
    this.#set(isOther ? { colouring, only: null } : { colouring });
    this.#repaint();
    if (isOther) this.#fade();
    this.#tell();
  }

  /** Fades all but one line of the legend; null shows all again. */
  isolate(only: number | null): void {
    this.#set({ only });
    this.#fade();
  }

  moveTo(cursor: number): void {
    if (cursor === this.#state.cursor) return;
    this.#set({ cursor });
    this.#mark();
  }

  /** Picks a point, or no longer. */
  pick(index: number): void {
    const { picked } = this.#state;
    this.pickAll(picked.includes(index) ? picked.filter((other) => other !== index) : [...picked, index]);
  }

  pickAll(picked: readonly number[]): void {
    this.#set({ picked, path: [] });
    this.#mark();
  }

  showPath(path: readonly number[]): void {
    this.#set({ path });
    this.#mark();
  }

  /** What a search has found; null shows all again. */
  find(found: readonly number[] | null): void {
    this.#set({ found });
    this.#fade();
  }

  /** A sample was deleted. */
  remove(id: string): void {
    const index = this.indexOf(id);
    if (index < 0 || this.#gone.has(index)) return;
    this.#gone.add(index);
    const without = (indexes: readonly number[]) => indexes.filter((other) => other !== index);
    const { cursor, picked, path, found } = this.#state;
    this.#set({
      cursor: cursor === index ? -1 : cursor,
      picked: without(picked),
      path: without(path),
      found: found && without(found),
    });
    this.#fade();
    this.#mark();
  }

  /** Points that are there, those deleted since not counted. */
  get present(): number {
    return this.#state.count - this.#gone.size;
  }

  #repaint(): void {
    if (!this.#points || !this.#sky) return;
    const { colouring, labels } = this.#state;
    this.#painting = paint(this.#points, colouring, this.#theme, labels.tags);
    this.#sky.rgb.set(this.#painting.rgb);
    this.#state = { ...this.#state, entries: this.#painting.entries };
    this.#stage?.refresh("rgb");
  }

  #fade(): void {
    const fades = this.#sky?.fades;
    if (!fades) return;
    const { found, only } = this.#state;
    fades.fill(found ? FADES.faded : FADES.full);
    for (const index of found ?? []) fades[index] = FADES.full;
    const groups = this.#painting?.groups;
    if (only !== null && groups)
      for (let index = 0; index < fades.length; index++) if (groups[index] !== only) fades[index] = FADES.faded;
    for (const index of this.#gone) fades[index] = FADES.gone;
    this.#stage?.refresh("fades");
  }

  #mark(): void {
    const marks = this.#sky?.marks;
    if (!marks) return;
    const { path, picked, cursor } = this.#state;
    marks.fill(MARKS.none);
    for (const index of path) marks[index] = MARKS.path;
    for (const index of picked) marks[index] = MARKS.picked;
    if (cursor >= 0) marks[cursor] = MARKS.cursor;
    this.#stage?.refresh("marks");
  }

  #set(change: Partial<GalaxyState>): void {
    this.#state = { ...this.#state, ...change };
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a point is elsewhere or other points are there. */
const hasMoved = (sky: Sky, old: Sky): boolean =>
  sky.count !== old.count || sky.to.some((value, at) => value !== old.to[at]);
