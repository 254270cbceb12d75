import { test } from 'vitest';
import { holdForAll } from '../hold-for';

test("whatever a stack does under Django's test client, its trace is sound", () =>
  holdForAll('async_client'));
