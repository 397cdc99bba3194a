// A table element lays out all its rows together. A window on them is made of others, which get these roles. The grid
// itself takes the focus and names the row with the cursor, so its rows and cells need none.

export const ROWS = { role: "rowgroup" } as const;
export const CELL = { role: "gridcell" } as const;
/** Between a row and its cells, for the layout only. */
export const LAYOUT_ONLY = { role: "presentation" } as const;

export interface GridFacts {
  label: string;
  rowCount: number;
  /** The id of the row or card that has the cursor. */
  activeId: string | undefined;
}

export const gridRole = ({ label, rowCount, activeId }: GridFacts) => ({
  role: "grid",
  tabIndex: 0,
  "aria-label": label,
  "aria-multiselectable": true,
  "aria-rowcount": rowCount,
  "aria-activedescendant": activeId,
});

/** `place` counts from 1, and the header is a row. */
export const rowRole = (place: number, isSelected?: boolean) => ({
  role: "row",
  "aria-rowindex": place,
  "aria-selected": isSelected,
});

export const cardRole = (isSelected: boolean) => ({ role: "gridcell", "aria-selected": isSelected });

export const headRole = (sort: "ascending" | "descending" | "none" | undefined) => ({
  role: "columnheader",
  "aria-sort": sort,
});

/** For buttons: an input would take the arrow keys from the list. */
export const checkboxRole = (isChecked: boolean | "mixed") => ({ role: "checkbox", "aria-checked": isChecked });
