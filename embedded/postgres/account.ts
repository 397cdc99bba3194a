import { spawnSync } from "node:child_process";

/** The user that the server runs as: options for `spawn`. Empty means the current user. */
export interface ServerAccount {
  uid?: number;
  gid?: number;
}

/**
 * Postgres refuses to run as root, so root starts it as `nobody`.
 * @throws if the system has no user `nobody`.
 */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => {
    const result = spawnSync("id", [flag, "nobody"], { encoding: "utf8" });
    return result.status === 0 ? Number(result.stdout.trim()) : Number.NaN;
  };
  const [uid, gid] = [id("-u"), id("-g")];
  if (!Number.isInteger(uid) || !Number.isInteger(gid)) {
    throw new Error("Postgres does not run as root, and this system has no user `nobody` to run it as.");
  }
  return { uid, gid };
}

/** Whether the account can enter `directory`. The system decides, so that every kind of permission counts. */
export function canReach(account: ServerAccount, directory: string): boolean {
  if (account.uid === undefined) return true;
  const probe = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], { ...account, cwd: "/", stdio: "ignore" });
  return probe.status === 0;
}
