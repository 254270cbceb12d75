"""Where the lines go."""

import logging
import time


class MailHandler(logging.Handler):
    def emit(self, record):
        time.sleep(0.1)  # stands for a mail server, or a disk under load


logger = logging.getLogger("shop.access")
logger.setLevel(logging.INFO)
logger.propagate = False
logger.addHandler(MailHandler())
