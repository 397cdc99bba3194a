/** What logs and the audit know about a request. The actor is added once known. */
export interface RequestFacts {
  requestId: string;
  /** The client's address behind the trusted proxies. Null on the command line and in durable functions. */
  address: string | null;
  userAgent: string | null;
}
