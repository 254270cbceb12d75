/** What Lighthouse found, so that it can be mended: the audit, what it is about, and where. */
import type { Audit, AuditReport } from '../../scripts/bench/audit-page.mjs';

type Node = { readonly selector: string; readonly snippet: string };

function nodeOf(item: unknown): Node | null {
  if (typeof item !== 'object' || item === null || !('node' in item)) return null;
  const { node } = item;
  if (typeof node !== 'object' || node === null || !('selector' in node && 'snippet' in node)) return null;
  return { selector: String(node.selector), snippet: String(node.snippet) };
}

/** The audit's id and title, and a line for each thing it found: the node where there is one. */
export function described({ id, title, explanation, details }: Audit): string {
  const places = (details?.items ?? []).map((item) => {
    const node = nodeOf(item);
    return node === null ? JSON.stringify(item) : `${node.selector}: ${node.snippet}`;
  });
  return [`${id}: ${title}`, ...(explanation ? [explanation] : []), ...places].join('\n  ');
}

/** Descriptions of the audits that cost a category its 100. */
export function failedAudits(report: AuditReport, category: string): string[] {
  const { auditRefs = [] } = report.categories[category] ?? {};
  return auditRefs
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id }) => report.audits[id] ?? [])
    .filter(({ score }) => score !== null && score < 1)
    .map(described);
}
