import { rm, writeFile } from "node:fs/promises";
import { env } from "@/lib/env";
import { logger } from "@/lib/platform/logger";
import { hasNobody } from "./lookups";
import { setupCode } from "./setup-code";

/**
 * While nobody has an account, tells whoever runs this server the set-up code: in a file that only they can read, or,
 * if no file is named, in the output.
 */
export async function giveSetupCode(): Promise<void> {
  try {
    if (!(await hasNobody())) return await forgetSetupCode();
    if (env.SETUP_CODE_FILE) {
      await rm(env.SETUP_CODE_FILE, { force: true });
      await writeFile(env.SETUP_CODE_FILE, `${setupCode()}\n`, { mode: 0o600 });
    } else {
      process.stdout.write(
        `Nobody has an account on this server yet. The first one administers it. Set-up code: ${setupCode()}\n`,
      );
    }
  } catch (error) {
    logger().error({ err: error }, "the set-up code could not be given");
  }
}

/** Removes the file, once somebody has an account. From then on the code does nothing, so a failure is only noted. */
export async function forgetSetupCode(): Promise<void> {
  if (!env.SETUP_CODE_FILE) return;
  await rm(env.SETUP_CODE_FILE, { force: true }).catch((error: unknown) => {
    logger().warn({ err: error }, "the file with the set-up code could not be removed");
  });
}
