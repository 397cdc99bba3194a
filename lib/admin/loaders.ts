import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import type { RegistrationMode } from "@/lib/accounts/registration/schema";
import { listFlags } from "@/lib/flags/data";
import type { FlagListing } from "@/lib/flags/schema";
import { type Actor, actorOf } from "@/lib/identity/actor";
import { requireSession } from "@/lib/identity/loaders";
import { plansAreOn } from "@/lib/identity/plans";
import type { Viewer } from "@/lib/identity/schema";
import { mailIsSent } from "@/lib/mail/transport";
import type { Health } from "@/lib/platform/health";
import { untrustedProxy } from "@/lib/request/forwarded-notice";
import type { IndexStatistics } from "@/lib/similarity/index-process/protocol";
import { listAuditEntries } from "./audit-log/data";
import { type AuditPage, type AuditQuery, auditQuerySchema } from "./audit-log/schema";
import { listJobs, listRecentFailures, summariseQueue } from "./jobs/data";
import { type JobRow, type JobsQuery, jobsQuerySchema, type QueueSummary } from "./jobs/schema";
import { listCounters, listLockouts } from "./limits/data";
import type { CounterRow, LockoutRow } from "./limits/schema";
import { countFailedMails, listMails } from "./mail/data";
import { type MailQuery, type MailRow, mailQuerySchema } from "./mail/schema";
import { firstValues, type Page, type PageQuery } from "./page-query";
import { findPerson, listPeople, readActivity } from "./people/data";
import {
  type PeopleQuery,
  type PersonActivity,
  type PersonDetail,
  type PersonRow,
  peopleQuerySchema,
} from "./people/schema";
import { readRegistration } from "./registration/data";
import type { RegistrationSettings } from "./registration/schema";
import { readSiteSettings } from "./site/data";
import type { SiteSettings } from "./site/schema";
import { listStorage, readHealth, readMachine, readSoundIndex, summariseStorage } from "./system/data";
import { type MachineFacts, type StorageRow, type StorageSummary, storageQuerySchema } from "./system/schema";

/** The admin who opens an admin page. A visitor has to sign in first; everybody else gets "not found". */
async function administrator(): Promise<Actor> {
  const actor = actorOf(await requireSession());
  if (actor.role !== "admin") notFound();
  return actor;
}

export async function loadAdministrator(): Promise<Viewer> {
  await administrator();
  return (await requireSession()).viewer;
}

interface Listing<Row, Query> extends Page<Row> {
  query: Query;
}

export async function loadPeople(params: PageQuery): Promise<Listing<PersonRow, PeopleQuery> & { plans: boolean }> {
  const actor = await administrator();
  const query = peopleQuerySchema.parse(firstValues(await params));
  return { ...(await listPeople(actor, query)), query, plans: plansAreOn() };
}

interface LoadedPerson {
  person: PersonDetail;
  isOneself: boolean;
  plans: boolean;
}

/**
 * Gives "not found" if the id is malformed or belongs to nobody. Cached, because title, page and activity all ask for
 * it.
 */
export const loadPerson = cache(async (id: string): Promise<LoadedPerson> => {
  const actor = await administrator();
  const person = z.uuid().safeParse(id).success ? await findPerson(actor, id) : null;
  return person ? { person, isOneself: person.id === actor.id, plans: plansAreOn() } : notFound();
});

export async function loadPersonActivity(id: string): Promise<PersonActivity> {
  const { person } = await loadPerson(id);
  return readActivity(await administrator(), person);
}

export async function loadRegistration(): Promise<RegistrationSettings> {
  return readRegistration(await administrator());
}

interface SiteAdministration {
  site: SiteSettings;
  mode: RegistrationMode;
  /** The features that somebody without an account meets. */
  openToStrangers: FlagListing[];
}

const STRANGERS_FLAGS: readonly string[] = ["gallery", "try-without-account", "shared-collections"];

export async function loadSiteAdministration(): Promise<SiteAdministration> {
  const actor = await administrator();
  const [site, { mode }, flags] = await Promise.all([
    readSiteSettings(actor),
    readRegistration(actor),
    listFlags(actor),
  ]);
  return { site, mode, openToStrangers: flags.filter(({ name }) => STRANGERS_FLAGS.includes(name)) };
}

export async function loadJobs(params: PageQuery): Promise<Listing<JobRow, JobsQuery>> {
  const actor = await administrator();
  const query = jobsQuerySchema.parse(firstValues(await params));
  return { ...(await listJobs(actor, query)), query };
}

export async function loadQueue(): Promise<QueueSummary> {
  return summariseQueue(await administrator());
}

export async function loadRecentFailures(): Promise<JobRow[]> {
  return listRecentFailures(await administrator());
}

export async function loadAuditLog(params: PageQuery): Promise<AuditPage & { query: AuditQuery }> {
  const actor = await administrator();
  const query = auditQuerySchema.parse(firstValues(await params));
  return { ...(await listAuditEntries(actor, query)), query };
}

export async function loadCounters(): Promise<CounterRow[]> {
  return listCounters(await administrator());
}

export async function loadLockouts(): Promise<LockoutRow[]> {
  return listLockouts(await administrator());
}

export async function loadMails(params: PageQuery): Promise<Listing<MailRow, MailQuery> & { mailIsSent: boolean }> {
  const actor = await administrator();
  const query = mailQuerySchema.parse(firstValues(await params));
  return { ...(await listMails(actor, query)), query, mailIsSent: mailIsSent() };
}

export async function loadFailedMails(): Promise<number> {
  return countFailedMails(await administrator());
}

/** The proxy whose visitors all count as one, if there is such a proxy. */
export async function loadUntrustedProxy(): Promise<string | null> {
  await administrator();
  return untrustedProxy();
}

export async function loadStorage(params: PageQuery): Promise<Page<StorageRow>> {
  const actor = await administrator();
  return listStorage(actor, storageQuerySchema.parse(firstValues(await params)).page);
}

export async function loadStorageSummary(): Promise<StorageSummary> {
  return summariseStorage(await administrator());
}

export async function loadHealth(): Promise<Health> {
  return readHealth(await administrator());
}

export async function loadSoundIndex(): Promise<IndexStatistics> {
  return readSoundIndex(await administrator());
}

export async function loadMachine(): Promise<MachineFacts> {
  return readMachine(await administrator());
}
