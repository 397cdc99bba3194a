import { connection } from "next/server";
import { app } from "@/lib/api/app";

async function handle(request: Request): Promise<Response> {
  await connection();
  return app.fetch(request);
}

export {
  handle as DELETE,
  handle as GET,
  handle as HEAD,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
};
