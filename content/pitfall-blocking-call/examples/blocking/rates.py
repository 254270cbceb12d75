"""A library that only knows how to block, as many do."""

import time


def fetch_rate(currency):
    print(f"asks for {currency}")
    time.sleep(0.15)  # stands for `requests.get(...)`
    return 1.1
