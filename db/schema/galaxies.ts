import { boolean, index, integer, pgTable, real, timestamp, uuid } from "drizzle-orm/pg-core";
import { samples } from "./samples";
import { users } from "./users";

/** One row per person whose sounds have places: which layout they are of, and what is to be done. */
export const galaxies = pgTable(
  "galaxies",
  {
    ownerId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Raises with every layout; 0 before the first. */
    layout: integer().notNull().default(0),
    /** What one unit, in which points pull and push each other, is in the cube of −1 … 1. */
    scale: real().notNull().default(1),
    /** When sounds changed that have not been compared with the places yet. Null: there are none. */
    changedAt: timestamp({ withTimezone: true }),
    /** Since when everything is to be laid out anew. Null: it is not. */
    layoutWantedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("galaxies_changed_at_index").on(table.changedAt),
    index("galaxies_layout_wanted_at_index").on(table.layoutWantedAt),
  ],
);

/** Where a sample is in its owner's galaxy. It goes with the sample; one in the trash keeps it and is not shown. */
export const galaxyPoints = pgTable(
  "galaxy_points",
  {
    sampleId: uuid()
      .primaryKey()
      .references(() => samples.id, { onDelete: "cascade" }),
    ownerId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    x: real().notNull(),
    y: real().notNull(),
    z: real().notNull(),
    /** The first four bytes of the MD5 of the vector it was placed by: with another vector it is placed again. */
    sound: integer().notNull(),
    /** Whether it was placed among others since they were laid out. */
    isAdded: boolean().notNull(),
  },
  (table) => [index("galaxy_points_owner_id_index").on(table.ownerId)],
);
