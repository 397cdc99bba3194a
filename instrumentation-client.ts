import { config } from "zod/v4/core";

// Before any schema is made: Zod would otherwise try whether it may evaluate strings, which our policy reports.
config({ jitless: true });
