"""asyncio's debug mode tells of a callback that held the loop for too long."""

import asyncio
import logging
import re
import time

SCENARIO = {"layers": []}


class Noting(logging.Handler):
    def emit(self, record):
        log(re.sub(r"<.*>|\d+\.\d+", "…", record.getMessage()))


async def slow():
    time.sleep(0.2)


async def main():
    logging.getLogger("asyncio").addHandler(Noting(logging.WARNING))
    asyncio.get_running_loop().set_debug(True)
    await asyncio.create_task(slow())
