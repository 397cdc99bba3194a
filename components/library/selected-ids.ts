import type { LibraryWindow } from "./library-window";
import { isSelected, type Selected } from "./selection";

/** The ids of what is selected, read from the list where they are not known. Throws if they do not come. */
export async function idsOf(selected: Selected, list: LibraryWindow): Promise<string[]> {
  if (!selected.all) return [...selected.ids];
  const ids: string[] = [];
  for await (const some of list.ids(0, list.total)) ids.push(...some.filter((id) => isSelected(selected, id)));
  return ids;
}
