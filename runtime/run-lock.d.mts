export interface RunLock {
  update(changes: object): void;
  release(): void;
}

export type LockRecord = { pid: number; identity: string | null } & Record<string, unknown>;

export function takeLock(
  path: string,
  record?: object,
):
  | { lock: RunLock; leftovers: LockRecord[]; owner?: undefined }
  | { owner: LockRecord; lock?: undefined; leftovers?: undefined };
export function waitForLock(path: string, onWait?: (owner: LockRecord) => void): Promise<RunLock>;
