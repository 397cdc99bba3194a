import { connection } from "next/server";
import { recentHealth } from "@/lib/platform/recent-health";
import { version } from "@/package.json";

/** For a load balancer, a container's health check and the start command: 503 while a service is down. */
export async function GET(): Promise<Response> {
  await connection();
  const health = await recentHealth(version);
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
