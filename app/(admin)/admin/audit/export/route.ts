import { connection } from "next/server";
import { answerAuditExport } from "@/lib/admin/audit-log/export";

export async function GET(request: Request): Promise<Response> {
  await connection();
  return answerAuditExport(request);
}
