import { config } from "zod/v4/core";

// Must come before any schema is made: otherwise Zod tests whether it may evaluate strings, and our policy reports
// that.
config({ jitless: true });
