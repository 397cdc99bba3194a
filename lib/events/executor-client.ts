import { Inngest } from "inngest";
import { EXECUTOR_APP } from "@/lib/platform/executor-address";
import { logger } from "@/lib/platform/logger";

/** The SDK itself reads from the `INNGEST_*` variables where to send events and whether calls are signed. */
export const inngest = new Inngest({ id: EXECUTOR_APP, logger: logger(), checkpointing: false });
