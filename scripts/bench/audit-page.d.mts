/** The part of Lighthouse's report that is read here. */
export type AuditReport = {
  readonly categories: Readonly<Record<string, AuditCategory>>;
  readonly audits: Readonly<Record<string, Audit>>;
};
export type AuditCategory = {
  readonly title: string;
  /** From 0 to 1; null when nothing of it could be judged. */
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
};
export type Audit = {
  readonly id: string;
  readonly title: string;
  readonly score: number | null;
  readonly explanation?: string;
  readonly numericValue?: number;
  readonly details?: { readonly items?: readonly unknown[] };
};

/** Audits a page, with Lighthouse's settings for a phone, in a browser that has never run before. */
export function auditPage(
  address: string,
  asked: { readonly categories: readonly string[]; readonly audits?: readonly string[] },
): Promise<AuditReport>;
