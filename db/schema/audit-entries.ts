import { bigint, index, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * Who did what. Append-only: a trigger numbers, dates and chains every row (`hash` covers the row and the previous
 * hash) and refuses every change. People appear only by id and without a foreign key, because entries outlive them.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    seq: bigint({ mode: "number" }).primaryKey(),
    at: timestamp({ withTimezone: true }).notNull(),
    actorKind: text({ enum: ["user", "api-key", "operator", "system", "visitor"] }).notNull(),
    actorId: uuid(),
    apiKeyId: uuid(),
    action: text().notNull(),
    targetType: text(),
    targetId: text(),
    address: text(),
    userAgent: text(),
    requestId: text(),
    before: jsonb(),
    after: jsonb(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    index("audit_entries_at_index").on(table.at),
    index("audit_entries_actor_id_index").on(table.actorId),
    index("audit_entries_action_index").on(table.action),
    index("audit_entries_target_index").on(table.targetType, table.targetId),
  ],
);
