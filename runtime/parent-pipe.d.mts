export function parentPipe(root: string): { args: string[]; env: { SAMPLEMIND_PARENT_FD: string }; stdio: "pipe" };
