import { createHash } from "node:crypto";
import { FLAGS, type FlagName } from "./constants";
import type { FlagSettings, FlagSubject } from "./schema";

const HASH_RANGE = 2 ** 32;

/** A flag that no admin has touched. */
export function defaultSettings(flag: FlagName): FlagSettings {
  return { enabled: FLAGS[flag].default, roles: [], betaOnly: false, rolloutPercent: 100 };
}

/** An override wins over everything; else the flag must be on, for the role, for beta users, and for this share. */
export function hasFlag(flag: FlagName, settings: FlagSettings, subject: FlagSubject): boolean {
  if (subject.override !== undefined) return subject.override;
  if (!settings.enabled) return false;
  if (settings.roles.length > 0 && !settings.roles.includes(subject.role)) return false;
  if (settings.betaOnly && !subject.isBeta) return false;
  return isInRollout(flag, subject.userId, settings.rolloutPercent);
}

/** A person keeps their place, so that a larger share takes the feature from nobody. */
export function isInRollout(flag: FlagName, userId: string, rolloutPercent: number): boolean {
  if (rolloutPercent >= 100) return true;
  return rolloutPlace(flag, userId) < rolloutPercent;
}

/** 0 … 100, the same for ever for a person and a flag, and another for each flag: not always the same people go first. */
export function rolloutPlace(flag: FlagName, userId: string): number {
  const digest = createHash("sha256").update(`${flag}:${userId}`).digest();
  return (digest.readUInt32BE(0) / HASH_RANGE) * 100;
}
