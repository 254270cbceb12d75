"""Where the lines go: into a queue, and from there to the mail server."""

import logging
import time
from logging.handlers import QueueHandler, QueueListener
from queue import SimpleQueue


class MailHandler(logging.Handler):
    def emit(self, record):
        time.sleep(0.1)  # stands for a mail server, or a disk under load


lines = SimpleQueue()
logger = logging.getLogger("shop.access")
logger.setLevel(logging.INFO)
logger.propagate = False
logger.addHandler(QueueHandler(lines))
QueueListener(lines, MailHandler()).start()
