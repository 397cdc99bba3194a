-- What the chain covers of an entry. An array keeps every value in its place; the time is in whole microseconds,
-- so that no session's time zone changes the text.
create function audit_entry_hash(entry audit_entries) returns text
language sql stable as $$
  select encode(sha256(convert_to(jsonb_build_array(
    entry.seq, (extract(epoch from entry.at) * 1000000)::bigint, entry.actor_kind, entry.actor_id, entry.api_key_id,
    entry.action, entry.target_type, entry.target_id, entry.address, entry.user_agent, entry.request_id,
    entry.before, entry.after, entry.previous_hash)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
-- One writer at a time until its transaction ends: the next one must see the row it chains to.
create function chain_audit_entry() returns trigger
language plpgsql as $$
declare
  previous record;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit-chain', 0));
  select seq, hash into previous from audit_entries order by seq desc limit 1;
  new.seq := coalesce(previous.seq, 0) + 1;
  new.at := clock_timestamp();
  new.previous_hash := coalesce(previous.hash, repeat('0', 64));
  new.hash := audit_entry_hash(new);
  return new;
end
$$;
--> statement-breakpoint
create function refuse_audit_change() returns trigger
language plpgsql as $$
begin
  raise exception 'audit entries are append-only' using errcode = 'insufficient_privilege';
end
$$;
--> statement-breakpoint
create trigger audit_entries_chain before insert on audit_entries for each row execute function chain_audit_entry();
--> statement-breakpoint
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_audit_change();
--> statement-breakpoint
create trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function refuse_audit_change();
