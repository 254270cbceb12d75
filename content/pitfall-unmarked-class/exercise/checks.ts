import {
  bodies,
  type Check,
  called,
  headerEquals,
  logged,
  nothingEscapes,
  noWarning,
  runLogs,
  startsUp,
  statuses,
} from '@/lib/checks';

export const checks: readonly Check[] = [
  startsUp(),
  nothingEscapes(),
  called({ id: 'page-is-200' }, statuses({ A: 200 })),
  called({ id: 'error-is-500' }, statuses({ B: 500 })),
  headerEquals('X-H', { A: '1', B: '1' }),
  logged('Tenant'),
  runLogs('view', 1),
  bodies({ A: 'ok' }),
  noWarning('never awaited'),
];
