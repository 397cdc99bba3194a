export function processIdentity(pid: number): string | null;
export function isSameProcess(pid: number, identity: string | null): boolean;
