"""A thread of one's own runs beside the request; its context is not the request's."""

import threading
import time

from django.http import HttpResponse

SCENARIO = {"layers": [], "linger": 0.2}

answers = []


def work():
    time.sleep(0.1)
    answers.append(threading.current_thread().name)


def view(request):
    thread = threading.Thread(target=work, name="mailer", daemon=True)
    thread.start()
    log(f"alive {thread.is_alive()}")
    thread.join(0.05)
    log(f"alive {thread.is_alive()}")
    thread.join()
    log(answers)
    return HttpResponse("ok")
