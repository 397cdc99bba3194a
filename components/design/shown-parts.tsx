import { AudioLines, Upload } from "lucide-react";
import { EmptyNote } from "@/components/listing/empty-note";
import { ListTable } from "@/components/listing/list-table";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card, CardContent, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { CorrectedMark } from "@/components/ui/corrected-mark";
import { EmptyState } from "@/components/ui/empty-state";
import { Estimate } from "@/components/ui/estimate";
import { ConfidenceMeter } from "@/components/ui/meter";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { PlainText } from "@/components/ui/plain-text";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import { StatTile } from "@/components/ui/stat-tile";
import { TableCell, TableRow } from "@/components/ui/table";
import { UngatedLevel } from "@/components/ui/ungated-level";

const TONES = ["neutral", "primary", "accent", "success", "warning", "danger"] as const;
const CONFIDENCES = [0.95, 0.6, 0.2] as const;
const COLUMNS = [{ label: "Name" }, { label: "BPM", numeric: true }];

/** What shows something and cannot be used. */
export function ShownParts() {
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap gap-2">
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <Badge tone="primary" dot="pulse">
          under way
        </Badge>
        <Badge tone="success" dot>
          with a dot
        </Badge>
      </div>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
        {CONFIDENCES.map((confidence) => (
          <span key={confidence} className="flex items-center gap-2">
            <Estimate confidence={confidence}>124.0</Estimate>
            <ConfidenceMeter value={confidence} />
            <ConfidenceMeter value={confidence} compact />
          </span>
        ))}
        <span className="flex items-center gap-1">
          96.0 <CorrectedMark />
        </span>
        <UngatedLevel>−12.3</UngatedLevel>
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <Progress label="Empty" value={0} />
        <Progress label="Some" value={45} />
        <Progress label="Done" value={100} tone="success" />
        <Progress label="Failed" value={70} tone="danger" />
        <Progress label="Unknown" value={null} />
        <Skeleton className="h-6" />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <StatTile label="Tempo" value="124.0" unit="BPM" hint="Measured" />
        <Card>
          <CardHeader>
            <div>
              <CardTitle>A card</CardTitle>
              <CardDescription>With a sentence.</CardDescription>
            </div>
          </CardHeader>
          <CardContent>And content.</CardContent>
        </Card>
        <Panel title="A panel" description="A part of a page of settings." actions={<Badge>action</Badge>}>
          <PlainText>{"Text that somebody wrote, with https://address.example as a link."}</PlainText>
        </Panel>
        <Panel title="A table" isFlush>
          <ListTable columns={COLUMNS}>
            <TableRow>
              <TableCell className="pl-5">A row</TableCell>
              <TableCell numeric>124.0</TableCell>
            </TableRow>
            <TableRow aria-selected>
              <TableCell className="pl-5">A row that is chosen</TableCell>
              <TableCell numeric>92.5</TableCell>
            </TableRow>
          </ListTable>
        </Panel>
        <Panel title="An empty list" isFlush>
          <EmptyNote>Nothing here.</EmptyNote>
        </Panel>
        <div className="glass rounded-lg">
          <EmptyState
            icon={AudioLines}
            title="Nothing yet"
            description="Says what to do next."
            action={
              <ButtonLink href="/design" variant="primary">
                <Upload aria-hidden />A link
              </ButtonLink>
            }
          />
        </div>
      </div>
      <PageHeader title="The head of a page" description="With what it is about." actions={<Badge>action</Badge>} />
    </div>
  );
}
