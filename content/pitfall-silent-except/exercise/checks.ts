import {
  bodies,
  type Check,
  called,
  inStack,
  nothingEscapes,
  noWarning,
  runLogs,
  startsUp,
  statuses,
} from '@/lib/checks';

const CRASH = 0;
const OTHER_CRASH = 1;

export const checks: readonly Check[] = [
  startsUp(),
  nothingEscapes(),
  called(
    { id: 'deliberate-500', title: 'The deliberate 500 of B stays a 500' },
    inStack(CRASH, statuses({ B: 500 })),
  ),
  called(
    { title: 'The crash of A is reported, once: “report ValueError”' },
    inStack(CRASH, runLogs('report ValueError', 1)),
  ),
  called({ title: 'The crash is answered with 503' }, inStack(CRASH, statuses({ A: 503 }))),
  called({ title: 'The deliberate 500 keeps its own text' }, inStack(CRASH, bodies({ B: 'mine' }))),
  called(
    { title: 'Another exception is reported under its own name: “report KeyError”' },
    inStack(OTHER_CRASH, runLogs('report KeyError', 1)),
  ),
  called(
    { title: 'It is answered with 503 as well, and a page that works stays as it is' },
    inStack(OTHER_CRASH, statuses({ A: 503, B: 200 })),
  ),
  noWarning('never awaited'),
];
