"""A client for the service that knows the users."""

import asyncio


async def who_is(token):
    await asyncio.sleep(0.4 if token == "slow" else 0.05)  # stands for a call over the network
    return "ana" if token in ("ana", "slow") else None
