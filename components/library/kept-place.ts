/** Where somebody is in a list. */
export interface Place {
  /** The list, as its address says it. */
  list: string;
  /** The first row that is wholly seen. */
  id: string | null;
  index: number;
  /** Pixels from the top of the view to that row. */
  offsetPx: number;
}

/** Kept for this tab only: another tab is at another place. */
const KEY = "library-place";

export function keepPlace(place: Place): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(place));
  } catch {
    // Without storage a reload begins at the top.
  }
}

/** The place in this list at which this tab was last. */
export function placeIn(list: string): Place | null {
  try {
    const place = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Partial<Place> | null;
    if (place?.list !== list || typeof place.index !== "number" || typeof place.offsetPx !== "number") return null;
    return { list, id: typeof place.id === "string" ? place.id : null, index: place.index, offsetPx: place.offsetPx };
  } catch {
    return null;
  }
}
