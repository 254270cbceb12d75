import { test } from 'vitest';
import { holdForAll } from '../hold-for';

test('whatever a stack does under WSGI, its trace is sound', () => holdForAll('wsgi'));
