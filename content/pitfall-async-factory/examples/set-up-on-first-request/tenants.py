"""A client of the tenant directory. Like most such clients, it belongs to one event loop."""

import asyncio

NAMES = {"/a": "Acme", "/b": "Bolt", "/c": "Cedar", "/d": "Delta"}


class Directory:
    def __init__(self):
        self.loop = asyncio.get_running_loop()

    async def name_of(self, path):
        if asyncio.get_running_loop() is not self.loop:
            raise RuntimeError("this directory was opened in another event loop")
        await asyncio.sleep(0.02)  # stands for a question over an open connection
        return NAMES[path]


async def open_directory():
    print("opening the directory")
    await asyncio.sleep(0.08)  # stands for connecting and logging in
    return Directory()
