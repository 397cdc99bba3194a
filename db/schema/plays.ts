import {
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { publications } from "./publications";
import { users } from "./users";

/**
 * Plays of publications. The server makes the id before the sound begins; heartbeats say which parts were heard; the rule
 * of `ruleVersion` says whether it counts. Every play is kept, with the reason if it does not.
 */
export const plays = pgTable(
  "plays",
  {
    id: uuid().primaryKey(),
    publicationId: uuid()
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    /** Null for somebody without an account, and once the account is deleted. */
    userId: uuid().references(() => users.id, { onDelete: "set null" }),
    /**
     * A hash of address and browser by which plays of one device belong together for a day. A listener is the account, and
     * the device if there is none.
     */
    listenerKey: text().notNull(),
    /** A sample's plays are previews and downloads. */
    context: text({ enum: ["page", "gallery", "embed", "visualizer", "download"] }).notNull(),
    state: text({ enum: ["open", "qualified", "set_aside"] })
      .notNull()
      .default("open"),
    /** Why it was set aside: a reason of `lib/plays/judge.ts`. While it is open, a mark that it will be set aside for. */
    setAsideReason: text(),
    ruleVersion: smallint().notNull(),
    /** Seconds of the recording that were heard, each part once. */
    heardSeconds: doublePrecision().notNull().default(0),
    /** How far the sound was heard, and the number of the last heartbeat. */
    lastPositionSeconds: doublePrecision().notNull().default(0),
    heartbeats: integer().notNull().default(0),
    /** Whether it was ever heard: not muted, on a page that was seen. */
    wasAudible: boolean().notNull().default(false),
    startedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    lastHeardAt: timestamp({ withTimezone: true }),
    /** When its state was decided. */
    decidedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    index("plays_publication_index").on(table.publicationId, table.startedAt),
    index("plays_listener_index").on(table.listenerKey, table.publicationId, table.startedAt),
    index("plays_user_index").on(table.userId, table.startedAt),
    index("plays_state_index").on(table.state, table.startedAt),
  ],
);
