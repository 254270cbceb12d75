/** What looks at the frames of a stack while that stack is parked. */
import { expect, test } from 'vitest';
import { outputOf, requests, scenario, traceOf } from './scenarios';

/** A hook that works in a thread, and follows an error that was raised in another thread outwards, frame by frame. */
const FOLLOWER = `def deeply(levels):
    return max([levels], key=lambda _: deeply(levels - 1)) if levels else 0


def frames_of(error):
    traceback = error.__traceback__
    while traceback is not None:
        frame = traceback.tb_frame
        while frame is not None:
            yield frame.f_code.co_name
            frame = frame.f_back
        traceback = traceback.tb_next


class Layer:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        deeply(20)
        log('_worker' in list(frames_of(exception)))
`;

const FAILING_VIEW = `import asyncio


async def view(request):
    await asyncio.sleep(0.01)
    raise ValueError('raised in another thread')
`;

test('a thread may follow an error to the frames of another thread that is parked', async () => {
  const trace = await traceOf(
    scenario(FOLLOWER, { view: FAILING_VIEW, requests: requests(4), mode: 'wsgi' }),
  );
  expect(outputOf(trace).filter((text) => text === 'True')).toHaveLength(4);
  expect(trace.requests.map(({ status }) => status)).toEqual([500, 500, 500, 500]);
});
