export function bundlePath(entry: string): string;
export function bundle(entry: string, outfile?: string, packages?: "external" | "bundle" | "browser"): Promise<string>;
export function bundleAndImport(entry: string): Promise<void>;
