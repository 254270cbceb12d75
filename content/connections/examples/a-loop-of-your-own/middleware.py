"""An event loop in a dozen lines, which a layer runs to make tea and toast."""

from collections import deque

from django.utils.decorators import async_only_middleware


def cook(dish, steps):
    for step in range(1, steps + 1):
        print(f"{dish} {step}")
        yield  # "I can wait: somebody else, please"


def run(*dishes):
    ready = deque(dishes)
    while ready:
        dish = ready.popleft()
        try:
            next(dish)
        except StopIteration:
            continue
        ready.append(dish)


@async_only_middleware
def breakfast(get_response):
    async def middleware(request):
        run(cook("tea", 2), cook("toast", 3))
        return await get_response(request)

    return middleware
