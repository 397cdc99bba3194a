import { answerRobots } from "@/lib/syndication/sitemap-answers";

export function GET(request: Request): Response {
  return answerRobots(request);
}
