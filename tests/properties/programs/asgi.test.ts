import { test } from 'vitest';
import { holdForAll } from '../hold-for';

test('whatever a stack does under ASGI, its trace is sound', () => holdForAll('asgi'));
