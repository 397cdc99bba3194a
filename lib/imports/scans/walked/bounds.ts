/** With more places than this that cannot be read, nothing is said about what is gone. */
export const UNREADABLE_MAX = 200;
/** Disks mounted inside one folder that are remembered. With more, nothing is said about what is gone. */
export const DISKS_MAX = 50;
