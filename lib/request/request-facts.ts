/** A request, as logs and the audit know it; an actor is added once one is known. */
export interface RequestFacts {
  requestId: string;
  /** The client's address behind the trusted proxies; null on the command line and in durable functions. */
  address: string | null;
  userAgent: string | null;
}
