'use client';
import { whenNear } from '@/components/ui/when-near';

/** The workbench, which a reader who only reads never fetches. */
export const WorkbenchWhenNear = whenNear(
  async () => (await import('@/components/workbench/workbench')).Workbench,
);
